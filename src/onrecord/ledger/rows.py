"""Nouns to rows and back: the one place that knows how a noun lies in the tables."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from operator import attrgetter
from struct import pack, unpack
from typing import Any, TypeAlias

from onrecord.ledger.base import NameSeen, Uttered
from onrecord.record.claim import Claim
from onrecord.record.claimed import ClaimRow, Member
from onrecord.record.judgement import Judgement, Ruling
from onrecord.record.name import Kind, Name
from onrecord.record.problem import Problem
from onrecord.record.reading import Meaning, Notice, Reading, Shingle, Telling, TellingKind
from onrecord.record.report import Headline, Listing, Status
from onrecord.record.span import Span
from onrecord.record.statement import Act, Basis, Mode, Stance, Statement
from onrecord.record.when import Precision, When

Row: TypeAlias = tuple[Any, ...]
"""Cells in the order of their columns."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a report lies in the file, with the days of its publication as ordinals."""

    number: int
    first: int | None
    last: int | None

    def at(self, place: int) -> int:
        """The number of a line or statement: the report's, shifted by 32 bits, and its start or rank."""
        return self.number << 32 | place


def packed(values: Iterable[str] | Iterable[int]) -> str:
    """Texts or numbers in one cell."""
    return json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=2**14)
def texts(cell: str) -> tuple[str, ...]:
    """The texts of one cell."""
    return tuple(json.loads(cell))


def packed_spans(places: Iterable[Span]) -> str:
    """Spans of one report in one cell: start, end, start, end ..."""
    return packed(offset for place in places for offset in (place.start, place.end))


def spans(report: str, cell: str) -> tuple[Span, ...]:
    """The spans of one cell."""
    offsets = map(int, cell[1:-1].split(",") if len(cell) > len("[]") else ())
    return tuple([Span(report, start, end) for start, end in zip(offsets, offsets, strict=True)])


def packed_prints(prints: Sequence[int]) -> bytes:
    """Prints in one cell: four bytes each, the lowest first."""
    return pack(f"<{len(prints)}I", *prints)


def prints(cell: bytes) -> tuple[int, ...]:
    """The prints of one cell."""
    return unpack(f"<{len(cell) // 4}I", cell)


def span_cells(place: Span | None) -> Row:
    """A span that may be missing, in two cells."""
    return (place.start, place.end) if place else (None, None)


def span(report: str, start: int | None, end: int | None) -> Span | None:
    """The span of two cells, which are null together."""
    return None if start is None or end is None else Span(report, start, end)


def day_cell(known: date | None) -> int | None:
    """A day that may be unknown, in one cell."""
    return None if known is None else known.toordinal()


def day(cell: int | None) -> date | None:
    """The day of one cell."""
    return None if cell is None else date.fromordinal(cell)


_day = lru_cache(maxsize=2**14)(day)
_KINDS = {each.value: each for each in Kind}
_TELLING_KINDS = {each.value: each for each in TellingKind}
_MODES = {each.value: each for each in Mode}
_ACTS = {each.value: each for each in Act}
_STANCES = {each.value: each for each in Stance}
_BASES = {each.value: each for each in Basis}
_STATUSES = {each.value: each for each in Status}


def when_cells(when: When) -> Row:
    """A date in five cells."""
    return (day_cell(when.start), day_cell(when.end), when.precision.value, *span_cells(when.words))


def when(report: str, cells: Row) -> When:
    """The date of five cells."""
    first, last, precision, start, end = cells
    known = _wordless(first, last, precision)
    return known if start is None else When(known.start, known.end, known.precision, Span(report, start, end))


@lru_cache(maxsize=2**14)
def _wordless(first: int | None, last: int | None, precision: str) -> When:
    return When(day(first), day(last), Precision(precision))


def firsts(keys: Iterable[Hashable]) -> Iterator[int]:
    """1 for the first of equal keys, 0 for the others."""
    seen = set[Hashable]()
    for key in keys:
        yield int(key not in seen)
        seen.add(key)


# Reports


def listing_cells(listing: Listing) -> Row:
    """A listing as it stands in `reports`; its file stands in `files`."""
    about = (listing.id, listing.url, listing.outlet, listing.title)
    return (*about, *when_cells(listing.published), listing.language, listing.declared.value, listing.edition)


def listing(row: Row) -> Listing:
    """A listing from its cells, in the order of its fields."""
    report, file, url, outlet, title, *published, language, declared, edition = row
    known = when(report, tuple(published))
    return Listing(report, file, url, outlet, title, known, language, _STATUSES[declared], edition)


def headline(row: Row) -> Headline:
    """A headline from its cells, in the order of its fields."""
    report, url, outlet, title, first, last, precision, declared, edition = row
    return Headline(report, url, outlet, title, _wordless(first, last, precision), _STATUSES[declared], edition)


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line that is not blank."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


# What was read in one report


def statement_rows(slot: Slot, statements: Iterable[Statement]) -> Iterator[Row]:
    """The rows of `statements`."""
    statements = tuple(statements)
    once = firsts(each.source for each in statements)
    said_once = firsts((each.source, each.channel, _days(each.said)) for each in statements)
    for rank, each in enumerate(statements):
        yield (
            *(slot.at(rank), slot.number, each.id, each.mode, each.act, each.stance, packed(each.chain)),
            *(*span_cells(each.speaker), *span_cells(each.cue), packed_spans(each.content), each.channel),
            *(*when_cells(each.said), packed(each.answers)),
            *(each.source, each.content[0].start, slot.last, next(once), next(said_once)),
            *(each.basis, packed_prints(each.prints)),
        )


def meaning_rows(slot: Slot, meanings: Iterable[Meaning]) -> Iterator[Row]:
    """The rows of `meanings`."""
    return ((slot.at(rank), each.about, each.says, each.words, each.negates) for rank, each in enumerate(meanings))


def meaning(row: Row) -> Meaning:
    """A meaning from its cells, in the order of its fields."""
    about, says, words, negates = row
    return Meaning(about, says, words, negates == 1)


def _days(when: When) -> Row:
    return (when.start, when.end, when.precision)


def statement(report: str, row: Row, claims: Iterable[Claim]) -> Statement:
    """A statement from its cells, in the order of its fields, and its claims."""
    key, mode, act, stance, chain, *speaker_and_cue, content, channel = row[:11]
    first, last, precision, start, end, answers, basis, found = row[11:]
    return Statement(
        key,
        report,
        _MODES[mode],
        _ACTS[act],
        _STANCES[stance],
        texts(chain),
        span(report, *speaker_and_cue[:2]),
        span(report, *speaker_and_cue[2:]),
        spans(report, content),
        channel,
        when(report, (first, last, precision, start, end)),
        tuple(claims),
        texts(answers),
        _BASES[basis],
        prints(found),
    )


def claim_rows(slot: Slot, statements: Iterable[Statement]) -> Iterator[Row]:
    """The rows of `claims`."""
    made = [
        (slot.at(at), rank, claim.words, (*_fields(claim), statement.source or ""))
        for at, statement in enumerate(statements)
        for rank, claim in enumerate(statement.claims)
    ]
    statement_once = firsts((at, fields) for at, _, _, fields in made)
    report_once = firsts(fields for _, _, _, fields in made)
    for at, rank, words, fields in made:
        once = (next(statement_once), next(report_once))
        yield (at, rank, *fields, words.start, words.end, slot.first, slot.last, *once)


def _fields(claim: Claim) -> Row:
    return (claim.relation, claim.subject, claim.value, claim.affirms, claim.extent, claim.amount)


def claim(report: str, row: Row) -> Claim:
    """A claim from its cells, in the order of its fields."""
    relation, subject, value, affirms, extent, amount, start, end = row
    return Claim(relation, subject, value, bool(affirms), extent, amount, Span(report, start, end))


def claim_row(row: Row) -> ClaimRow:
    """A claim among those of other reports from its cells, in the order of its fields."""
    statement, report, outlet, published, mode, chain, first, last, precision = row[:9]
    relation, subject, value, affirms, extent, amount, start, end, basis, found, answer = row[9:]
    whose = (statement, report, outlet, _day(published), _MODES[mode], texts(chain), _wordless(first, last, precision))
    what = (relation, subject, value, affirms == 1, extent, amount, start, end)
    return ClaimRow(*whose, *what, _BASES[basis], prints(found), answer or "")


def member(row: Row) -> Member:
    """A statement of a topic from its cells: as a claim of which nothing is known but its words."""
    statement, report, outlet, published, mode, chain, first, last, precision = row[:9]
    content, basis, found, answer, claims = row[9:]
    whose = (statement, report, outlet, _day(published), _MODES[mode], texts(chain), _wordless(first, last, precision))
    places = spans(report, content)
    ends = (places[0].start, places[-1].end)
    alone = ClaimRow(*whose, "", "", "", True, "", None, *ends, _BASES[basis], prints(found), answer)
    asked = (claim.split(" ", 1) for claim in texts(claims))
    return Member(alone, tuple((relation, subject) for relation, subject in asked))


def uttered(row: Row) -> Uttered:
    """A count of statements from its cells, in the order of its fields."""
    source, channel, first, last, precision, statements, reports = row
    return Uttered(source, channel, _wordless(first, last, precision), statements, reports)


def name_rows(slot: Slot, names: Iterable[Name]) -> Iterator[Row]:
    """The rows of `names`."""
    names = tuple(names)
    once = firsts((name.key, name.kind) for name in names)
    for rank, (name, report_once) in enumerate(zip(names, once, strict=True)):
        written = (name.key, name.name, name.kind, packed(name.spellings), packed(name.roles))
        yield (slot.number, rank, *written, slot.last, report_once)


def name(row: Row) -> Name:
    """A name from its cells, in the order of its fields."""
    key, fullest, kind, spellings, roles = row
    return Name(key, fullest, Kind(kind), texts(spellings), texts(roles))


def names_seen(found: Iterable[Row]) -> list[NameSeen]:
    """Name keys and kinds from the cells (key, kind, name, reports) of each of their names, sorted by name."""
    fullest: dict[tuple[str, str], str] = {}
    counts: dict[tuple[str, str], int] = {}
    for key, kind, name, reports in found:
        bearer = (key, kind)
        counts[bearer] = counts.get(bearer, 0) + reports
        if len(name) > len(fullest.setdefault(bearer, name)):
            fullest[bearer] = name
    return [NameSeen(key, _KINDS[kind], fullest[key, kind], reports) for (key, kind), reports in counts.items()]


def telling_rows(slot: Slot, tellings: Iterable[Telling]) -> Iterator[Row]:
    """The rows of `tellings`."""
    for rank, told in enumerate(tellings):
        happened = (*when_cells(told.when), *span_cells(told.sentence))
        yield (slot.number, rank, *happened, packed(told.statements), told.background, told.kind.value)


def telling(report: str, row: Row) -> Telling:
    """A telling from its cells, in the order of its fields."""
    *happened, start, end, statements, background, kind = row
    span, dated = Span(report, start, end), when(report, tuple(happened))
    return Telling(dated, span, texts(statements), bool(background), _TELLING_KINDS[kind])


def shingle_rows(slot: Slot, shingles: Sequence[Shingle]) -> Iterator[Row]:
    """The row of `shingles`, where there are any."""
    if shingles:
        form = f"<{len(shingles)}I"
        prints, words = (pack(form, *map(attrgetter(field), shingles)) for field in ("print", "word"))
        yield (slot.number, prints, words)


def shingles(row: Row) -> tuple[Shingle, ...]:
    """The shingles of a row."""
    prints, words = (unpack(f"<{len(cell) // 4}I", cell) for cell in row)
    return tuple(map(Shingle, prints, words))


def notice_rows(slot: Slot, notices: Iterable[Notice]) -> Iterator[Row]:
    """The rows of `notices`."""
    for rank, one in enumerate(notices):
        yield (slot.number, rank, one.kind, one.span.start, one.span.end, one.quoted, one.itself, one.outlet)


def notice(report: str, row: Row) -> Notice:
    """A notice from its cells."""
    kind, start, end, quoted, itself, outlet = row
    return Notice(kind, Span(report, start, end), quoted, bool(itself), outlet)


def problem_rows(slot: Slot, problems: Iterable[Problem]) -> Iterator[Row]:
    """The rows of `reading_problems`."""
    for rank, problem in enumerate(problems):
        yield (slot.number, rank, problem.where, problem.what, problem.advice)


def reading_cells(slot: Slot, reading: Reading) -> Row:
    """The row of `readings`."""
    return (slot.number, reading.reader, packed_spans(reading.sentences))


def contents(slot: Slot, text: str, contents: Iterable[tuple[Span, ...]]) -> Iterator[Row]:
    """The rows of `statement_words`: what each statement's content says."""
    for rank, content in enumerate(contents):
        yield (slot.at(rank), " ".join(part.of(text) for part in content))


# Decisions


def judgement_cells(judgement: Judgement) -> Row:
    """The row of `judgements`."""
    return (
        *(judgement.id, judgement.ruling, packed(judgement.names), judgement.part, judgement.value),
        *(judgement.who, judgement.why, judgement.when.isoformat()),
    )


def place_rows(judgement: Judgement) -> Iterator[Row]:
    """The rows of `judged_places`."""
    for rank, place in enumerate(judgement.places):
        yield (judgement.id, rank, place.report, place.start, place.end)


def judgement(row: Row) -> Judgement:
    """A judgement from its cells; its places are one of them, as triples."""
    key, ruling, names, part, value, who, why, at, places = row
    stood = tuple(Span(*place) for place in json.loads(places))
    return Judgement(key, Ruling(ruling), stood, texts(names), part, value, who, why, datetime.fromisoformat(at))
