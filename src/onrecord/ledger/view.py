"""What a record's file answers, as of any day."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from sqlite3 import Connection
from typing import TypeVar

from onrecord.errors import NotFound
from onrecord.ledger import decisions, lookups, queries, rows
from onrecord.ledger.base import NameSeen, Prints, Selection, Uttered
from onrecord.ledger.derived import Derived
from onrecord.ledger.queries import listed
from onrecord.ledger.rows import Row, Slot
from onrecord.ledger.schema import UNDATED
from onrecord.ledger.shared import Load, Shared
from onrecord.record.claimed import ClaimRow, MatterCount, Member, TopicClaims, TopicCount
from onrecord.record.judgement import Judgement
from onrecord.record.name import Name
from onrecord.record.problem import Problem
from onrecord.record.reading import Notice, Reading, Telling
from onrecord.record.report import Headline, Listing, Report
from onrecord.record.span import Span
from onrecord.record.statement import Statement
from onrecord.record.when import When

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class SqliteView:
    """The record as it could be known on a day."""

    def __init__(self, connection: Connection, as_of: date | None, shared: Shared) -> None:
        self._connection = connection
        self._as_of = as_of
        self._derived = Derived(connection, as_of)
        self._shared = shared

    @property
    def as_of(self) -> date | None:
        """The day; None for everything, undated reports included."""
        return self._as_of

    def count(self) -> int:
        """How many reports the view holds."""
        return self._number(queries.COUNT)

    def left_out(self) -> int:
        """How many reports it leaves out because nothing says when they were published; 0 without a day."""
        return self._number(queries.LEFT_OUT)

    def days(self) -> list[tuple[date, int]]:
        """The days on which reports were published, in order, each with how many; of an interval its last day."""
        return [(date.fromordinal(day), count) for day, count in self._rows(queries.DAYS)]

    def listings(self, ids: Collection[str] | None = None) -> dict[str, Listing]:
        """What is known of the reports beside their texts, by id, in order of publication and id."""
        found = self._rows(queries.listings(ids), ids=listed(ids))
        return {row[0]: rows.listing(row) for row in found}

    def headlines(self) -> list[Headline]:
        """The headlines of all reports, in order of publication and id."""
        return list(map(rows.headline, self._rows(queries.HEADLINES)))

    def published_by(self, day: date) -> set[str]:
        """Ids of the reports that were surely published by a day."""
        return {report for (report,) in self._rows(queries.PUBLISHED_BY, until=rows.day_cell(day))}

    def text(self, report: str) -> str:
        """The text of one report. Raises NotFound."""
        for (text,) in self._rows(queries.TEXT, report=report):
            return str(text)
        raise self._no(report)

    def report(self, report: str) -> Report:
        """One report with its text. Raises NotFound."""
        text = self.text(report)
        return Report(self.listings([report])[report], text)

    def reading(self, report: str) -> Reading:
        """All that was read in one report. Raises NotFound."""
        slot = self._slot(report)

        def of(sql: str) -> Iterator[Row]:
            return self._rows(sql, number=slot.number)

        ((reader, sentences),) = of(queries.READER)
        return Reading(
            report=report,
            reader=reader,
            sentences=rows.spans(report, sentences),
            names=tuple(map(rows.name, of(queries.NAMES_OF))),
            statements=tuple(self._statements(of(queries.STATEMENTS_OF))),
            tellings=tuple(rows.telling(report, row) for row in of(queries.TELLINGS_OF)),
            shingles=tuple(shingle for row in of(queries.SHINGLES_OF) for shingle in rows.shingles(row)),
            notices=tuple(rows.notice(report, row) for row in of(queries.NOTICES_OF)),
            problems=tuple(Problem(*row) for row in of(queries.PROBLEMS_OF)),
            meanings=tuple(map(rows.meaning, of(queries.MEANINGS_OF))),
        )

    def readers(self) -> list[str]:
        """The versions of the reader by which the reports were read, sorted."""
        return [reader for (reader,) in self._rows(queries.READERS)]

    def names(self) -> list[NameSeen]:
        """Name keys and kinds of all who are somebody, and not nobody beyond their report; by key and kind."""
        return rows.names_seen(self._rows(queries.NAMES_SEEN))

    def spellings(self, keys: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Every spelling seen of each key, sorted; a key that is not seen is left out."""
        found = groupby(self._rows(queries.SPELLINGS, keys=listed(keys)), itemgetter(0))
        return {key: tuple(sorted({each for _, cell in uses for each in rows.texts(cell)})) for key, uses in found}

    def named(self, keys: Collection[str] | None = None) -> list[tuple[str, Name]]:
        """(report, name) for each use of these keys, in order of key and report."""
        found = self._rows(queries.named(keys), keys=listed(keys))
        return [(row[0], rows.name(row[1:])) for row in found]

    def statements(self, selection: Selection) -> list[Statement]:
        """The statements that fit, by report in order of publication and id, then by offset."""
        if selection.ids is not None and selection == Selection(ids=selection.ids):
            return self._found(selection.ids, lookups.statements)
        if selection.reports is not None and selection == Selection(reports=selection.reports):
            return self._found(selection.reports, lookups.statements_in)
        if selection.sources is not None and selection == Selection(sources=selection.sources):
            return self._found(selection.sources, lookups.statements_by)
        sql, values = queries.statements(selection)
        return self._statements(self._rows(sql, **values))

    def count_statements(self, selection: Selection) -> int:
        """How many statements fit, whatever the limit."""
        sql, values = queries.statement_count(selection)
        return self._number(sql, **values)

    def statement_counts(self) -> dict[str, tuple[int, int]]:
        """For each speaking name key: how many statements, in how many reports."""
        return {source: (count, reports) for source, count, reports in self._rows(queries.STATEMENT_COUNTS)}

    def utterances(self, sources: Collection[str] | None = None) -> list[Uttered]:
        """The statements of speakers who are somebody, counted together where speaker, channel and day agree."""
        return list(map(rows.uttered, self._rows(queries.utterances(sources), sources=listed(sources))))

    def roles(self) -> dict[str, tuple[str, ...]]:
        """Every role that reports give somebody, sorted, by name key; those who have none are left out."""
        found = groupby(self._rows(queries.ROLES), itemgetter(0))
        return {key: tuple(sorted({each for _, cell in uses for each in rows.texts(cell)})) for key, uses in found}

    def offices(self) -> list[str]:
        """Keys of the offices that reports speak of without a name, sorted."""
        return [key for (key,) in self._rows(queries.OFFICES)]

    def claims(self, relation: str, subjects: Collection[str]) -> list[ClaimRow]:
        """Claims of a relation on these subjects, by publication, report and offset."""
        return self._found([(relation, subject) for subject in subjects], lookups.claims)

    def topic_counts(self) -> list[TopicCount]:
        """How much is said on each topic of two statements or more, by id."""
        return [TopicCount(*row) for row in self._rows(queries.TOPIC_COUNTS)]

    def topic_claims(self) -> list[TopicClaims]:
        """What the statements of each topic claim, by topic, relation and subject."""
        return [TopicClaims(*row) for row in self._rows(queries.TOPIC_CLAIMS)]

    def fresh_subjects(self, since: date) -> list[tuple[str, str]]:
        """Relation and subject of the claims of reports that may be of that day or later, each pair once, sorted."""
        found = self._rows(queries.FRESH_SUBJECTS, since=rows.day_cell(since))
        return [(relation, subject) for relation, subject in found]

    def fresh_topics(self, since: date) -> list[str]:
        """The topics of statements of such reports, by id."""
        return [topic for (topic,) in self._rows(queries.FRESH_TOPICS, since=rows.day_cell(since))]

    def subjects_of(self, sources: Collection[str]) -> list[tuple[str, str]]:
        """Relation and subject of the claims of these speakers, by name key, each pair once, sorted."""
        found = self._rows(queries.SUBJECTS_OF, sources=listed(sources))
        return [(relation, subject) for relation, subject in found]

    def topics_of_sources(self, sources: Collection[str]) -> list[str]:
        """The topics of statements of these speakers, by id."""
        return [topic for (topic,) in self._rows(queries.TOPICS_OF_SOURCES, sources=listed(sources))]

    def topics_with(self, word: str) -> list[tuple[str, int]]:
        """The topics with a word that begins so, by id, and how many of their statements have one."""
        return [(topic, count) for topic, count in self._rows(queries.TOPICS_WITH, words=queries.beginning(word))]

    def topic_vectors(self, topics: Collection[str]) -> list[tuple[str, bytes]]:
        """(topic, vector of what it is about) of every statement of these topics, in order of both."""
        found = self._rows(queries.TOPIC_VECTORS, topics=listed(topics))
        return [(topic, vector) for topic, vector in found]

    def vectors(self, statements: Collection[str]) -> list[bytes]:
        """The vectors of what these statements are about, in order."""
        return [vector for (vector,) in self._rows(queries.VECTORS, statements=listed(statements))]

    def members(self, topics: Collection[str]) -> list[Member]:
        """The statements of these topics, by publication, report and offset; see `ClaimRow.answer`."""
        return self._found(topics, lookups.members)

    def topics_of(self, statements: Collection[str]) -> list[tuple[str, Member]]:
        """(topic, statement) for each of these, in the same order; the topic is empty where it came to none."""
        found = self._rows(queries.TOPICS_OF, statements=listed(statements))
        return [(row[0] or "", rows.member(row[1:])) for row in found]

    def opposed(self, topics: Collection[str]) -> list[tuple[str, str, float]]:
        """Statements of these topics that are at odds, the earlier one first, and how likely that is; by id."""
        return self._found(topics, lookups.opposed)

    def subjects(self) -> list[tuple[str, str]]:
        """Relation and subject of every claim, each pair once, sorted."""
        return [(relation, subject) for relation, subject in self._rows(queries.SUBJECTS)]

    def matter_counts(self) -> list[MatterCount]:
        """How much is claimed of each subject under each relation, in order of both."""
        return [MatterCount(*row) for row in self._rows(queries.MATTER_COUNTS)]

    def prints(self) -> dict[str, Prints]:
        """The shingles of each report that has any, in order of publication and report."""
        # Read as they lie: the database would carry them all along while it sorts.
        packed = {number: (prints, words) for number, prints, words in self._rows(queries.SHINGLES)}
        return {report: packed[number] for number, report in self._rows(queries.NUMBERED) if number in packed}

    def tellings(
        self, since: date | None = None, until: date | None = None, limit: int | None = None
    ) -> list[tuple[str, Telling]]:
        """(report, telling) of happenings that end within these days, by date, publication, report and offset.

        Of more than `limit`, those dated last.
        """
        sql = queries.tellings(since=since is not None, until=until is not None, limit=limit is not None)
        found = self._rows(sql, since=rows.day_cell(since), until=rows.day_cell(until), limit=limit)
        return [(row[0], rows.telling(row[0], row[1:])) for row in found]

    def unplaced(self) -> list[tuple[str, Telling]]:
        """(report, telling) of happenings that a report tells by a day that it alone cannot place."""
        return [(row[0], rows.telling(row[0], row[1:])) for row in self._rows(queries.UNPLACED)]

    def notices(self) -> list[tuple[str, Notice]]:
        """(report, notice) of corrections and withdrawals, by publication, report and offset."""
        return [(row[0], rows.notice(row[0], row[1:])) for row in self._rows(queries.NOTICES)]

    def search(self, words: str, limit: int | None = None) -> list[Span]:
        """Lines of reports that hold all the words, the newest reports first."""
        found = self._rows(queries.SEARCH, words=queries.all_words(words), limit=-1 if limit is None else limit)
        return [Span(*row) for row in found]

    def problems(self) -> list[Problem]:
        """What could not be read, sorted; those of reports that the view leaves out are left out too."""
        return [Problem(*row) for row in self._rows(queries.PROBLEMS)]

    def judgements(self) -> list[Judgement]:
        """Decisions in the order of their time and id; those about places in reports left out are left out too."""
        return sorted(map(rows.judgement, self._rows(decisions.JUDGEMENTS)), key=lambda made: (made.when, made.id))

    def rejected(self) -> frozenset[str]:
        """Ids of the statements that a person has rejected."""
        return frozenset(statement for (statement,) in self._rows(decisions.REJECTED))

    def as_read(self, statements: Collection[str]) -> dict[str, Statement]:
        """Those of the statements that a person has corrected or rejected, as they were read, without their claims."""
        found = self._rows(decisions.AS_READ, ids=listed(statements))
        return {cells[0]: rows.statement(report, tuple(cells), ()) for _, report, *cells in found}

    def came_dated(self, reports: Collection[str]) -> dict[str, When]:
        """The days with which those of the reports came that a person has dated."""
        return {row[0]: rows.when(row[0], row[1:]) for row in self._rows(decisions.CAME_DATED, ids=listed(reports))}

    def derived(self, what: str) -> bytes | None:
        """What was worked out of all that the view holds, and kept; None where the record has changed since."""
        return self._derived.made(what)

    def keep(self, what: str, made: bytes) -> None:
        """Keep what was worked out after `derived` did not find it; nothing, where the record has changed meanwhile."""
        self._derived.keep(what, made)

    def _found(self, keys: Collection[K], load: Load[K, T]) -> list[T]:
        return self._shared.found(self._derived.began, keys, load, rows.day_cell(self._as_of) or UNDATED)

    def _rows(self, sql: str, **values: object) -> Iterator[Row]:
        return iter(self._connection.execute(sql, {"day": rows.day_cell(self._as_of), **values}))

    def _number(self, sql: str, **values: object) -> int:
        ((number,),) = self._rows(sql, **values)
        return int(number)

    def _slot(self, report: str) -> Slot:
        """Where a report of the view lies."""
        for found in self._rows(queries.SLOT, report=report):
            return Slot(*found)
        raise self._no(report)

    def _no(self, report: str) -> NotFound:
        return NotFound(f"no report {report!r} in the record" + (f" as of {self._as_of}" if self._as_of else ""))

    def _statements(self, found: Iterable[Row]) -> list[Statement]:
        """Statements of their rows, with their claims."""
        return lookups.with_claims(self._connection, list(found))
