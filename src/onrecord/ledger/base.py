"""What every ledger offers: a store that hands out a writer and views.

The reports as they came, problems and judgements are only ever appended. Readings are derived from them: a re-reading
replaces a report's reading whole, in one transaction. Nothing here depends on the order in which reports were added.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from onrecord.record.claimed import ClaimRow, MatterCount, Member, TopicClaims, TopicCount
from onrecord.record.judgement import Judgement
from onrecord.record.name import Kind, Name
from onrecord.record.problem import Problem
from onrecord.record.reading import Notice, Reading, Telling
from onrecord.record.report import Headline, Listing, Report
from onrecord.record.span import Span
from onrecord.record.statement import Act, Stance, Statement
from onrecord.record.topic import Brought, Gathered, Opposed, Spoken
from onrecord.record.when import When


@dataclass(frozen=True, slots=True)
class Selection:
    """Which statements to fetch; what is left out does not restrict.

    Attributes:
        ids: statement ids.
        reports: report ids.
        sources: name keys of the speaker, the last of the chain.
        chain: name keys of which one at least stands in the chain.
        channel: exact channel.
        act: what the speaker does by speaking.
        stance: the report's stance.
        words: words that the content holds, all of them, whatever their case.
        since: surely published on that day or later.
        until: surely published on that day or before.
        limit: at most so many, those of the newest reports; None for all. It does not change their order.
    """

    ids: Collection[str] | None = None
    reports: Collection[str] | None = None
    sources: Collection[str] | None = None
    chain: Collection[str] | None = None
    channel: str | None = None
    act: Act | None = None
    stance: Stance | None = None
    words: str = ""
    since: date | None = None
    until: date | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class NameSeen:
    """A name key and kind over all reports of a view: the reports that use it and the fullest, first-sorted name."""

    key: str
    kind: Kind
    name: str
    reports: int


@dataclass(frozen=True, slots=True)
class Uttered:
    """Statements that agree in speaker (a name key), channel and day, with how many there are."""

    source: str
    channel: str
    said: When
    statements: int
    reports: int


Prints = tuple[bytes, bytes]
"""The shingles of a report, in order: their prints and their words, as 32-bit numbers with the least byte first."""


class View(Protocol):
    """The record as it could be known on a day: the reports published by then, and what they say.

    Every answer is in an order of its own contents (day of publication, id, offset), never in that of arrival, and
    is the same as if no later report had ever been added.
    """

    @property
    def as_of(self) -> date | None:
        """The day; None for everything, undated reports included."""

    def count(self) -> int:
        """How many reports the view holds."""

    def left_out(self) -> int:
        """How many reports it leaves out because nothing says when they were published; 0 without a day."""

    def days(self) -> list[tuple[date, int]]:
        """The days on which reports were published, in order, each with how many; of an interval its last day."""

    def listings(self, ids: Collection[str] | None = None) -> dict[str, Listing]:
        """What is known of the reports beside their texts, by id, in order of publication and id."""

    def headlines(self) -> list[Headline]:
        """The headlines of all reports, in order of publication and id."""

    def published_by(self, day: date) -> set[str]:
        """Ids of the reports that were surely published by a day."""

    def text(self, report: str) -> str:
        """The text of one report. Raises NotFound."""

    def report(self, report: str) -> Report:
        """One report with its text. Raises NotFound."""

    def reading(self, report: str) -> Reading:
        """All that was read in one report. Raises NotFound."""

    def readers(self) -> list[str]:
        """The versions of the reader by which the reports were read, sorted."""

    def names(self) -> list[NameSeen]:
        """Name keys and kinds of all who are somebody, and not nobody beyond their report; by key and kind."""

    def spellings(self, keys: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Every spelling seen of each key, sorted; a key that is not seen is left out."""

    def named(self, keys: Collection[str] | None = None) -> list[tuple[str, Name]]:
        """(report, name) for each use of these keys, in order of key and report."""

    def statements(self, selection: Selection) -> list[Statement]:
        """The statements that fit, by report in order of publication and id, then by offset."""

    def count_statements(self, selection: Selection) -> int:
        """How many statements fit, whatever the limit."""

    def statement_counts(self) -> dict[str, tuple[int, int]]:
        """For each speaking name key: how many statements, in how many reports."""

    def utterances(self, sources: Collection[str] | None = None) -> list[Uttered]:
        """The statements of speakers who are somebody, counted together where speaker, channel and day agree."""

    def roles(self) -> dict[str, tuple[str, ...]]:
        """Every role that reports give somebody, sorted, by name key; those who have none are left out."""

    def offices(self) -> list[str]:
        """Keys of the offices that reports speak of without a name, sorted."""

    def claims(self, relation: str, subjects: Collection[str]) -> list[ClaimRow]:
        """Claims of a relation on these subjects, by publication, report and offset."""

    def topic_counts(self) -> list[TopicCount]:
        """How much is said on each topic of two statements or more, by id."""

    def topic_claims(self) -> list[TopicClaims]:
        """What the statements of each topic claim, by topic, relation and subject."""

    def fresh_subjects(self, since: date) -> list[tuple[str, str]]:
        """Relation and subject of the claims of reports that may be of that day or later, each pair once, sorted."""

    def fresh_topics(self, since: date) -> list[str]:
        """The topics of statements of such reports, by id."""

    def subjects_of(self, sources: Collection[str]) -> list[tuple[str, str]]:
        """Relation and subject of the claims of these speakers, by name key, each pair once, sorted."""

    def topics_of_sources(self, sources: Collection[str]) -> list[str]:
        """The topics of statements of these speakers, by id."""

    def topics_with(self, word: str) -> list[tuple[str, int]]:
        """The topics with a word that begins so, by id, and how many of their statements have one."""

    def topic_vectors(self, topics: Collection[str]) -> list[tuple[str, bytes]]:
        """(topic, vector of what it is about) of every statement of these topics, in order of both."""

    def vectors(self, statements: Collection[str]) -> list[bytes]:
        """The vectors of what these statements are about, in order."""

    def members(self, topics: Collection[str]) -> list[Member]:
        """The statements of these topics, by publication, report and offset; see `ClaimRow.answer`."""

    def topics_of(self, statements: Collection[str]) -> list[tuple[str, Member]]:
        """(topic, statement) for each of these, in the same order; the topic is empty where it came to none."""

    def opposed(self, topics: Collection[str]) -> list[tuple[str, str, float]]:
        """Statements of these topics that are at odds, the earlier one first, and how likely that is; by id."""

    def subjects(self) -> list[tuple[str, str]]:
        """Relation and subject of every claim, each pair once, sorted."""

    def matter_counts(self) -> list[MatterCount]:
        """How much is claimed of each subject under each relation, in order of both."""

    def prints(self) -> dict[str, Prints]:
        """The shingles of each report that has any, in order of publication and report."""

    def tellings(
        self, since: date | None = None, until: date | None = None, limit: int | None = None
    ) -> list[tuple[str, Telling]]:
        """(report, telling) of happenings that end within these days, by date, publication, report and offset.

        Of more than `limit`, those dated last.
        """

    def unplaced(self) -> list[tuple[str, Telling]]:
        """(report, telling) of happenings whose words give no day by themselves ("Monday", in an undated report)."""

    def notices(self) -> list[tuple[str, Notice]]:
        """(report, notice) of corrections and withdrawals, by publication, report and offset."""

    def search(self, words: str, limit: int | None = None) -> list[Span]:
        """Lines of reports that hold all the words, the newest reports first."""

    def problems(self) -> list[Problem]:
        """What could not be read, sorted; those of reports that the view leaves out are left out too."""

    def judgements(self) -> list[Judgement]:
        """Decisions in the order of their time and id; those about places in reports left out are left out too."""

    def rejected(self) -> frozenset[str]:
        """Ids of the statements that a person has rejected."""

    def as_read(self, statements: Collection[str]) -> dict[str, Statement]:
        """Those of the statements that a person has corrected or rejected, as they were read, without their claims."""

    def came_dated(self, reports: Collection[str]) -> dict[str, When]:
        """The days with which those of the reports came that a person has dated."""

    def derived(self, what: str) -> bytes | None:
        """What was worked out of all that the view holds, and kept; None where the record has changed since."""

    def keep(self, what: str, made: bytes) -> None:
        """Keep what was worked out after `derived` did not find it; nothing, where the record has changed meanwhile."""


class Writer(Protocol):
    """One transaction: all of it is kept, or nothing."""

    def add(self, report: Report, reading: Reading, day: When | None = None) -> None:
        """Keep a report that is not there yet, with its reading; decisions about it apply.

        Args:
            report: the report as it came.
            reading: what was read in it.
            day: the day that the reader took it to be of, where that is not the one that it came with.
        """

    def seen_as(self, report: str, file: str) -> None:
        """Keep a further file name of a report that is there already."""

    def reread(self, reading: Reading, day: When | None = None) -> None:
        """Put a new reading of a report in the place of its old one; decisions apply to it.

        Args:
            reading: what was read anew.
            day: the day that the reader took the report to be of, where that is not the one that it has now.
        """

    def stale(self) -> list[Report]:
        """The reports whose reading took them to be of another day than they have now, by id: to be read anew."""

    def unsettled(self) -> Iterator[tuple[int, Spoken]]:
        """What was not brought to topics yet, in its turn: by day (an ordinal), report and offset."""

    def topics(self) -> Iterator[Gathered]:
        """The topics so far, in the turn of the statements that came up with them."""

    def answers_to(self, topic: int) -> Iterator[tuple[Spoken, tuple[str, ...]]]:
        """The first statements of the answers to a topic so far, in their turn, each with all sources of its answer."""

    def settle(
        self,
        before: int | None,
        brought: Iterable[Brought] = (),
        opposed: Iterable[Opposed] = (),
        topics: Iterable[Gathered] = (),
    ) -> None:
        """Keep the topics of all reports up to a day that were not brought to any yet.

        Args:
            before: the day, as an ordinal, from which on reports are still to be brought to topics; None for no more.
            brought: all that was not brought to topics before that day, in its turn.
            opposed: the answers among them that are at odds with earlier ones.
            topics: the topics that these are brought to.
        """

    def note(self, problems: Iterable[Problem]) -> None:
        """Keep what could not be taken in; one that is there already is not kept twice."""

    def judge(self, *judgements: Judgement) -> None:
        """Keep decisions, and have what is there say what they make of it.

        What they date has to be read anew before the transaction ends: `stale` tells.
        """


class Store(Protocol):
    """A record's file or database."""

    def missing(self, ids: Sequence[str]) -> list[str]:
        """Those of the report ids that are not in the record, in the order given."""

    def judged_day(self, report: str) -> When | None:
        """The day that people gave to a report, whether the record has it or not yet; None where nobody did."""

    def write(self) -> AbstractContextManager[Writer]:
        """A transaction, kept when the block ends and undone when it raises."""

    def aside(self) -> AbstractContextManager[Writer]:
        """A transaction on topics alone that leaves the file as it is: for one that cannot be written to."""

    def settled(self) -> bool:
        """Whether all that was said has been brought to topics."""

    def view(self, as_of: date | None = None) -> View:
        """The record as it could be known on that day."""

    def state(self) -> str:
        """What tells this state of the record from all others: it changes with all that is read or decided."""

    def faults(self) -> list[str]:
        """What is wrong with the file itself; empty where it is sound."""

    def close(self) -> None:
        """Let go of the file."""
