"""Which earlier statements a statement withdraws: its speaker's own, or those of a report that it says is withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.matching.meant import surely_later
from onrecord.matching.revisions import WITHDRAWN, Revised
from onrecord.matching.who import Who
from onrecord.record.matter import Link, Tie
from onrecord.record.report import Headline
from onrecord.record.statement import Act, Mode, Statement

_OWN = {Mode.OWN, Mode.HEADLINE}


def withdrawals(
    statements: Sequence[Statement],
    held: Mapping[str, Sequence[str]],
    who: Who,
    headlines: Mapping[str, Headline],
    revised: Iterable[Revised],
) -> list[Link]:
    """Links from statements to those of other reports that they take back.

    Args:
        statements: those of the view.
        held: the positions that each of them shows, by its id.
        who: the sources of the view.
        headlines: its reports.
        revised: what they say of one another.
    """
    return [*_taken_back(statements, held, who, headlines), *_told(statements, revised)]


def _taken_back(
    statements: Sequence[Statement], held: Mapping[str, Sequence[str]], who: Who, headlines: Mapping[str, Headline]
) -> Iterable[Link]:
    """A speaker takes back what they had said in an earlier report: the same answer to the same question."""
    said: dict[tuple[str, str], list[Statement]] = {}
    for one in statements:
        if one.source and "@" not in one.source and one.act is not Act.WITHDRAW:
            for position in held.get(one.id, ()):
                said.setdefault((who.id(one.source), position), []).append(one)
    for one in statements:
        if one.source and one.act is Act.WITHDRAW:
            for position in held.get(one.id, ()):
                for earlier in said.get((who.id(one.source), position), ()):
                    apart = earlier.report != one.report
                    if apart and not surely_later(headlines[earlier.report], headlines[one.report]):
                        yield Link(Tie.WITHDRAWS, one.id, earlier.id, "the same speaker takes back the same answer")


def _told(statements: Sequence[Statement], revised: Iterable[Revised]) -> Iterable[Link]:
    """The words that withdraw a report withdraw what it said itself; what it only carried, where it said nothing."""
    by_report: dict[str, list[Statement]] = {}
    for one in statements:
        by_report.setdefault(one.report, []).append(one)
    for word in revised:
        if word.kind == WITHDRAWN and word.notice and word.by and word.by != word.report:
            notice = word.notice
            near = [
                one
                for one in by_report.get(word.by, [])
                if one.extent.start < notice.end and notice.start < one.extent.end
            ]
            taken = by_report.get(word.report, [])
            own = [one for one in taken if one.mode in _OWN] or taken
            yield from (
                Link(Tie.WITHDRAWS, one.id, earlier.id, "withdraws the report that said so")
                for one in near[:1]
                for earlier in own
            )
