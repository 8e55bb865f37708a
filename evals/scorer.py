"""Measures what a record exports against a ledger made by hand.

A measure takes a `Case` and gives its figures: the first is its score. Its docstring is its definition.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations

from evals.exported import Export, held
from evals.figures import Figures, Share, b_cubed, prf, share, value_of
from evals.forms import Days, Row, exported_days, gold_days, plain, within
from evals.gold import Gold, Place, voiceless

FOUND, STRICT = 0.5, 0.9  # the least Dice of a statement found, and of one found to the letter
_NEAR, _BEFORE, _FADING = 15, 80, 200  # where the gold has only a start: how far off, how far before, and its cost
_ENOUGH = 0.3  # the least share of a matter's statements, or of an event's words
_UNJUDGED = frozenset({"own", "own voice", "narration"})  # modes of what no ledger of attributed statements lists
_KINDS = {
    "tweet": "tweet|twitter",
    "facebook": "facebook",
    "social": "social media",
    "audio": "audio|voice",
    "video": "video|footage|visuals",
    "photo": "photo|picture|image",
    "conference": "(press|news) conference|briefing",
    "interview": "interview|conversation",
    "op-ed": "op-?ed|opinion|column",
    "telephone": r"phone|\bcall",
    "statement": "statement|press release|communiqu",
    "message": "text message|whatsapp|sms",
    "mail": "e-?mail",
    "speech": "speech|remarks|address|summit",
    "broadcast": r"broadcast|radio|televis|\btv\b",
    "report": r"\breports?\b",
}
_EMPTY = frozenset({"a", "an", "by", "his", "her", "in", "of", "on", "the", "their", "to", "with"})
_STEM, _LONG = 5, 3  # letters by which words of events are compared, and those that a word must exceed


@dataclass(frozen=True)
class Match:
    """A gold statement and the exported one that was found for it."""

    gold: Row
    found: Row
    dice: float


def affinity(row: Row, spans: list[list[int]]) -> float:
    """The Dice of the characters of a gold content and an exported one; a nearness where the gold has no end."""
    start: int = row["content_start"]
    end: int | None = row.get("content_end")
    if end is None:
        return max((_nearness(start, first, last) for first, last in spans), default=0.0)
    mine = {place for first, last in spans for place in range(first, last)}
    common = sum(start <= place < end for place in mine)
    return 2 * common / (len(mine) + end - start)


def _nearness(start: int, first: int, last: int) -> float:
    gap = abs(first - start)
    holds = first <= start < min(last, first + _BEFORE + 1)
    return 1 - gap / _FADING if gap <= _NEAR or holds else 0.0


class Case:
    """A ledger, an export, and which statements of the one were found for which of the other."""

    def __init__(self, gold: Gold, export: Export) -> None:
        self.gold, self.export = gold, export
        placed = [(row, export.file(row.get("report"))) for row in export.statements.values()]
        self.matches = _paired(gold, placed)
        self.found = {match.gold["id"]: match.found for match in self.matches}
        self.gold_of = {match.found["id"]: match.gold["id"] for match in self.matches}
        judged = [row for row, file in placed if file in (gold.coverage.files or gold.files)]
        extra = [row for row in judged if row["id"] not in self.gold_of]
        self.surplus = [row for row in extra if plain(row.get("mode") or "") not in _UNJUDGED]

    @property
    def missed(self) -> list[Row]:
        """The gold statements that were not found."""
        return [row for key, row in self.gold.statements.items() if key not in self.found]

    def prf(self, hits: list[Match], prefix: str = "") -> Figures:
        """How much of the gold these matches are and, where the gold covers a file, how much of the export."""
        covered = self.gold.coverage.files
        right, matched = (sum(one.gold["file"] in covered for one in some) for some in (hits, self.matches))
        precision = Share(right, matched + len(self.surplus)) if covered else None
        figures = prf(precision, Share(len(hits), len(self.gold.statements)))
        return {f"{prefix}{name}": figure for name, figure in figures.items()}


def _paired(gold: Gold, placed: list[tuple[Row, str]]) -> list[Match]:
    """One-to-one, the greatest Dice first; ties in the order of the gold, then of the export."""
    pairs = [
        Match(row, found, affinity(row, found.get("content") or []))
        for row in gold.statements.values()
        for found, file in placed
        if file == row["file"]
    ]
    return one_to_one(pair for pair in pairs if pair.dice >= FOUND)


def one_to_one(pairs: Iterable[Match]) -> list[Match]:
    """The pairs of which neither end is taken by a better one."""
    matches, taken = list[Match](), set[tuple[str, str]]()
    for pair in sorted(pairs, key=lambda pair: pair.dice, reverse=True):
        ends = {("gold", pair.gold["id"]), ("found", pair.found["id"])}
        if not ends & taken:
            taken |= ends
            matches.append(pair)
    return matches


def statements(case: Case) -> Figures:
    """Statements found (Dice of at least 0.5; strict: 0.9)."""
    ended = [match for match in case.matches if match.gold.get("content_end")]
    mean = math.fsum(match.dice for match in ended) / len(ended) if ended else None
    strict = case.prf([match for match in ended if match.dice >= STRICT], "strict_") if ended else {}
    return case.prf(case.matches) | {"mean_dice": mean} | strict


def speaker(case: Case) -> Figures:
    """Statements found that have the right source; end to end: statements found with the right source."""
    right = [match for match in case.matches if case.gold.rightly(match.gold, match.found, case.export)]
    return {"accuracy": Share(len(right), len(case.matches))} | case.prf(right, "end_to_end_")


def sources(case: Case) -> Figures:
    """B-cubed of who is who, over statements found; sources that bear names of two that must be kept apart."""
    names = case.gold.names
    items = []
    for number, match in enumerate(case.matches):
        if not voiceless(match.gold["source"]):
            voice = case.export.voice(match.found)
            items.append(({names.canonical(match.gold["source"])}, {voice.id if voice else f"alone {number}"}))
    claimed = [names.claimed(voice.forms) for voice in case.export.voices.values()]
    merged = sum({one, other} <= both for both in claimed for one, other in names.apart)
    return b_cubed(items) | {"forbidden_merges": float(merged)}


def said(case: Case) -> Figures:
    """Dated statements found: the same days (exact), or days within the gold ones (lenient)."""
    known = list[tuple[Days, Days | None]]()
    for match in case.matches:
        days = gold_days(match.gold["said"], match.gold["said_precision"])
        if days:
            known.append((days, exported_days(match.found.get("said"))))
    return {"exact": share(a == b for a, b in known), "lenient": share(within(b, a) for a, b in known)}


def channel(case: Case) -> Figures:
    """Statements found whose gold channel is stated: a kind in common; a word, where one is of no known kind."""
    stated = [match for match in case.matches if match.gold["channel"] != "not stated"]
    return {"accuracy": share(akin(match.gold["channel"], match.found.get("channel") or "") for match in stated)}


def akin(one: str, other: str) -> bool:
    """Whether two channels are of one kind; where one is of no known kind, whether they share a word."""
    kinds = [{kind for kind, form in _KINDS.items() if re.search(form, text, re.IGNORECASE)} for text in (one, other)]
    if all(kinds):
        return bool(kinds[0] & kinds[1])
    return bool({*plain(one).split()} & {*plain(other).split()} - _EMPTY)


def chain(case: Case) -> Figures:
    """Statements found at second hand: the whole chain (exact), its outermost link (first). Overlong: at first hand."""
    exact, first, overlong = list[bool](), list[bool](), list[bool]()
    for match in case.matches:
        names, links = match.gold["chain"], case.export.chain(match.found)
        if len(names) <= 1:
            overlong.append(len(links) > 1)
            continue
        pairs = zip(names, links, strict=False)
        same = all(case.gold.right(match.gold, match.found, name, link) for name, link in pairs)
        exact.append(same and len(names) == len(links))
        first.append(any(case.gold.right(match.gold, match.found, names[0], link) for link in links))
    return {"exact": share(exact), "first": share(first), "overlong": share(overlong)}


def matters(case: Case) -> Figures:
    """B-cubed of what statements bear on. Found: gold matters of which one exported holds enough, and mostly those."""
    labelled = [(match.gold["id"], held(match.found, "matter")) for match in case.matches]
    bearing = [(case.gold.matters[key], labels or {f"alone {key}"}) for key, labels in labelled]
    theirs, ours = _groups(case.gold.matters.items()), _groups(labelled)
    found = share(any(_holds(one, whole) for one in ours) for whole in theirs)
    return b_cubed([item for item in bearing if item[0]]) | {"found": found}


def _groups(rows: Iterable[tuple[str, set[str]]]) -> list[set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, labels in rows:
        for label in labels:
            found[label].add(key)
    return list(found.values())


def _holds(group: set[str], whole: set[str]) -> bool:
    both = len(group & whole)
    return both > len(group) / 2 and both >= _ENOUGH * len(whole)


def positions(case: Case) -> Figures:
    """Pairs of statements found that hold positions in one gold matter: those that hold the same one."""
    rows = [(case.gold.positions[match.gold["id"]], held(match.found, "position")) for match in case.matches]
    pairs = [
        (bool(mine & theirs), bool(a & b))
        for (mine, a), (theirs, b) in combinations(rows, 2)
        if {matter for matter, _ in mine} & {matter for matter, _ in theirs}
    ]
    return prf(share(gold for gold, ours in pairs if ours), share(ours for gold, ours in pairs if gold))


def disputes(case: Case) -> Figures:
    """Contradictions between statements found that are linked, or whose positions are at odds in one matter."""
    rows = case.export.statements
    links = [row for row in case.export.rows("links") if row.get("kind") == "disputes" and {"from", "to"} <= row.keys()]
    linked = {frozenset((row["from"], row["to"])) for row in links}
    opposed = set[frozenset[str]]()
    for row in links:
        opposed |= _stances(rows.get(row["from"], {}), rows.get(row["to"], {}))

    def disputed(a: Row | None, b: Row | None) -> bool:
        if not a or not b:
            return False
        together = held(a, "matter") & held(b, "matter")
        return frozenset((a["id"], b["id"])) in linked or bool(together and _stances(a, b) & opposed)

    recall = share(disputed(*map(case.found.get, pair)) for pair in case.gold.contradictions)
    known = [frozenset(case.gold_of[one] for one in pair) for pair in linked if pair <= case.gold_of.keys()]
    right = [pair in case.gold.contradictions or case.gold.rivals(*pair) for pair in known if len(pair) == 2]  # noqa: PLR2004
    return prf(share(right), recall)


def _stances(a: Row, b: Row) -> set[frozenset[str]]:
    """The pairs of different positions that two statements hold."""
    return {frozenset((one, other)) for one in held(a, "position") for other in held(b, "position") if one != other}


def reuse(case: Case) -> Figures:
    """Pairs of places that share a passage: those of which both sides meet a pair of the other side."""
    found = [[_place(case.export, row.get(side) or {}) for side in "ab"] for row in case.export.rows("reuse")]
    ours = [(a, b) for a, b in found if a.file in case.gold.files and b.file in case.gold.files]
    precision = share(any(_meet(pair, known) for known in case.gold.reuse) for pair in ours)
    exact = case.gold.coverage.files and all(place.end < math.inf for pair in case.gold.reuse for place in pair)
    recall = share(any(_meet(known, pair) for pair in ours) for known in case.gold.reuse)
    return prf(precision if exact else None, recall)


def _place(export: Export, side: Row) -> Place:
    return Place(export.file(side.get("report")), side.get("start") or 0, side.get("end") or math.inf)


def _meet(one: tuple[Place, Place], other: tuple[Place, Place]) -> bool:
    straight = one[0].meets(other[0]) and one[1].meets(other[1])
    return straight or (one[0].meets(other[1]) and one[1].meets(other[0]))


def events(case: Case) -> Figures:
    """Dated gold events for which there is an event of that day in one of its reports (with text: and its words)."""
    rows = [(exported_days(row.get("when")), row) for row in case.export.rows("events")]
    dated, worded = list[bool](), list[bool]()
    for event in case.gold.timeline:
        day = gold_days(event["date"])
        if not day:
            continue
        files, wanted = set(case.gold.named(event["files"])), _stems(event["what"])
        same = [row for when, row in rows if when and (within(when, day) if day[0] else when[1] == day[1])]
        told = [row for row in same if files & set(map(case.export.file, row.get("reports") or []))]
        dated.append(bool(told))
        worded.append(any(len(wanted & _stems(row.get("text") or "")) >= _ENOUGH * len(wanted) for row in told))
    return {"by_date": share(dated), "with_text": share(worded)}


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in plain(text).split() if len(word) > _LONG}


Needs = tuple[tuple[str, ...], ...]
_BY_SOURCE: Needs = (("statements", "source", "chain"), ("sources", "name", "names"))
MEASURES: dict[Callable[[Case], Figures], Needs] = {  # and the table and the fields that each cannot do without
    statements: (("statements", "content"),),
    speaker: _BY_SOURCE,
    sources: (("statements", "source", "chain"),),
    said: (("statements", "said"),),
    channel: (("statements", "channel"),),
    chain: (("statements", "chain"), ("sources", "name", "names")),
    matters: (("statements", "matter", "matters"),),
    positions: (("statements", "position", "positions"),),
    disputes: (("links", "kind"),),
    reuse: (("reuse", "a"),),
    events: (("events", "when"),),
}


@dataclass(frozen=True)
class Score:
    """One measure's figures; its score is 0 where the export lacks what it needs, None where nothing is judged."""

    score: float | None
    absent: bool
    figures: Figures


def score(case: Case) -> dict[str, Score]:
    """Every measure, by name."""
    results = {}
    for measure, needs in MEASURES.items():
        figures = measure(case)
        absent = any(case.export.lacks(*need) for need in needs)
        first = value_of(next(iter(figures.values())))
        results[measure.__name__] = Score(0.0 if absent else first, absent, figures)
    return results


def headline(scores: dict[str, Score]) -> float | None:
    """The geometric mean of the measures scored."""
    values = [one.score for one in scores.values() if one.score is not None and not one.absent]
    return math.prod(values) ** (1 / len(values)) if values else None
