"""The last steps of a reading: what its statements claim, what the report claims itself, and its shingles."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter

from onrecord.reading.claims import stated
from onrecord.reading.own import narrated
from onrecord.reading.scene import scene
from onrecord.record.name import Kind, Name
from onrecord.record.reading import Reading, TellingKind
from onrecord.record.report import Report
from onrecord.record.span import Span
from onrecord.record.statement import Statement
from onrecord.wording import name_key

_ON_THE_PAST = {"genuineness"}  # relations that ask what is old
_WORDS = re.compile(r"\w{2}")


def claiming(report: Report, reading: Reading) -> Reading:
    """The reading with claims, own-voice statements, the places and the outlet that they name, and shingles."""
    from onrecord.reading.shingles import shingles  # noqa: PLC0415 - it loads numpy, and views do without

    speaking = {key for statement in reading.statements for key in statement.chain}
    year = str(report.published.end.year) if report.published.end else ""
    found = scene(report.text, reading.names, speaking, year)
    skip = _past(reading)
    outlet = _outlet(report, reading)
    made = stated(found, reading.statements)
    sentences = [sentence for sentence in reading.sentences if sentence not in skip]
    own = narrated(found, sentences, made, outlet.key if outlet else "", report.published)
    statements = sorted((*_current(made, skip), *own), key=lambda s: (s.content[0].start, s.content[-1].end, s.id))
    names = {name.key: name for name in (*([outlet] if outlet else ()), *found.names.values())}
    used = {outlet.key if outlet else "", *(key for statement in statements for key in _keys(statement))}
    return replace(
        reading,
        names=tuple(names[key] for key in sorted(names) if key in used or _telling(names[key])),
        statements=tuple(statements),
        shingles=shingles(report.text, _unread(report, reading)),
    )


def _past(reading: Reading) -> set[Span]:
    """The sentences that tell of the past; what is said today may have an old date within it."""
    return {one.sentence for one in reading.tellings if one.background and one.kind is not TellingKind.QUOTED}


def _outlet(report: Report, reading: Reading) -> Name | None:
    """The outlet as a bearer of a name: it speaks where the report speaks in its own voice."""
    outlet = report.listing.outlet
    key = name_key(outlet)
    if not key or any(name.key == key for name in reading.names):
        return next((name for name in reading.names if name.key == key and key), None)
    return Name(key, outlet, Kind.OUTLET, (outlet,))


def _telling(name: Name) -> bool:
    """Whether a name that nothing is claimed of tells who somebody is, or that two share a surname."""
    full = " " in name.key or len(name.spellings) > 1 or bool(name.roles)
    return full and not name.local and name.kind is not Kind.PLACE


def _keys(statement: Statement) -> Iterator[str]:
    """The name keys that a statement and its claims use."""
    yield from statement.chain
    for claim in statement.claims:
        yield from (claim.subject, claim.value, claim.value.removeprefix("in ").removeprefix("near "))


def _current(statements: Iterable[Statement], background: Collection[Span]) -> Iterator[Statement]:
    """The statements; those told as background bear on no question of today."""
    told = sorted((sentence.start, sentence) for sentence in background)
    for statement in statements:
        first = statement.content[0]
        at = bisect_right(told, first.start, key=itemgetter(0))
        old = bool(at) and told[at - 1][1].holds(first)
        kept = tuple(claim for claim in statement.claims if claim.relation in _ON_THE_PAST)
        yield replace(statement, claims=kept) if old else statement


def _unread(report: Report, reading: Reading) -> list[tuple[int, int]]:
    """The stretches of words that are no sentence of the report: header lines, credits."""
    ends = [(0, 0), *((s.start, s.end) for s in reading.sentences), (len(report.text), len(report.text))]
    gaps = ((before[1], after[0]) for before, after in pairwise(ends))
    return [(start, end) for start, end in gaps if start < end and _WORDS.search(report.text, start, end)]
