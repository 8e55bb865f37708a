"""What came of adding, counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.record.problem import Problem
from onrecord.record.report import Listing

if TYPE_CHECKING:
    from onrecord.follow import Followed


@dataclass(slots=True)
class Tally:
    """What came of what was given to be added.

    Attributes:
        added: the reports that are new in the record.
        known: those that it held already.
        problems: what could not be read.
        lost: how many inputs came to nothing but a problem.
    """

    added: list[Listing] = field(default_factory=list)
    known: list[Listing] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lost: int = 0

    def note(self, followed: Followed) -> None:
        """Count one more."""
        listing = followed.listing
        if listing is not None:
            (self.added if followed.outcome == "added" else self.known).append(listing)
        self.problems += followed.problems
        self.lost += listing is None or any(problem.where == listing.file for problem in followed.problems)
