"""A record as it could be known on a day: every view of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from pathlib import Path

from onrecord.errors import BadArgument, NotFound
from onrecord.export.files import write
from onrecord.export.table import Table
from onrecord.export.tables import Tables
from onrecord.ledger.base import Selection, Store
from onrecord.record.doubt import Doubt
from onrecord.record.event import Discrepancy, Event
from onrecord.record.judgement import Judged, Judgement
from onrecord.record.matter import Matter, Position
from onrecord.record.name import Source
from onrecord.record.origin import Behind, Origin
from onrecord.record.problem import Problem
from onrecord.record.report import Fate, Listing, Standing
from onrecord.record.reuse import Reuse
from onrecord.record.statement import Stance
from onrecord.story.ask import Answered, ask
from onrecord.story.bearing import Question, asked, said_in
from onrecord.story.between import Between, between
from onrecord.story.changes import Changed, changes
from onrecord.story.entries import Entry, select
from onrecord.story.firsts import firsts
from onrecord.story.grounds import Evidence, evidence
from onrecord.story.judgements import judgements
from onrecord.story.known import Known
from onrecord.story.lanes import Lane, lanes
from onrecord.story.matters import matters, named, one_matter, ranked
from onrecord.story.origins import Backed, Traced, backed, one_origin, origins, spoken, standing_behind, traced
from onrecord.story.passages import reuse
from onrecord.story.resting import how_it_stands
from onrecord.story.review import review
from onrecord.story.revisions import Revision, count_revisions, resting_on, revisions
from onrecord.story.search import Hit, search
from onrecord.story.shifts import Turns, turns
from onrecord.story.show import Shown, Worded, show, worded
from onrecord.story.sources import Speaking, called, one_source, sources
from onrecord.story.timeline import discrepancies, timeline
from onrecord.story.voice import Relays, Turned, matters_of, relays, turned

Day = date | str
"""A day: a `date`, or text such as "2024-03-11"."""


class Snapshot:
    """A record as it could be known on a day. Every method answers from the reports published by then."""

    def __init__(self, store: Store, as_of: date | None) -> None:
        self._store = store
        self._day = as_of

    @cached_property
    def _known(self) -> Known:
        return self._at(self._day)

    def _at(self, day: date | None) -> Known:
        """What can be known as of a day, once all that was said has been brought to topics."""
        if not self._store.settled():
            from onrecord.settling import settle  # noqa: PLC0415 - it loads the encoder, and views do without

            settle(self._store)
        return Known(self._store.view(day))

    @property
    def day(self) -> date | None:
        """The day of the snapshot; None for everything that the record holds."""
        return self._day

    def as_of(self, day: Day | None) -> Snapshot:
        """The record as it could be known on that day, and never later than on this snapshot's own."""
        days = [one for one in (_day(day), self._day) if one]
        return Snapshot(self._store, min(days, default=None))

    @property
    def left_out(self) -> int:
        """How many reports are left out because nothing says when they were published."""
        return self._known.view.left_out()

    @property
    def count(self) -> int:
        """How many reports the snapshot holds."""
        return self._known.view.count()

    def days(self) -> Table[tuple[date, int]]:
        """The days on which reports were published, in order, each with how many: a view changes on these alone."""
        return Table(self._known.view.days())

    def readers(self) -> tuple[str, ...]:
        """The versions of the reader by which the reports were read: of its rules, weights and relations."""
        return tuple(self._known.view.readers())

    def reports(self) -> Table[Listing]:
        """The reports, in order of publication."""
        return Table(self._known.listings.values())

    def said_in(self, reports: Iterable[str]) -> dict[str, int]:
        """How many statements each of these reports holds, by their ids."""
        return said_in(self._known, list(reports))

    def listing(self, report: str) -> Listing:
        """What is known of a report beside its text, by its id. Raises NotFound."""
        found = self._known.view.listings([report])
        if report not in found:
            raise NotFound(f"no report of the record as of that day has the id {report!r}")
        return found[report]

    def text(self, report: str) -> str:
        """The text of a report, exactly as it came. Raises NotFound."""
        return self._known.text(report)

    def matters(self, limit: int | None = None) -> Table[Matter]:
        """The questions that reports answer, the most contested first."""
        first, total = matters(self._known, limit)
        return Table(first, total=total)

    def asked(self, report: str) -> dict[str, tuple[Question, ...]]:
        """The matters that the statements of a report bear on, by the ids of these statements. Raises NotFound."""
        return asked(self._known, self.listing(report).id)

    def matter(self, matter: str) -> Matter:
        """One matter by its id or the start of it. Raises NotFound."""
        return one_matter(self._known, matter)

    def lanes(self, matter: str) -> tuple[Lane, ...]:
        """Who held which position on a matter on which days, a lane for each source. Raises NotFound."""
        return lanes(self._known, matter)

    def turns(self, matter: str) -> Turns:
        """Who changed their story on a matter, who declined to speak, who has not answered since. Raises NotFound."""
        return turns(self._known, matter)

    def between(self, matter: str) -> Table[Between]:
        """How the answers to a matter stand to one another, disputes first, each with its ground. Raises NotFound."""
        return Table(between(self._known, matter))

    def ask(self, question: str) -> Answered:
        """What the record holds on a question in plain words."""
        return ask(self._known, question, self._at)

    def timeline(self, since: Day | None = None, until: Day | None = None, limit: int | None = None) -> Table[Event]:
        """The dated happenings, in order; of more than `limit`, those dated last."""
        return Table(timeline(self._known, _day(since), _day(until), limit))

    def discrepancies(self, matter: str | None = None, limit: int | None = None) -> Table[Discrepancy]:
        """What reports tell differently: on one matter, or on the most contested up to a limit and in the timeline."""
        if matter:
            return Table(discrepancies(self._known, [named(self._known, matter)]))
        contested = [key for key, _ in ranked(self._known)[:limit]]
        of_events = [one for event in timeline(self._known, limit=limit) for one in event.discrepancies]
        return Table([*discrepancies(self._known, contested), *of_events])

    def sources(self, limit: int | None = None) -> Table[Speaking]:
        """Who speaks, those with the most statements first."""
        return Table(sources(self._known, limit))

    def source(self, name: str) -> Source:
        """One source by its id or any spelling of its name. Raises NotFound."""
        return one_source(self._known, name)

    def called(self, words: str, limit: int | None = None) -> Table[Source]:
        """The sources of which one name holds words that begin with all of these, whole names first."""
        return Table(called(self._known, words, limit))

    def relays(self, source: str) -> Relays:
        """Who passes on what a source said, and whom it passes on. Raises NotFound."""
        return relays(self._known, one_source(self._known, source).id)

    def matters_of(self, source: str, limit: int | None = None) -> Table[Matter]:
        """The matters on which a source speaks, the most contested first. Raises NotFound."""
        first, total = matters_of(self._known, one_source(self._known, source).id, limit)
        return Table(first, total=total)

    def turned(self, source: str, limit: int | None = None) -> Table[Turned]:
        """Where a source changed its story, on the most contested matters up to a limit or on all. Raises NotFound."""
        return Table(turned(self._known, one_source(self._known, source).id, limit))

    def evidence(self, name: str) -> tuple[Evidence, ...]:
        """Why the names of a source were taken for one, with the words of reports that show it. Raises NotFound."""
        return tuple(evidence(self._known, one_source(self._known, name)))

    def who(self, source: str) -> Source | None:
        """The source of an id, as positions and origins give it; None where the id is no source's."""
        return self._known.bearer(source)

    def publisher(self, report: str) -> Source | None:
        """The source that published a report; None where the report does not say. Raises NotFound."""
        outlet = self.listing(report).outlet
        return self.who(self._known.who.publisher(outlet)) if outlet else None

    def statements(  # noqa: PLR0913 - each is a filter that a person may leave out
        self,
        *,
        source: str | None = None,
        channel: str | None = None,
        matter: str | None = None,
        stance: Stance | str | None = None,
        words: str = "",
        since: Day | None = None,
        until: Day | None = None,
        report: str | None = None,
        ids: tuple[str, ...] | None = None,
        limit: int | None = None,
    ) -> Table[Entry]:
        """The statements that fit all of the filters, in order of publication.

        Args:
            source: name or id of the speaker.
            channel: the channel, or a word of it.
            matter: id of a matter that they bear on.
            stance: "own voice", "attributed", "hedged" or "rumour".
            words: words that the content holds, all of them.
            since: published on that day or later.
            until: published on that day or before.
            report: id of the report.
            ids: ids of statements.
            limit: at most so many, those of the newest reports.

        Raises:
            NotFound: when there is no such source or matter.
            BadArgument: when a day or a stance cannot be understood.
        """
        known = self._known
        within = list(ids) if ids is not None else None
        if matter:
            on_it = [i for position in one_matter(known, matter).positions for i in position.statements]
            within = on_it if within is None else [i for i in on_it if i in within]
        selection = Selection(
            ids=within,
            reports=[report] if report else None,
            sources=known.keys({one_source(known, source).id}) if source else None,
            channel=channel,
            stance=_stance(stance),
            words=words,
            since=_day(since),
            until=_day(until),
            limit=limit,
        )
        return Table(select(known, selection), total=known.view.count_statements(selection))

    def origins(self, source: str | None = None, limit: int | None = None) -> Table[Origin]:
        """The utterances that statements go back to, those that most reports carry first."""
        speaker = one_source(self._known, source).id if source else None
        return Table(origins(self._known, limit, speaker))

    def backed(self, matter: str) -> Table[Backed]:
        """Each answer to a matter with its independent origins, and the statements that add none. Raises NotFound."""
        return Table(backed(self._known, one_matter(self._known, matter)))

    def behind(self, statements: Iterable[str]) -> Behind:
        """What stands behind the statements of these ids: independent origins, reports, outlets, each as a list."""
        return standing_behind(self._known, set(statements))

    def origin(self, origin: str) -> Traced:
        """One utterance with every statement that goes back to it. Raises NotFound."""
        return one_origin(self._known, origin)

    def origin_of(self, statement: str) -> Traced | None:
        """The utterance that a statement goes back to; None where nobody in particular speaks. Raises NotFound."""
        found = show(self._known, statement).origin
        return traced(self._known, found) if found else None

    def spoken(self, origin: Origin, limit: int | None = None) -> Table[Entry]:
        """The statements of an utterance's own speaker, all or the first ones; `traced` has those in its words too."""
        return Table(spoken(self._known, origin, limit))

    def traced(self, origin: Origin, limit: int | None = None) -> Traced:
        """An utterance of `origins` with the statements that go back to it, all or the first ones."""
        return traced(self._known, origin, limit)

    def firsts(self, origins: Iterable[Origin]) -> dict[str, Entry]:
        """The statement that told each of these utterances first, by the utterance's id."""
        return firsts(self._known, origins)

    def reuse(self, report: str | None = None, limit: int | None = None) -> Table[Reuse]:
        """Passages that stand in two places, those of the newest reports first."""
        return Table(reuse(self._known, report, limit))

    def fates(self, report: str) -> tuple[Fate, ...]:
        """What became of a report, by day: corrections and withdrawals, with who says so. Raises NotFound."""
        return self._known.fates.get(self.listing(report).id, ())

    def resting(self, report: str) -> Table[Entry]:
        """The statements of other reports that rest on one that was corrected or withdrawn. Raises NotFound."""
        return Table(resting_on(self._known, report))

    def standing(self, position: Position) -> Standing:
        """How far a position still stands: which of its statements rest on withdrawn or corrected reports."""
        return how_it_stands(self._known, position.statements)

    def revisions(self, report: str | None = None, limit: int | None = None) -> Table[Revision]:
        """How reports changed: later editions as differences, corrections, withdrawals; the newest first."""
        return Table(revisions(self._known, limit, report), total=count_revisions(self._known, report))

    def changes(self, since: Day) -> Table[Changed]:
        """What came up on that day or later: reports, matters, positions, holders, revisions, withdrawals."""
        day = _day(since)
        if day is None:
            raise BadArgument("changes need a day to start from, such as 2024-03-11")
        # An undated report is not known to be new: the view holds all that are dated.
        return Table(changes(self._known if self._day else self._at(date.max), day))

    def show(self, statement: str) -> Shown:
        """A statement in its paragraph, exactly as printed. Raises NotFound."""
        return show(self._known, statement)

    def worded(self, statements: Iterable[str]) -> Table[Worded]:
        """The statements of these ids in their paragraphs, as `show` has them, without what they go back to."""
        return Table(worded(self._known, tuple(statements)))

    def search(self, words: str, limit: int | None = None) -> Table[Hit]:
        """The lines of reports that hold all the words, those of the newest reports first."""
        return Table(search(self._known, words, limit))

    def problems(self) -> Table[Problem]:
        """What could not be read, and why."""
        return Table(self._known.view.problems())

    def review(self, limit: int | None = None) -> Table[Doubt]:
        """What a person should look at, the least sure and most consequential first."""
        first, total = review(self._known, limit)
        return Table(first, total=total)

    def judgements(self) -> Table[Judgement]:
        """What people decided, in the order in which they did."""
        return Table(one.judgement for one in self.judged())

    def judged(self) -> Table[Judged]:
        """The same with what became of it: applied, undone, revised, contested or waiting, and for what."""
        return Table(judgements(self._known))

    def export(self, folder: str | Path, form: str = "jsonl") -> list[Path]:
        """Write every table to a folder as "jsonl", "csv" or "parquet", and give the files."""
        return write(Tables(self._known).all(), Path(folder), form)


def _day(day: Day | None) -> date | None:
    if day is None or isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day)
    except ValueError as error:
        raise BadArgument(f"{day!r} is no day: give it as year-month-day, such as 2024-03-11") from error


def _stance(stance: Stance | str | None) -> Stance | None:
    try:
        return None if stance is None else Stance(stance)
    except ValueError as error:
        raise BadArgument(f"{stance!r} is no stance: choose one of {', '.join(Stance)}") from error
