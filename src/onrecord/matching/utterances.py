"""Utterances: which statements of one source go back to one speech event.

Statements of one channel and one day do. So do those of two days or channels that have their words in common: reports
date and describe one message differently. Where the day or the channel is not told, a statement goes with the utterance
whose words it shares, or else with the likest that it may belong to: what cannot be told apart counts as one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import NamedTuple

from onrecord.matching.near import Contents, Pair, gathered, near, same_words
from onrecord.matching.sets import Sets
from onrecord.wording import words

_KINDS = (  # first match wins: a post that carries an audio message is an audio message
    ("audio", r"audio|voice|recording"),
    ("video", r"video|footage|visuals|clip"),
    ("picture", r"photo|picture|image"),
    ("press conference", r"conference|briefing|reporters|journalists"),
    ("interview", r"interview|conversation|\bto\b"),
    ("column", r"op-?ed|opinion|column"),
    ("post", r"tweet|twitter|facebook|post|telegram|social|message"),
    ("letter", r"letter|memo|e-?mail"),
    ("call", r"phone|call"),
    ("broadcast", r"radio|televis|broadcast|\btv\b"),
    ("speech", r"speech|remarks|address|summit|court|testimony|hearing"),
    ("statement", r"statement|release|communiqu"),
)
_LIKE = {  # kinds that reports give one channel
    frozenset(pair)
    for pair in (
        ("post", "audio"),
        ("post", "video"),
        ("post", "picture"),
        ("post", "letter"),
        ("call", "interview"),
        ("call", "audio"),
        ("broadcast", "interview"),
        ("broadcast", "speech"),
        ("broadcast", "video"),
        ("broadcast", "press conference"),
        ("speech", "press conference"),
        ("speech", "video"),
        ("press conference", "video"),
    )
}
_ANY = frozenset({"", "statement"})  # kinds that may be any other
_TOLD = tuple(kind for kind, _ in _KINDS if kind not in _ANY)
NEAR = 2  # days by which reports may date one message differently
_MOST = 64  # statements with one word in common, beyond which it tells nothing
_FEW = 8  # of the statements with one print in common, so many are looked at
_ALIKE = 0.2  # of the weight of a statement's words, the least that shows which utterance it is of
_LIGHT = 3  # letters of a word that tells nothing
_ROUNDS = (
    (True, ("statement",)),
    (True, ("",)),
    (False, _TOLD),
    (False, ("statement",)),
    (False, ("",)),
)  # in which order statements find their utterance, when it is not told whole: whether dated, and by what kinds


@lru_cache(maxsize=4_096)
def channel_kind(channel: str) -> str:
    """The kind of a channel as the reports call it; empty for one of no known kind."""
    return next((kind for kind, pattern in _KINDS if re.search(pattern, channel, re.IGNORECASE)), "")


class Told(NamedTuple):
    """What a statement tells of its utterance.

    Attributes:
        statement: its id.
        report: id of its report.
        kind: kind of channel; empty where it is not told.
        first: the first day on which it may have been said; None where it is open.
        last: the last such day.
        prints: those of its words.
    """

    statement: str
    report: str
    kind: str
    first: date | None
    last: date | None
    prints: tuple[int, ...] = ()

    @property
    def day(self) -> date | None:
        """The exact day, where it is told."""
        return self.first if self.first == self.last else None


@dataclass(frozen=True, slots=True, order=True)
class Utterance:
    """Whose words, by what kind of channel, on which day; empty or None where it is not told."""

    source: str
    kind: str
    day: date | None

    @property
    def id(self) -> str:
        """Stable while the source's leading name is."""
        return "or-" + sha256(f"{self.source} {self.kind} {self.day}".encode()).hexdigest()[:10]


class Belonging(NamedTuple):
    """The utterance that a statement goes back to, and on what ground."""

    utterance: Utterance
    ground: str


def utterances(source: str, told: Sequence[Told], contents: Contents) -> dict[str, Belonging]:
    """The utterance of each of these statements, which are all that a view holds of one source.

    Args:
        source: id of the source.
        told: its statements, in an order that does not depend on when they came in.
        contents: gives the words of statements.
    """
    return _Speeches(source, told, contents).belonging()


class _Speeches:
    """The speech events of one source."""

    def __init__(self, source: str, told: Sequence[Told], contents: Contents) -> None:
        self._source, self._told = source, told
        self._of: dict[str, Belonging] = {}
        self._likeness = _Likeness(told, contents)

    def belonging(self) -> dict[str, Belonging]:
        """The utterance of each statement."""
        for one in self._told:
            if one.day and one.kind not in _ANY:
                self._put(one, Utterance(self._source, one.kind, one.day))
        for dated, kinds in _ROUNDS:
            self._fit([one for one in self._told if bool(one.day) is dated and one.kind in kinds])
        return self._joined() if len({belonging.utterance for belonging in self._of.values()}) > 1 else self._of

    def _put(self, one: Told, utterance: Utterance, *, same_words: bool = False) -> None:
        self._of[one.statement] = Belonging(utterance, _ground(one, same_words=same_words))

    def _fit(self, told: Sequence[Told]) -> None:
        """Put each with the likest utterance there is so far that it may belong to, or with a new one."""
        there = sorted({belonging.utterance for belonging in self._of.values()}, key=_latest_first)
        placed = {statement: belonging.utterance for statement, belonging in self._of.items()}
        printed = self._likeness.printed(placed)
        fits: dict[tuple[object, ...], Fitting] = {}
        for one in told:
            said = one.kind, one.first, one.last
            fitting = fits[said] if said in fits else fits.setdefault(said, _fitting(one, there))
            again = self._likeness.again(one, placed, printed, fitting)
            best = again or self._likeness.likest(one, placed, fitting)
            self._put(one, best or Utterance(self._source, one.kind, one.day), same_words=again is not None)

    def _joined(self) -> dict[str, Belonging]:
        """The same, with utterances that have their words in common made one."""
        sets, grounds = Sets(), dict[str, str]()
        for one, other in self._likeness.sharing(self._differ):
            for each in (one, other):
                grounds.setdefault(each, "same speaker and words, told of another day or channel")
            sets.join(self._of[one].utterance.id, self._of[other].utterance.id)
        leading: dict[str, Utterance] = {}
        for utterance in sorted({belonging.utterance for belonging in self._of.values()}, key=_dated_first):
            leading.setdefault(sets.find(utterance.id), utterance)
        return {
            statement: Belonging(leading[sets.find(utterance.id)], grounds.get(statement, ground))
            for statement, (utterance, ground) in self._of.items()
        }

    def _differ(self, one: str, other: str) -> bool:
        """Whether two statements were put with different utterances of about the same days."""
        a, b = self._of[one].utterance, self._of[other].utterance
        return a != b and (not a.day or not b.day or abs(a.day - b.day) <= timedelta(NEAR))


Fitting = dict[Utterance, int]
"""Utterances in order, each with its place."""


def _fitting(one: Told, there: Sequence[Utterance]) -> Fitting:
    """The utterances that a statement may be of: those of its very channel, if there are any."""
    fitting = [utterance for utterance in there if _may_be(one, utterance)]
    same = [utterance for utterance in fitting if utterance.kind == one.kind]
    return {utterance: place for place, utterance in enumerate(same or fitting)}


def _latest_first(utterance: Utterance) -> tuple[int, str]:
    return -(utterance.day or date.min).toordinal(), utterance.kind


def _dated_first(utterance: Utterance) -> tuple[date, bool, str]:
    return utterance.day or date.max, utterance.kind in _ANY, utterance.kind


def _may_be(one: Told, utterance: Utterance) -> bool:
    """Whether a statement may be of an utterance, by channel and day."""
    kinds = {one.kind, utterance.kind}
    if len(kinds) > 1 and not kinds & _ANY and frozenset(kinds) not in _LIKE:
        return False
    day = utterance.day
    return not day or ((not one.first or one.first <= day) and (not one.last or day <= one.last))


def _ground(one: Told, *, same_words: bool) -> str:
    """Why a statement goes with its utterance."""
    known = {"channel": bool(one.kind), "day": bool(one.day)}
    same = ["speaker", *(word for word, is_told in known.items() if is_told), *(["words"] if same_words else [])]
    untold = " and ".join(word for word, is_told in known.items() if not is_told and not same_words)
    grounds = f"same {', '.join(same[:-1])} and {same[-1]}" if same[1:] else "same speaker"
    return f"{grounds}; {untold} not told" if untold else grounds


class _Likeness:
    """How alike statements of one source are in their words."""

    def __init__(self, told: Sequence[Told], contents: Contents) -> None:
        self._told, self._contents = {one.statement: one for one in told}, contents
        self._fetched: dict[str, str] = {}

    def _content(self, statements: Collection[str]) -> Mapping[str, str]:
        """At least the words of these statements."""
        if missing := [statement for statement in statements if statement not in self._fetched]:
            self._fetched.update(self._contents(missing))
        return self._fetched

    @cached_property
    def _reported(self) -> dict[str, list[str]]:
        """The statements of each report."""
        return gathered((one.report, one.statement) for one in self._told.values())

    def printed(self, placed: Iterable[str]) -> dict[int, list[str]]:
        """Of these statements the first ones of each print."""
        held = gathered((found, statement) for statement in placed for found in self._told[statement].prints)
        return {found: some[:_FEW] for found, some in held.items()}

    @cached_property
    def _forms(self) -> dict[str, frozenset[str]]:
        content = self._content(self._told).items()
        return {statement: _telling(text) for statement, text in content}

    @cached_property
    def _saying(self) -> dict[str, list[str]]:
        """The statements of each word."""
        return gathered((form, statement) for statement, forms in self._forms.items() for form in forms)

    def again(
        self, one: Told, placed: Mapping[str, Utterance], printed: Mapping[int, Sequence[str]], fitting: Fitting
    ) -> Utterance | None:
        """The first of these utterances with which a statement shares a passage of weight."""
        near = {s for found in one.prints for s in printed.get(found, ()) if placed[s] in fitting}
        content = self._content({one.statement, *near}) if near else {}
        sharing = {placed[s] for s in near if same_words(content[one.statement], content[s])}
        return min(sharing, key=fitting.__getitem__, default=None)

    def likest(self, one: Told, placed: Mapping[str, Utterance], fitting: Fitting) -> Utterance | None:
        """The likest one: of those in the same report, if any, the one whose words are most like, or else the first.

        Rare words weigh more (Sparck Jones, "A statistical interpretation of term specificity", 1972).
        """
        if len(fitting) <= 1:
            return next(iter(fitting), None)
        here = {placed[s] for s in self._reported[one.report] if s in placed}
        alike = dict.fromkeys([utterance for utterance in fitting if utterance in here] or fitting, 0.0)
        whole = 0.0
        for form in sorted(self._forms[one.statement]):
            saying = self._saying[form]
            weight = math.log1p(len(self._told) / len(saying))
            whole += weight
            for utterance in {placed.get(s) for s in saying[:_MOST]} & alike.keys():
                alike[utterance] += weight  # type: ignore[index]
        likest = max(alike, key=lambda utterance: alike[utterance])
        return likest if alike[likest] >= _ALIKE * whole else next(iter(alike))

    def sharing(self, wanted: Callable[[str, str], bool]) -> list[Pair]:
        """Pairs of wanted statements that share a passage of weight."""
        pairs = near(((one.statement, one.prints) for one in self._told.values()), wanted)
        content = self._content({statement for pair in pairs for statement in pair})
        return [(one, other) for one, other in pairs if same_words(content[one], content[other])]


@lru_cache(maxsize=1 << 14)
def _telling(text: str) -> frozenset[str]:
    """The words of a content that tell what it is about."""
    return frozenset(word.form for word in words(text) if len(word.form) > _LIGHT)
