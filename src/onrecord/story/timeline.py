"""The dated happenings of a story, and where reports tell one thing differently."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from onrecord.matching.answers import matter_id
from onrecord.matching.events import Happening, happenings
from onrecord.matching.gist import Told
from onrecord.matching.hubs import Key
from onrecord.matching.placing import placed
from onrecord.record.claimed import ClaimRow
from onrecord.record.event import Differing, Discrepancy, Event, Version
from onrecord.record.reading import Telling, TellingKind
from onrecord.record.when import Precision
from onrecord.story.derived import derived
from onrecord.story.known import Known
from onrecord.story.matters import answers, bearing


def timeline(
    known: Known,
    since: date | None = None,
    until: date | None = None,
    limit: int | None = None,
    *,
    background: bool = True,
) -> list[Event]:
    """Happenings by date; of more than `limit`, those dated last.

    Args:
        known: the view.
        since: leave out what was over before that day.
        until: leave out what was not over by that day.
        limit: at most so many; None for all.
        background: whether to tell of what lies well before the story's own days.
    """

    def found() -> tuple[Event, ...]:
        some = _happenings(known, since, until, limit, background=background)
        return tuple(one.event for one in (some if limit is None else some[-limit:]))

    if limit is None:
        return list(found())
    return list(derived(known.view, f"timeline {since} {until} {limit} {background}", tuple[Event, ...], found))


def dates_of(known: Known) -> list[list[Event]]:
    """Every happening as an event for each date that reports give it, the date that most of them give first."""
    return [one.by_date for one in _happenings(known)]


def _happenings(
    known: Known,
    since: date | None = None,
    until: date | None = None,
    limit: int | None = None,
    *,
    background: bool = True,
) -> list[Happening]:
    told = _told(known, known.view.tellings(since, until, limit=_enough(limit)))
    loose = _told(known, known.view.unplaced())
    if loose:
        told = sorted((one for one in placed(told, loose) if _within(one.telling, since, until)), key=_dated)
    return happenings([one for one in told if background or not one.telling.background])


def _told(known: Known, rows: Sequence[tuple[str, Telling]]) -> list[Told]:
    """The tellings with the texts and the days of publication of their reports."""
    if known.rejected:
        rows = [(report, left) for report, one in rows if (left := _left(one, known.rejected))]
    listings = known.view.listings({report for report, _ in rows})
    texts = {report: known.view.text(report) for report in listings}
    return [Told(report, one, texts[report], listings[report].published) for report, one in rows]


def _left(telling: Telling, rejected: Collection[str]) -> Telling | None:
    """A telling without the statements that people rejected; none where it is of nothing but these."""
    left = tuple(one for one in telling.statements if one not in rejected)
    if telling.statements and not left and telling.kind is not TellingKind.HAPPENING:
        return None
    return replace(telling, statements=left)


def _within(telling: Telling, since: date | None, until: date | None) -> bool:
    last = telling.when.end
    return last is not None and (since is None or last >= since) and (until is None or last <= until)


def _dated(one: Told) -> tuple[date | str | int, ...]:
    """By date, publication, report and offset, as the ledger has them."""
    return (one.when.start or date.max, one.when.end or date.max, *one.order)


def _enough(limit: int | None) -> int | None:
    """How many tellings surely make so many happenings, as stories go: one in eight is told anew."""
    return None if limit is None else 8 * limit


def discrepancies(known: Known, matters: Iterable[Key]) -> list[Discrepancy]:
    """What one source is said to have said on different days, by matter.

    Args:
        known: the view.
        matters: those to look at.
    """
    return [found for key in matters for found in _on_matter(known, key)]


def _on_matter(known: Known, key: Key) -> tuple[Discrepancy, ...]:
    def found() -> tuple[Discrepancy, ...]:
        on = bearing(known, key)
        return tuple(one for rows in answers(known, on).values() for one in _of_position(known, rows)) if on else ()

    return derived(known.view, f"discrepancies {matter_id(*key)}", tuple[Discrepancy, ...], found)


def _of_position(known: Known, rows: Iterable[ClaimRow]) -> Iterable[Discrepancy]:
    by_source: dict[str, list[ClaimRow]] = {}
    for row in rows:
        named = row.relation and row.chain and "@" not in row.chain[-1]
        if named and row.said.precision is Precision.DAY:
            by_source.setdefault(known.who.side(row.chain[-1]), []).append(row)
    for source, said in sorted(by_source.items()):
        days = sorted({row.said.start for row in said if row.said.start})
        if len(days) > 1:
            words = said[0].words.of(known.view.report(said[0].report).text)
            values = tuple(Version(str(day), tuple(row.words for row in said if row.said.start == day)) for day in days)
            yield Discrepancy(Differing.SPEECH, " ".join(words.split()), source, values)
