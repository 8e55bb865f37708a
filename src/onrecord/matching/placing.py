"""The weekdays of undated reports, placed by dated reports that tell of the same happening on that weekday.

"Monday" in a report without a date says nothing by itself. Where a dated report tells of the same happening on a
Monday, it is that Monday. Then the report is not older; those who speak in it of the happening speak on that day or in
the six days after; and what else it tells of lies in the six days before the last day on which somebody speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from onrecord.matching.gist import Gist, Told
from onrecord.record.reading import TellingKind
from onrecord.record.when import Precision, When

_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})day\b", re.IGNORECASE)
_NAMES, _WORDS = 2, 3  # that two tellings of one weekday share at least where they tell of one happening

Anchors = dict[tuple[int, str], list[Gist]]  # tellings of dated reports, by weekday and each of their names


def placed(dated: Sequence[Told], loose: Sequence[Told]) -> list[Told]:
    """The tellings with those of undated reports by a weekday that dated ones place; the rest of these is left out.

    All tellings of a report that is so placed are then told of as of the last day on which somebody speaks in it, or
    later.
    """
    by_report: dict[str, list[Told]] = {}
    for one in loose:
        by_report.setdefault(one.report, []).append(one)
    anchors = _anchors(dated) if loose else {}
    weeks = {report: week for report, told in by_report.items() if (week := _week(told, anchors))}
    on_days = [_on(one, *weeks[one.report]) for one in loose if one.report in weeks]
    return [_as_of(one, weeks[one.report][1]) if one.report in weeks else one for one in (*dated, *on_days)]


def _anchors(dated: Iterable[Told]) -> Anchors:
    found: Anchors = {}
    for told in dated:
        day = told.when.start
        if day and told.when.precision is Precision.DAY and told.telling.kind is TellingKind.HAPPENING:
            gist = Gist(told)
            for name in gist.names:
                found.setdefault((day.weekday(), name), []).append(gist)
    return found


def _week(told: Sequence[Told], anchors: Anchors) -> tuple[date, date] | None:
    """The first day of which a report surely tells, and the last; None without an anchor, or with some in two weeks."""
    days = {day for one in told if one.telling.kind is TellingKind.HAPPENING and (day := _anchor(Gist(one), anchors))}
    if not days or max(days) - min(days) >= timedelta(days=7):
        return None
    first = min(days)
    spoken = [_next(first, _number(one)) for one in told if one.telling.kind is TellingKind.SPEECH]
    return first, max([*days, *spoken])


def _as_of(one: Told, last: date) -> Told:
    """A telling of a report that was published on a day or later."""
    published = When.between(last, None)
    background = one.telling.when.long_before(published)
    return replace(one, telling=replace(one.telling, background=background), published=published)


def _anchor(loose: Gist, anchors: Anchors) -> date | None:
    """The day that dated reports give the happening of a telling; None where none or several do as well."""
    weekday = _number(loose.told)
    near = {id(gist): gist for name in loose.names for gist in anchors.get((weekday, name), ())}
    alike: dict[date, int] = {}
    for gist in near.values():
        names, words = len(loose.names & gist.names), len(loose.words & gist.words)
        day = gist.told.when.start
        if day and names >= _NAMES and words >= _WORDS and loose.kinds & gist.kinds:
            alike[day] = max(alike.get(day, 0), names + words)
    best = sorted(alike, key=lambda day: -alike[day])[:2]
    return None if not best or (len(best) > 1 and alike[best[0]] == alike[best[1]]) else best[0]


def _on(one: Told, first: date, last: date) -> Told:
    """A telling on its day: of speech on the first day or after it, of anything else up to the last one."""
    number, words = _number(one), one.telling.when.words
    spoken = one.telling.kind is TellingKind.SPEECH
    day = _next(first, number) if spoken else last - timedelta(days=(last.weekday() - number) % 7)
    return replace(one, telling=replace(one.telling, when=When.on(day, words)), placed=True)


def _next(day: date, weekday: int) -> date:
    """The first such weekday from a day on."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _number(one: Told) -> int:
    """The number of the weekday that the words of a telling name."""
    words = one.telling.when.words
    found = _WEEKDAY.search(words.of(one.text)) if words else None
    return _WEEKDAYS.index(found[1].casefold()) if found else 0
