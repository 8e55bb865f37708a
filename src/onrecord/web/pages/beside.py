"""A passage of a report beside its twin in another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.errors import BadArgument, NotFound
from onrecord.library import Snapshot
from onrecord.record.report import Listing
from onrecord.record.reuse import Reuse
from onrecord.record.span import Span
from onrecord.web.marking import Line, Mark, around, line_at, marked
from onrecord.web.visit import Page, Visit
from onrecord.wording import words

_BESIDE = 2  # lines shown before and after a passage


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two places.

    Attributes:
        listing: the report.
        place: where the passage stands in it.
        lines: the passage with a few lines around it.
        anchor: what leads to its first line on the report's page.
        whole: whether that is all of the report.
    """

    listing: Listing
    place: Span
    lines: tuple[Line, ...]
    anchor: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage that two reports share: here, there, and how they are alike."""

    here: Span
    there: Span
    reuse: Reuse


def beside(visit: Visit, listing: Listing) -> Page:
    """The passage that starts at a place of a report, beside the same in another report. Raises NotFound."""
    other = visit.snapshot.listing(visit.text("beside"))
    pairs = sorted(_pairs(visit.snapshot.reuse(listing.id), listing.id, other.id), key=lambda pair: pair.here)
    chosen = _chosen(pairs, _place(visit.text("at")))
    sides = _sides(visit.snapshot, (listing, chosen.here), (other, chosen.there))
    return Page(
        "beside.html", {"listing": listing, "other": other, "pairs": pairs, "chosen": chosen, "sides": list(sides)}
    )


def _place(given: str) -> int | None:
    if given and not (given.isascii() and given.isdigit()):
        raise BadArgument(f"at={given!r}: give the place where a passage starts, as the page of the report does")
    return int(given) if given else None


def _pairs(found: Iterable[Reuse], here: str, there: str) -> Iterator[Pair]:
    for one in found:
        if (one.a.report, one.b.report) == (here, there):
            yield Pair(one.a, one.b, one)
        if (one.b.report, one.a.report) == (here, there):
            yield Pair(one.b, one.a, one)


def _chosen(pairs: list[Pair], at: int | None) -> Pair:
    fitting = [pair for pair in pairs if at is None or pair.here.start == at]
    if not fitting:
        raise NotFound("the two reports share no passage that starts there, as far as the record of that day tells")
    return fitting[0]


def _sides(snapshot: Snapshot, *sides: tuple[Listing, Span]) -> Iterator[Side]:
    texts = [snapshot.text(listing.id) for listing, _ in sides]
    places = [place for _, place in sides]
    apart = differing(texts[0], places[0], texts[1], places[1])
    for (listing, place), text, others in zip(sides, texts, apart, strict=True):
        parts = [("passage", place), *(("other", span) for span in others)]
        lines = marked(text, [Mark("", part, span, 0) for part, span in parts])
        near = around(lines, place, _BESIDE)
        yield Side(listing, place, tuple(near), f"at-{line_at(text, place.start)}", len(near) == len(lines))


def differing(one: str, here: Span, other: str, there: Span) -> tuple[list[Span], list[Span]]:
    """The words of each of two places that the other does not have there, in order.

    Args:
        one: the text of the first.
        here: the first place.
        other: the text of the second.
        there: the second place.
    """
    ours, theirs = words(one, here.start, here.end), words(other, there.start, there.end)
    matcher = SequenceMatcher(None, [word.form for word in ours], [word.form for word in theirs], autojunk=False)
    found: tuple[list[Span], list[Span]] = ([], [])
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            found[0].extend(Span(here.report, word.start, word.end) for word in ours[a:b])
            found[1].extend(Span(there.report, word.start, word.end) for word in theirs[c:d])
    return found
