"""The review queue: what a person should look at first, made for the keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from onrecord.record.doubt import Choice, Doubt
from onrecord.record.judgement import Judgement
from onrecord.record.report import Listing
from onrecord.web.excerpts import Said, said
from onrecord.web.judging import chosen
from onrecord.web.visit import Page, Visit

_FIRST: Final = 6
_MOST: Final = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """A doubt as the page shows it.

    Attributes:
        doubt: the doubt.
        said: the statements that it is about, in their words.
        report: the report that it is about; None where it is about none.
        choices: each ruling with what its button decides.
        decisions: the decisions that it is about.
    """

    doubt: Doubt
    said: tuple[Said, ...]
    report: Listing | None
    choices: tuple[tuple[Choice, str], ...]
    decisions: tuple[Judgement, ...]


def review(visit: Visit) -> Page:
    """What a person should look at first."""
    found = visit.snapshot.review(visit.number("limit", _FIRST, _MOST))
    decisions = {one.id: one for one in visit.snapshot.judgements()} if any(d.judgements for d in found) else {}
    asked = [_asked(visit, doubt, decisions) for doubt in found]
    return Page("review.html", {"asked": asked, "total": found.total})


def _asked(visit: Visit, doubt: Doubt, decisions: Mapping[str, Judgement]) -> Asked:
    snapshot = visit.snapshot
    found = said(snapshot, doubt.statements) if doubt.statements else {}
    return Asked(
        doubt,
        tuple(found[one] for one in doubt.statements if one in found),
        snapshot.listing(doubt.report) if doubt.report else None,
        tuple((choice, chosen(doubt, choice)) for choice in doubt.choices),
        tuple(decisions[one] for one in doubt.judgements if one in decisions),
    )
