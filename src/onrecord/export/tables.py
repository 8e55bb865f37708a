"""The tables that go out. Their names and columns are a contract with whoever reads them: see `docs/tables.md`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from onrecord.export.plain import dated, located, placed, plain
from onrecord.ledger.base import Selection
from onrecord.matching.answers import Bearing, matter, position_id
from onrecord.matching.links import opposed, pointed
from onrecord.matching.near import gathered
from onrecord.matching.withdrawals import withdrawals
from onrecord.record.matter import Link, Matter, Tie
from onrecord.record.report import Status
from onrecord.record.statement import Statement
from onrecord.story.judgements import judgements
from onrecord.story.known import Known
from onrecord.story.matters import answers, bearing, tallies
from onrecord.story.origins import belonging, retold_in, speaks
from onrecord.story.passages import reuse
from onrecord.story.timeline import dates_of

Row = dict[str, Any]


class Tables:
    """Every table of a view, as rows of plain values in a stable order."""

    def __init__(self, known: Known) -> None:
        self._known = known

    def all(self) -> dict[str, Callable[[], list[Row]]]:
        """What makes each table, by its name."""
        return {
            "reports": self.reports,
            "sources": self.sources,
            "statements": self.statements,
            "matters": self.matters,
            "links": self.links,
            "reuse": self.reuse,
            "events": self.events,
            "problems": self.problems,
            "judgements": self.judgements,
        }

    def reports(self) -> list[Row]:
        """Every report, in order of publication."""
        known = self._known
        earlier = {one.by: one.report for one in known.revised if one.kind == "revised"}
        return [
            {
                "id": r.id,
                "file": r.file,
                "url": r.url,
                "outlet": r.outlet,
                "title": r.title,
                "published": dated(r.published),
                "language": r.language,
                "revision_of": earlier.get(r.id),
                "status": known.status.get(r.id, Status.USABLE).value,
            }
            for r in known.listings.values()
        ]

    def sources(self) -> list[Row]:
        """Every source that speaks, by id."""
        spoken = {key for statement in self._statements for key in statement.chain}
        self._known.introduce(spoken)
        by_id = {source.id: source for key in spoken if (source := self._known.source(key))}
        found = sorted(by_id.values(), key=lambda source: source.id)
        return [{"id": s.id, "name": s.name, "kind": s.kind.value, "names": list(s.names)} for s in found]

    @cached_property
    def _statements(self) -> list[Statement]:
        return self._known.kept(self._known.view.statements(Selection()))

    @cached_property
    def _bearings(self) -> list[Bearing]:
        """What bears on each matter."""
        return [found for key in sorted(tallies(self._known)) if (found := bearing(self._known, key))]

    @cached_property
    def _matters(self) -> list[Matter]:
        known = self._known
        return [matter(one, known.who, known.contents) for one in self._bearings]

    @cached_property
    def _held(self) -> dict[str, list[tuple[str, str]]]:
        """The (matter, position) ids of each statement, in the order of its words."""
        found: dict[str, list[tuple[int, str, str]]] = {}
        for one in self._bearings:
            for given, group in answers(self._known, one).items():
                for row in group:
                    found.setdefault(row.statement, []).append((row.words.start, one.id, position_id(one.id, given)))
        return {statement: [held[1:] for held in sorted(ids)] for statement, ids in found.items()}

    @cached_property
    def _origins(self) -> dict[str, str]:
        """The origin of each statement whose speaker is somebody, or whose words are somebody's."""
        known = self._known
        by_source = gathered((known.who.id(s.source or ""), s) for s in self._statements if speaks(known, s))
        named = {
            statement: one.utterance.id
            for source, said in by_source.items()
            for statement, one in belonging(known, source, said).items()
        }
        return {**named, **{loose: named[first] for loose, first in retold_in(known, self._statements).items()}}

    def statements(self) -> list[Row]:
        """Every statement that nobody has rejected, in order of publication and place."""
        return [self._statement(statement) for statement in self._statements]

    def _statement(self, s: Statement) -> Row:
        held = self._held.get(s.id, [])
        matters = list(dict.fromkeys(one for one, _ in held))
        positions = list(dict.fromkeys(one for _, one in held))
        return {
            "id": s.id,
            "report": s.report,
            "mode": s.mode.value,
            "act": s.act.value,
            "stance": s.stance.value,
            "source": self._known.who.id(s.source) if s.source else None,
            "chain": [self._known.who.id(key) for key in s.chain],
            "speaker": placed(s.speaker),
            "cue": placed(s.cue),
            "content": [placed(span) for span in s.content],
            "channel": s.channel or None,
            "said": dated(s.said),
            "matter": matters[0] if matters else None,
            "matters": matters,
            "position": positions[0] if positions else None,
            "positions": positions,
            "origin": self._origins.get(s.id),
        }

    def matters(self) -> list[Row]:
        """Every matter, by id."""
        rows = [{"id": m.id, "question": m.question, "positions": self._positions(m)} for m in self._matters]
        return sorted(rows, key=lambda row: str(row["id"]))

    def _positions(self, one: Matter) -> list[Row]:
        text = self._known.text
        return [
            {
                "id": p.id,
                "text": f"{p.answer}: “{' '.join(p.words.of(text(p.words.report)).split())}”",
                "held_by": list(p.held_by),
                "since": str(p.since),
            }
            for p in one.positions
        ]

    def links(self) -> list[Row]:
        """Every link between statements that stand in the table of statements."""
        ids = {statement.id for statement in self._statements}
        known = self._known
        held = {statement: [position for _, position in some] for statement, some in self._held.items()}
        taken_back = withdrawals(self._statements, held, known.who, known.headlines, known.revised)
        found = {*pointed(self._statements), *self._same(), *taken_back}
        for one in self._bearings:
            found.update(opposed(one, answers(self._known, one), self._known.who))
        fitting = (link for link in found if {link.source, link.target} <= ids)
        kept_links = sorted(fitting, key=lambda one: (one.kind, one.source, one.target, one.ground))
        return [
            {"kind": one.kind.value, "from": one.source, "to": one.target, "ground": one.ground, "sure": one.sure}
            for one in kept_links
        ]

    def _same(self) -> Iterable[Link]:
        """Each statement of an utterance is the same as the first one that holds the same position."""
        first: dict[tuple[str, str], str] = {}
        for statement in self._statements:
            origin = self._origins.get(statement.id)
            for _, position in self._held.get(statement.id, []) if origin else []:
                earlier = first.setdefault((str(origin), position), statement.id)
                if earlier != statement.id:
                    yield Link(Tie.SAME, statement.id, earlier, "one utterance")

    def reuse(self) -> list[Row]:
        """Every pair of places that share a passage."""
        found = sorted(reuse(self._known), key=lambda one: (one.a, one.b))
        return [{"a": located(one.a), "b": located(one.b), "kind": one.kind.value} for one in found]

    def events(self) -> list[Row]:
        """Every dated happening, once for each date that reports give it, those of one happening side by side."""
        return [
            {
                "id": e.id,
                "text": e.text,
                "when": dated(e.when),
                "statements": list(e.statements),
                "reports": list(e.reports),
                "otherwise": [other.id for other in one if other is not e],
            }
            for one in dates_of(self._known)
            for e in one
        ]

    def problems(self) -> list[Row]:
        """What could not be read."""
        return [plain(problem) for problem in self._known.view.problems()]

    def judgements(self) -> list[Row]:
        """What people decided, and what became of it."""
        return [
            {**plain(one.judgement), "state": one.state.value, "against": list(one.against), "note": one.note}
            for one in judgements(self._known)
        ]
