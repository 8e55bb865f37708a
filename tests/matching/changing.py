"""Reports of a feed, with what they say of one another."""

from __future__ import annotations

import io
import json
from itertools import permutations

from onrecord.intake.rows import reports
from onrecord.matching.revisions import revisions
from onrecord.reading.reader import read
from onrecord.record.report import Headline, Report

PAGE = "https://quay.example/2031/03/ferry"


def row(day, text, outlet="Quay Post", **beside):
    return {"date": day, "text": text, "publisher": outlet, **beside}


class Feed:
    """Rows taken in and read, each under the letter of its place: a, b, c."""

    def __init__(self, *rows):
        lines = io.BytesIO("\n".join(map(json.dumps, rows)).encode())
        self.reports = [one for one in reports(lines, "feed.jsonl") if isinstance(one, Report)]
        assert len(self.reports) == len(rows)
        self.letters = {one.id: "abcdefgh"[number] for number, one in enumerate(self.reports)}
        self.texts = {one.id: one.text for one in self.reports}
        self.notices = {one.id: read(one).notices for one in self.reports}

    def revised(self, judgements=()):
        """What is said, in the order in which a ledger gives the reports."""
        listings = sorted((one.listing for one in self.reports), key=_published)
        names = Headline._fields
        headlines = {one.id: Headline(*(getattr(one, name) for name in names)) for one in listings}
        notices = [(one.id, notice) for one in listings for notice in self.notices[one.id]]
        return revisions(headlines, notices, judgements, self.texts.__getitem__)

    def told(self):
        """(by, kind, earlier report) of each."""
        return sorted((self.letters[one.by], one.kind, self.letters[one.report]) for one in self.revised())


def told(*rows):
    """The same for rows, which is the same in every order of them."""
    found = Feed(*rows).told()
    for order in permutations(range(len(rows))):
        feed = Feed(*(rows[place] for place in order))
        feed.letters = dict(zip((one.id for one in feed.reports), ("abcdefgh"[place] for place in order), strict=True))
        assert feed.told() == found
    return found


def _published(listing):
    when = listing.published
    return (
        (when.start is None, when.start, when.end is None, when.end, listing.id) if when.start else (True, listing.id)
    )
