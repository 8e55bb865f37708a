"""What people decide: kept with who and why, applied to every reading, undone in one step, handed on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from onrecord.errors import BadArgument, NotFound
from onrecord.export import judgements as form
from onrecord.export.table import Table
from onrecord.judging.aims import key
from onrecord.judging.parts import SAID, SPEAKER, bearer, comparable
from onrecord.judging.standing import undone
from onrecord.ledger.base import Selection
from onrecord.library.snapshot import Snapshot
from onrecord.record.judgement import Judged, Judgement, Ruling, judgement
from onrecord.record.problem import Problem
from onrecord.record.span import Span
from onrecord.record.statement import Statement
from onrecord.record.when import When
from onrecord.story.judgements import judged_names
from onrecord.story.sources import bearing, surnamed
from onrecord.story.witnesses import two_statements
from onrecord.wording import fold


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file of judgements.

    Attributes:
        new: those that the record did not have, with what became of them.
        known: how many it had already.
        problems: lines that could not be read.
    """

    new: Table[Judged]
    known: int
    problems: tuple[Problem, ...]


class Judging(Snapshot):
    """The part of a record by which people judge. Whatever raises NotFound or BadArgument has kept nothing."""

    def accept(self, statement: str, *, who: str, why: str) -> Judgement:
        """Keep a person's word that a statement was read rightly."""
        return self._judge(Ruling.ACCEPT, [self._said(statement).extent], who=who, why=why)

    def reject(self, statement: str, *, who: str, why: str) -> Judgement:
        """Keep a person's decision that a statement was read wrongly: no view holds it then."""
        return self._judge(Ruling.REJECT, [self._said(statement).extent], who=who, why=why)

    def correct(self, statement: str, part: str, value: str, *, who: str, why: str) -> Judgement:
        """Keep a person's decision on what a part of a statement should be.

        Args:
            statement: its id.
            part: "speaker", "channel", "act", "stance" or "said".
            value: the name of the speaker, whether the record knows it or not, or nothing where nobody is named; the
                channel; the act or stance; the day or interval on which it was said.
            who: whose decision it is.
            why: the reason.
        """
        said = self._said(statement)
        try:
            plain = comparable(part, value)
        except ValueError as error:
            raise BadArgument(f"{part or 'a part'} cannot be corrected to {value!r}: {error}") from error
        listed = self._store.view().listings([said.report])
        printed, start = listed[said.report].published, When.written(plain).start if part == SAID else None
        if start and printed.end and start > printed.end:
            raise BadArgument(f"{statement} was published by {printed.end}: it cannot have been said on {value}")
        value = self._speaker(said, value) if part == SPEAKER else plain
        return self._judge(Ruling.CORRECT, [said.extent], part=part, value=value, who=who, why=why)

    def withdraw(self, report: str, *, who: str, why: str) -> Judgement:
        """Keep a person's word that a report was withdrawn."""
        return self._judge(Ruling.WITHDRAWN, [self._whole(report)], who=who, why=why)

    def date(self, report: str, day: date | str, *, who: str, why: str) -> Judgement:
        """Keep a person's decision on when a report was published: it is read anew, as one of that day.

        Args:
            report: its id.
            day: a day, or "2024-03", "2024", "2024-03-11/2024-03-14", or "unknown".
            who: whose decision it is.
            why: the reason.
        """
        try:
            value = str(When.written(str(day)))
        except ValueError as error:
            raise BadArgument(str(error)) from error
        return self._judge(Ruling.DATED, [self._whole(report)], value=value, who=who, why=why)

    def same_source(self, one: str, other: str, *, who: str, why: str) -> Judgement:
        """Keep a person's decision that two names are one source."""
        return self._judge(Ruling.SAME_SOURCE, names=self._names(one, other), who=who, why=why)

    def not_same_source(self, one: str, other: str, *, who: str, why: str) -> Judgement:
        """Keep a person's decision that two names are two sources."""
        return self._judge(Ruling.NOT_SAME_SOURCE, names=self._names(one, other), who=who, why=why)

    def same_matter(self, one: str, other: str, *, who: str, why: str) -> Judgement:
        """Keep a person's decision that two statements, or two matters, are about one question."""
        return self._judge(Ruling.SAME_MATTER, self._two(*two_statements(self._known, one, other)), who=who, why=why)

    def not_same_matter(self, one: str, other: str, *, who: str, why: str) -> Judgement:
        """Keep a person's decision that two statements bear on two questions."""
        return self._judge(Ruling.NOT_SAME_MATTER, self._two(one, other), who=who, why=why)

    def same_position(self, one: str, other: str, *, who: str, why: str) -> Judgement:
        """Keep a person's decision that two statements give one answer."""
        return self._judge(Ruling.SAME_POSITION, self._two(one, other), who=who, why=why)

    def not_same_position(self, one: str, other: str, *, who: str, why: str) -> Judgement:
        """Keep a person's decision that two statements give two answers."""
        return self._judge(Ruling.NOT_SAME_POSITION, self._two(one, other), who=who, why=why)

    def undo(self, wanted: str, *, who: str, why: str) -> Judgement:
        """Take a decision back, whoever made it, by its id or the start of one; an undo can be undone in its turn."""
        decided = self._store.view().judgements()
        found = [one for one in decided if one.id.startswith(wanted) and wanted]
        if len(found) != 1:
            count = "no judgement" if not found else f"{len(found)} judgements"
            raise NotFound(f"{count} of the record has the id {wanted!r}: `onrecord judgements` lists them")
        old, gone = found[0], undone(decided)
        if old.id in gone:
            raise BadArgument(f"{old.id} is undone already, by {', '.join(sorted(gone[old.id]))}: undo that instead")
        return self._judge(Ruling.UNDONE, old.places, names=old.names, value=old.id, who=who, why=why)

    def export_judgements(self, path: str | Path) -> Path:
        """Write every decision to a file, as JSON Lines: whole, or not at all."""
        made = list(self.judged())
        about = self._known.view.listings({report for one in made for report in one.judgement.reports})
        target = Path(path)
        part = target.with_name(f".{target.name}.part")
        try:
            part.write_text("".join(f"{line}\n" for line in form.lines(made, about)), encoding="utf-8", newline="\n")
            part.replace(target)
        except OSError as error:
            raise BadArgument(f"cannot write {target}: {error.strerror or error}; choose another file") from error
        return target

    def import_judgements(self, path: str | Path) -> Imported:
        """Take in the decisions of a file: what is there already stays, and what cannot be read is said.

        A decision on a report that the record does not have is kept, and applies when the report is added.
        """
        made, problems = form.read(Path(path))
        before = {one.id for one in self._store.view().judgements()}
        self._decide(one for one in made if one.id not in before)
        new = {one.id for one in made} - before
        return Imported(
            Table(one for one in self.judged() if one.judgement.id in new), len(made) - len(new), tuple(problems)
        )

    def _judge(  # noqa: PLR0913 - one for each field of the noun
        self,
        ruling: Ruling,
        places: Collection[Span] = (),
        names: tuple[str, ...] = (),
        part: str = "",
        value: str = "",
        *,
        who: str,
        why: str,
    ) -> Judgement:
        """Keep a decision that is made now."""
        if not who.strip():
            raise BadArgument("a judgement needs the name of whoever makes it")
        made = judgement(ruling, places, names, part, value, who=who.strip(), why=why, when=datetime.now(UTC))
        self._decide([made])
        return made

    def _decide(self, made: Iterable[Judgement]) -> None:
        """Keep decisions, and read anew what they date."""
        with self._store.write() as writer:
            writer.judge(*made)
            if writer.stale():
                from onrecord.follow import as_dated  # noqa: PLC0415 - it loads all that reads, and few decisions need it

                as_dated(writer)
        self._forget()

    def _forget(self) -> None:
        """Work everything out anew when it is asked for next."""
        self.__dict__.pop("_known", None)

    def _said(self, statement: str) -> Statement:
        """The statement of an id."""
        found = self._store.view().statements(Selection(ids=[statement]))
        if not found:
            raise NotFound(f"no statement of the record has the id {statement!r}: `onrecord statements` lists them")
        return found[0]

    def _two(self, one: str, other: str) -> tuple[Span, Span]:
        """The places of two statements."""
        if one == other:
            raise BadArgument(f"{one} is one statement: such a judgement is about two")
        return self._said(one).extent, self._said(other).extent

    def _whole(self, report: str) -> Span:
        """The whole text of a report."""
        return Span(report, 0, len(self._store.view().text(report)))

    def _names(self, *names: str) -> tuple[str, ...]:
        """Two names as the record has them."""
        found = tuple(map(self._name, names))
        if len(set(map(key, found))) == 1:
            raise BadArgument(f"{' and '.join(map(repr, names))} are one name to the record: give two that differ")
        return found

    def _name(self, name: str) -> str:
        """A name by which reports call somebody; a spelling is that of the fullest name that goes with it."""
        known = self._known
        if key(name) in judged_names(known):
            return name
        keys = [each for source in bearing(known, name) for each in source.keys]
        spelled = known.view.spellings(keys)
        fitting = {each for each in keys if fold(name) in set(map(fold, spelled.get(each, ())))}
        if len(fitting) != 1:
            why = "several names are spelled so" if fitting else "nobody is called so beyond a single report"
            raise NotFound(f"{name!r} cannot be judged: {why}; `onrecord sources` lists the names")
        return max({used.name for _, used in known.view.named(fitting)}, key=lambda used: (len(used), used))

    def _speaker(self, said: Statement, name: str) -> str:
        """The fullest name of the source that is called so; where nobody is, the name as it is given."""
        name = " ".join(name.split())
        own = self._store.view().reading(said.report).names
        if not name or bearer(name, own) in {one.key for one in own}:
            return name
        found = bearing(self._known, name) or surnamed(self._known, name)
        fitting = [one for one in found if key(name) in one.keys] or found
        if len(fitting) > 1:
            near = ", ".join(sorted(source.name for source in fitting)[:5])
            raise NotFound(f"several sources may be called {name!r}: give one of them in full, such as {near}")
        return fitting[0].name if fitting else name
