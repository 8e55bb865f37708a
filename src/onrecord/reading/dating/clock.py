"""Rules for times of day: "10:35 a.m.", "5 p.m. EST", "1430 GMT", "noon", "4 in the morning"."""

from __future__ import annotations

from onrecord.reading.dating.rule import Base, Rule, Sight, rule
from onrecord.reading.dating.timex import Kind, Timex

_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
_NOON = 12
_HOURS, _MINUTES = 24, 60


def _clock(sight: Sight) -> Timex | None:
    hour, minute = int(sight["hour"]), int(sight["minute"] or 0)
    if sight.glued or hour > _HOURS or minute >= _MINUTES:
        return None
    if sight["half"]:
        hour = hour % _NOON + (_NOON if sight["half"].startswith(("p", "in the afternoon", "in the evening")) else 0)
    return Timex(Kind.TIME, f"{sight.day}T{hour:02}:{minute:02}")


def _named(sight: Sight) -> Timex:
    return Timex(Kind.TIME, f"{sight.day}T{_NAMED[sight['named']]}")


_ZONE = r"(?:,? \(?(?:gmt|utc|bst|cet|e[sd]?t|c[sd]?t|m[sd]t|p[sd]?t|local time)\)?)?"
_HALF = r"(?P<half>a\.?m\b\.?|p\.?m\b\.?|in the (?:morning|afternoon|evening))"

CLOCK_RULES: tuple[Rule, ...] = (
    rule(
        _clock,
        Base.NEAREST,
        {"#"},
        rf"(?P<hour>[0-9]{{1,2}})(?:[:.](?P<minute>[0-9]{{2}}))? ?{_HALF}{_ZONE}",
    ),
    rule(_clock, Base.NEAREST, {"#"}, rf"(?P<hour>[0-2]?[0-9]):(?P<minute>[0-5][0-9])(?:(?: ?hrs| hours)|{_ZONE})"),
    rule(_clock, Base.NEAREST, {"#"}, r"(?P<hour>[0-2][0-9])(?P<minute>[0-5][0-9]) ?(?:gmt|utc|hrs|hours)"),
    rule(
        _clock,
        Base.NEAREST,
        {"#"},
        r"(?P<hour>[0-9]{1,2}) o['’]clock(?: (?P<half>in the (?:morning|afternoon|evening)))?",
    ),
    rule(_named, Base.NEAREST, set(_NAMED), rf"(?P<named>{'|'.join(_NAMED)})"),
)
