"""What became of people's decisions in a view."""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import groupby
from operator import attrgetter

from onrecord.judging.aims import Ground
from onrecord.judging.standing import standing
from onrecord.ledger.base import Selection, View
from onrecord.record.judgement import Judged, Judgement, Ruling, State

SOURCES = (Ruling.SAME_SOURCE, Ruling.NOT_SAME_SOURCE)
_WITHOUT_STATEMENTS = {*SOURCES, Ruling.WITHDRAWN, Ruling.DATED, Ruling.UNDONE}


def became(view: View, decided: Collection[Judgement], called: Callable[[str], bool] = bool) -> list[Judged]:
    """Decisions with what became of them, in the order in which they were made.

    Args:
        view: the view.
        decided: decisions: all about one kind of thing, with all undos.
        called: whether somebody in the view is called so, by a name in comparable form.
    """
    listed = view.listings({report for one in decided for report in one.reports})
    spoken = {report for one in decided if one.ruling not in _WITHOUT_STATEMENTS for report in one.reports}
    found = view.statements(Selection(reports=spoken)) if spoken else []
    statements = {report: tuple(some) for report, some in groupby(found, attrgetter("report"))}
    published = {report: listing.published for report, listing in listed.items()}
    return standing(decided, Ground(published, statements, called).aim)


def applied(view: View, decided: Collection[Judgement], rulings: Collection[Ruling]) -> list[Judged]:
    """The decisions of these kinds that apply, in order; a kind and its opposite belong together."""
    some = [one for one in decided if one.ruling in rulings]
    if not some:
        return []
    undos = [one for one in decided if one.ruling is Ruling.UNDONE]
    found = became(view, [*some, *undos])
    return [one for one in found if one.state is State.APPLIED and one.judgement.ruling in rulings]
