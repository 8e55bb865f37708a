"""Made-up reports and readings, and all that a view answers about them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random

from onrecord.ledger.base import Selection, View
from onrecord.record.claim import Claim
from onrecord.record.judgement import Judgement, Ruling
from onrecord.record.judgement import judgement as decision
from onrecord.record.name import Kind, Name
from onrecord.record.problem import Problem
from onrecord.record.reading import Notice, Reading, Shingle, Telling, TellingKind
from onrecord.record.report import Listing, Report, Status, report_id
from onrecord.record.span import Span
from onrecord.record.statement import Act, Mode, Stance, Statement, statement_id
from onrecord.record.when import UNKNOWN, When

FIRST_DAY = date(2031, 3, 9)
DAYS = [FIRST_DAY + timedelta(days) for days in range(6)]
WORDS = [
    "harbour",
    "guard",
    "Straße",
    "ДОК",
    "don't",
    "e\u0301clair",
    "𝔘boat",
    "🚢",
    "\u200bzero",
    "tab\t",
    "\x1b[0m",
    "AND",
    '"',
]
KEYS = ["mara", "oran", "port authority", "guard@0", "élan", "𝔘"]
PEOPLE = [Kind.PERSON, Kind.OFFICE]


class Maker:
    """Makes one report with its reading; small choices, so that reports have much in common."""

    def __init__(self, seed: int, length: int = 40) -> None:
        self.random = Random(seed)
        words = self.random.choices(WORDS, k=length)
        self.text = f"No. {seed}\n" + "".join(word + self.random.choice(" \n\r ") for word in words)
        self.id = report_id(self.text)

    def span(self) -> Span:
        start = self.random.randrange(len(self.text) - 1)
        return Span(self.id, start, self.random.randint(start + 1, min(len(self.text), start + 30)))

    def maybe_span(self) -> Span | None:
        return self.span() if self.random.random() < 0.6 else None

    def when(self) -> When:
        day, words = self.random.choice(DAYS), self.maybe_span()
        month, year = When.month(2031, 3, words), When.year(2030, words)
        ends = When.between(None, day, words), When.between(day, None, words), When.between(None, None, words)
        return self.random.choice([When.on(day, words), When.on(day), month, year, *ends])

    def published(self) -> When:
        day = self.random.choice(DAYS)
        return self.random.choice(
            [When.on(day), When.on(day), When.on(day, self.span()), When.between(day, None), UNKNOWN]
        )

    def report(self) -> Report:
        about = ("https://press.example/1", self.random.choice(["Courier", ""]), "Title")
        status = self.random.choice(list(Status))
        edition = "2031-03-09T23:40:00+00:00 000000002" if self.id < "8" else ""
        return Report(Listing(self.id, "b.txt", *about, self.published(), "en", status, edition), self.text)

    def claim(self) -> Claim:
        relation, subject, value = (
            self.random.choice(some) for some in (["control", "deaths"], KEYS, ["held", "lost"])
        )
        amount = self.random.choice([None, 3.0, 0.1])
        return Claim(
            relation, subject, value, self.random.random() < 0.5, self.random.choice(["", "all"]), amount, self.span()
        )

    def statement(self) -> Statement:
        content = tuple(sorted(self.span() for _ in range(self.random.randint(1, 3))))
        cue = self.maybe_span()
        return Statement(
            statement_id(self.id, content, cue),
            self.id,
            self.random.choice(list(Mode)),
            self.random.choice(list(Act)),
            self.random.choice(list(Stance)),
            tuple(self.random.choices(KEYS, k=self.random.randint(0, 3))),
            self.maybe_span(),
            cue,
            content,
            self.random.choice(["", "tweet"]),
            self.when(),
            tuple(self.claim() for _ in range(self.random.randint(0, 3))),
            tuple(self.random.choices(["st-1", "st-2"], k=self.random.randint(0, 2))),
        )

    def name(self) -> Name:
        key = self.random.choice(KEYS)
        spellings = tuple(sorted(self.random.sample([key, key.title(), key.upper()], self.random.randint(1, 3))))
        roles = self.random.choice([(), ("spokesman of the harbour guard",)])
        return Name(key, spellings[0] * self.random.randint(1, 2), self.random.choice(PEOPLE), spellings, roles)

    def telling(self) -> Telling:
        kind = self.random.choice([*TellingKind])
        return Telling(
            self.when(), self.span(), ("st-1",) * self.random.randint(0, 2), self.random.random() < 0.5, kind
        )

    def shingle(self) -> Shingle:
        return Shingle(self.random.choice([0, 1, 7, 2**32 - 1]), self.random.choice([0, 1, 2**32 - 1]))

    def notice(self) -> Notice:
        kind, quoted = self.random.choice(["corrected", "withdrawn"]), self.random.choice(["", "Title"])
        return Notice(kind, self.span(), quoted, self.random.random() < 0.5, "Courier" if self.id < "8" else "")

    def problem(self) -> Problem:
        return Problem(self.id, "a date that no calendar has", f"look at it {self.random.randint(0, 1)}")

    def some(self, make, most: int) -> tuple:
        return tuple(make() for _ in range(self.random.randint(0, most)))

    def reading(self, reader: str = "rules 1") -> Reading:
        return Reading(
            self.id,
            reader,
            tuple(sorted(self.some(self.span, 5))),
            tuple(sorted(self.some(self.name, 5), key=lambda name: name.key)),
            tuple(sorted(self.some(self.statement, 5), key=lambda made: made.extent)),
            self.some(self.telling, 4),
            self.some(self.shingle, 8),
            self.some(self.notice, 1),
            self.some(self.problem, 1),
        )


def made(seed: int, length: int = 40) -> tuple[Report, Reading]:
    """One report with its reading."""
    maker = Maker(seed, length)
    return maker.report(), maker.reading()


def made_anew(seed: int) -> Reading:
    """Another reading of the report of that seed."""
    maker = Maker(seed)
    maker.random = Random(-1 - seed)
    return maker.reading("rules 2")


def judgement(number: int, place: Span | None) -> Judgement:
    """A decision about a place, or without one about two names."""
    when = datetime(2031, 3, 10, 9, number % 60, tzinfo=UTC)
    names, ruling = ((), Ruling.REJECT) if place else (("mara", "oran"), Ruling.SAME_SOURCE)
    return decision(ruling, [place] if place else [], names, who="Ada", why=f"it's “so” {number}", when=when)


SELECTIONS = [
    Selection(),
    Selection(limit=3),
    Selection(limit=0),
    Selection(channel="tweet", stance=Stance.HEDGED),
    Selection(sources=KEYS[:2], limit=2),
    Selection(sources=[]),
    Selection(words="HARBOUR guard"),
    Selection(words="don't", limit=2),
    Selection(words="?!"),
    Selection(since=DAYS[1], until=DAYS[3]),
]


def answers(view: View) -> dict[str, object]:
    """Everything that a view answers, but how many reports it leaves out; mappings with their order."""
    ids = sorted(view.listings())
    return {
        "count": view.count(),
        "listings": list(view.listings().items()),
        "two listings": list(view.listings(ids[:2]).items()),
        "reports": [view.report(report) for report in ids],
        "readings": [view.reading(report) for report in ids],
        "names": view.names(),
        "spellings": list(view.spellings([*KEYS, "nobody"]).items()),
        "named": view.named(),
        "two named": view.named(KEYS[:2]),
        "statements": [view.statements(selection) for selection in SELECTIONS],
        "of a report": view.statements(Selection(reports=ids[:1])),
        "of each speaker": [view.statements(Selection(sources=[key])) for key in (*KEYS, "nobody")],
        "statement numbers": [view.count_statements(selection) for selection in SELECTIONS],
        "statement counts": list(view.statement_counts().items()),
        "utterances": (view.utterances(), view.utterances(KEYS[:2])),
        "roles": view.roles(),
        "subjects": [(each, view.claims(each[0], [each[1]])) for each in view.subjects()],
        "by id": view.statements(Selection(ids=[each.id for each in view.statements(Selection())][::-2])),
        "claims": (view.claims("control", KEYS), view.claims("deaths", KEYS[:3]), view.claims("control", [])),
        "topics of": view.topics_of([one.id for one in view.statements(Selection(reports=ids[:2]))]),
        "prints": list(view.prints().items()),
        "tellings": (view.tellings(), view.tellings(DAYS[1], DAYS[2]), view.tellings(limit=3), view.unplaced()),
        "notices": view.notices(),
        "search": [view.search("harbour"), view.search("guard don't", 2), view.search("")],
        "problems": view.problems(),
        "judgements": view.judgements(),
    }
