"""Reports that change: later editions at one address, corrections and withdrawals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from onrecord.matching.addresses import address
from onrecord.matching.meant import Meant, Texts, surely_later
from onrecord.record.judgement import Judgement
from onrecord.record.reading import Notice
from onrecord.record.report import Fate, Headline, Standing, Status
from onrecord.record.span import Span
from onrecord.record.when import UNKNOWN, When

REVISED, CORRECTED, WITHDRAWN = "revised", "corrected", "withdrawn"
_STATUS = {CORRECTED: Status.CORRECTED, WITHDRAWN: Status.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Revised:
    """What one report says of an earlier one.

    Attributes:
        report: id of the earlier report.
        by: id of the later one, which is the same where a report speaks of itself; None where a person decided it.
        kind: "revised", "corrected" or "withdrawn".
        notice: the words that say so, where there are any.
        since: day on which it was said.
        who: name of the outlet or person that says so; may be empty.
    """

    report: str
    by: str | None
    kind: str
    notice: Span | None
    since: When
    who: str


def revisions(
    headlines: Mapping[str, Headline],
    notices: Sequence[tuple[str, Notice]],
    killed: Iterable[Judgement] = (),
    texts: Texts = lambda _: "",
) -> list[Revised]:
    """What became of reports, in the order of the reports that say so.

    Args:
        headlines: the reports of the view, in order of publication.
        notices: corrections, withdrawals and updates announced, with the reports that announce them.
        killed: decisions of people that a report was withdrawn.
        texts: gives the text of a report; asked only for notices that quote no headline.
    """
    found = _once(_Changing(headlines, notices, texts).all())
    judged = ((report, j) for j in killed for report in j.reports)
    ruled = [
        Revised(report, None, WITHDRAWN, None, When.on(j.when.date()), j.who)
        for report, j in judged
        if report in headlines
    ]
    order = {report: place for place, report in enumerate(headlines)}
    found.sort(key=lambda one: order[one.by or one.report])
    return [*found, *sorted(ruled, key=lambda one: (one.report, one.since.start or date.max, one.who))]


def _once(said: Iterable[Revised]) -> list[Revised]:
    """What a report says of another, once: in the first words in which it does so, if in any."""
    found: dict[tuple[str, str | None, str], Revised] = {}
    for one in said:
        key = (one.report, one.by, one.kind)
        if key not in found or (one.notice and not found[key].notice):
            found[key] = one
    return list(found.values())


class _Changing:
    """The reports of a view with what they say of one another."""

    def __init__(self, headlines: Mapping[str, Headline], notices: Sequence[tuple[str, Notice]], texts: Texts) -> None:
        self._headlines = headlines
        self._meant = Meant(headlines, texts)
        self._told: dict[str, list[Notice]] = {}
        for by, notice in notices:
            self._told.setdefault(by, []).append(notice)
        self._editions: dict[str, list[Headline]] = {}
        at: dict[str, list[Headline]] = {}
        for headline in headlines.values():
            if headline.url and (page := address(headline.url)):
                at.setdefault(page, []).append(headline)
        for editions in at.values():
            if len(editions) > 1:
                self._editions.update(dict.fromkeys([one.id for one in editions], sorted(editions, key=_published)))

    def all(self) -> Iterator[Revised]:
        """All that is said, each once."""
        telling = {*self._editions, *self._told}
        for report in self._headlines.values():
            if report.id not in telling and report.declared is Status.USABLE:
                continue
            own = self._editions.get(report.id, [])
            if own and own[0].id == report.id:
                yield from self._edited(own)
            if report.declared is Status.WITHDRAWN:
                yield from self._killed(report)
            elif report.declared is Status.CORRECTED:
                yield from self._said(report, CORRECTED, None, self._before(report) or [report])
            for notice in self._told.get(report.id, []):
                yield from self._announced(report, notice)

    def _edited(self, editions: Sequence[Headline]) -> Iterator[Revised]:
        """Each edition of one page revises the one before it; the same text saved again is none."""
        texts = [one for one in editions if one.declared is not Status.WITHDRAWN]
        for earlier, later in pairwise(texts):
            if not _same_text(earlier, later):
                old = {(n.kind, n.quoted) for n in self._told.get(earlier.id, [])}
                new = (n.span for n in self._told.get(later.id, []) if (n.kind, n.quoted) not in old)
                yield from self._said(later, REVISED, next(new, None), [earlier])

    def _killed(self, notice: Headline) -> Iterator[Revised]:
        """A kill notice withdraws what stood at its address by then; where nothing did, what its headline names."""
        meant = self._before(notice)
        if not meant and (headed := self._meant.headed(notice.title, notice.id)):
            meant = self._with_editions(self._headlines[headed], notice)
        told = [n for n in self._told.get(notice.id, []) if n.kind == WITHDRAWN and not n.itself]
        alone = not meant and not any(self._meant.report(notice.id, n) for n in told)
        again = any(_same_text(one, notice) for one in meant)
        yield from self._said(notice, WITHDRAWN, None, [*meant, *([notice] if alone or again else [])])

    def _announced(self, by: Headline, notice: Notice) -> Iterator[Revised]:
        """What a report says in words."""
        before = self._before(by)
        known = (other for one in before for other in self._told.get(one.id, []))
        repeated = any((other.kind, other.quoted) == (notice.kind, notice.quoted) for other in known)
        if notice.kind not in _STATUS or repeated:
            return
        if notice.itself:
            meant = [*before, *([by] if notice.kind == WITHDRAWN or not before else [])]
        else:
            found = self._meant.report(by.id, notice)
            own = found is None or found in {by.id, *(one.id for one in before)}
            meant = self._own(by, notice, found) if own else self._with_editions(self._headlines[str(found)], by)
        yield from self._said(by, notice.kind, notice.span, meant)

    def _own(self, by: Headline, notice: Notice, found: str | None) -> list[Headline]:
        """The earlier editions of a page for a notice in a later one; without any, the report itself if it is meant."""
        before = [] if notice.outlet and found is None else self._before(by)
        return before or ([by] if found == by.id else [])

    def _before(self, by: Headline) -> list[Headline]:
        """The editions of its page that are not surely later, kill notices left out."""
        own = self._editions.get(by.id, [])
        place = own.index(by) if own else 0
        kill = by.declared is Status.WITHDRAWN
        earlier = [one for one in own if not surely_later(one, by)] if kill else own[:place]
        return [one for one in earlier if one is not by and one.declared is not Status.WITHDRAWN]

    def _with_editions(self, meant: Headline, by: Headline) -> list[Headline]:
        """A report with the other editions of its page that are not surely later than what is said of it."""
        editions = self._editions.get(meant.id, [meant])
        return [one for one in editions if one.declared is not Status.WITHDRAWN and not surely_later(one, by)]

    @staticmethod
    def _said(by: Headline, kind: str, notice: Span | None, meant: Iterable[Headline]) -> Iterator[Revised]:
        for one in meant:
            yield Revised(one.id, by.id, kind, notice, by.published, by.outlet)


def _published(one: Headline) -> tuple[date, date, str, str]:
    return (one.published.start or date.max, one.published.end or date.max, one.edition, one.id)


def _same_text(one: Headline, other: Headline) -> bool:
    """Whether two reports have one text: the first part of their ids is its hash."""
    return one.id.partition(".")[0] == other.id.partition(".")[0]


def statuses(revised: Iterable[Revised]) -> dict[str, Status]:
    """The status of each report of which a later one says something; a withdrawal outweighs a correction."""
    found: dict[str, Status] = {}
    for one in revised:
        if one.kind == WITHDRAWN:
            found[one.report] = Status.WITHDRAWN
        elif one.kind == CORRECTED:
            found.setdefault(one.report, Status.CORRECTED)
    return found


def fates(revised: Iterable[Revised]) -> dict[str, tuple[Fate, ...]]:
    """What became of each report that was corrected or withdrawn, by day; nothing is settled by what came last."""
    said: dict[str, list[Revised]] = {}
    for one in revised:
        if one.kind in _STATUS:
            said.setdefault(one.report, []).append(one)
    return {report: _fates(report, said, frozenset()) for report in said}


def _fates(report: str, said: Mapping[str, Sequence[Revised]], above: frozenset[str]) -> tuple[Fate, ...]:
    """What became of a report, and in turn of the reports that say so."""
    seen = above | {report}
    found = []
    for one in said.get(report, ()):
        then = _fates(one.by, said, seen) if one.by and one.by not in seen else ()
        found.append(Fate(_STATUS[one.kind], one.since, one.who, one.by, one.notice, then))
    return tuple(sorted(found, key=lambda fate: (fate.since.start or date.max, fate.status, fate.by or "")))


def standing(said: Mapping[str, Sequence[Fate]]) -> Standing:
    """How far a position still stands.

    Args:
        said: of each statement that shows it, what became of its report and of the reports that it rests on.
    """
    withdrawn = _first(said, Status.WITHDRAWN)
    fell = {statement for statement, _ in withdrawn}
    days = [fate.since for _, fate in withdrawn]
    told = len(withdrawn) == len(said) > 0 and all(when.end for when in days)
    since = max(days, key=lambda when: (when.end or date.max, when.start or date.min)) if told else UNKNOWN
    corrected = tuple(pair for pair in _first(said, Status.CORRECTED) if pair[0] not in fell)
    return Standing(
        len(said), withdrawn, corrected, since, tuple(sorted({fate.who for _, fate in withdrawn if fate.who}))
    )


def _first(said: Mapping[str, Sequence[Fate]], status: Status) -> tuple[tuple[str, Fate], ...]:
    """The first word of that kind on each statement that has one."""
    some = {statement: [fate for fate in fates if fate.status is status] for statement, fates in said.items()}
    days = {
        statement: min(fates, key=lambda fate: fate.since.end or date.max) for statement, fates in some.items() if fates
    }
    return tuple(days.items())
