"""Statements that name what they claim only by pointing back: "the figure", "otherwise", "19", or by going on."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.numbers import NUMBER, amount
from onrecord.reading.scene import Scene
from onrecord.reading.signals import FALSE, NEGATION
from onrecord.record.claim import Claim
from onrecord.record.statement import Act, Mode, Statement

_NOUNS = (
    r"claims?|reports?|rumou?rs?|figures?|numbers?|tolls?|accusations?|allegations?|charges?|suggestions?|versions?|"
    r"accounts?|story|stories|news|statement|assertion|count|announcement|speculation|talk|tale"
)
_UNTRUE = r"(?:a lie|lies|false|untrue|nonsense|wrong|baseless|unfounded|incorrect|fake news|absurd|ridiculous)"
_POINTING = re.compile(
    rf"^\W*(?:the same|this|that|it|so|as much|otherwise|them|those|"
    rf"(?:the|this|that|these|those|such|any|its|their|his|her|all|both)(?: [\w'’-]+)? (?:{_NOUNS})"
    rf"(?: (?:[\w'’-]+ ){{0,3}}{_UNTRUE})?|(?:(?:is|are|was|were) )?(?:(?:simply|completely|totally) )?{_UNTRUE})\W*$",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(r"^\W*(?:otherwise|the opposite|the contrary)\W*$", re.IGNORECASE)
_DENYING = re.compile(
    r"den(?:y|ie)|refut|reject|dismiss|disput|contest|contradict|doubt|rebuff|rubbish|scoff|mock|challeng|batted away|"
    r"declin|called|question|cast",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    rf"^\W*(?:(?:the|its|their|a|an|the [\w ]{{1,24}}['’]s) (?:count|figure|number|toll|total) (?:of|at) |"
    rf"(?:at )?(?:least|about|around|some|only|"
    rf"perhaps|nearly|over|more than) )*(?P<number>{NUMBER})(?: (?:dead|people|deaths|victims|killed|injured|"
    rf"in all))?\W*"
    rf"(?:$|, (?:if|not|and|but))",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\b(?:figures?|numbers?|tolls?|count)\b", re.IGNORECASE)
_TALE = re.compile(
    r"\b(?:accounts?|versions?|stor(?:y|ies)|tale|talk|speculation|accusations?|allegations?)\b", re.IGNORECASE
)
_TELLING = frozenset({Act.ASSERT, Act.CONFIRM})
_FEWEST, _MOST = 24, 240  # code points of an account that can stand in a question
_NEAR = 400  # code points back that pointing reaches
_ON = 160  # code points back that a quotation that goes on may have paused


def denies(scene: Scene, statement: Statement, *, content_only: bool = False) -> bool:
    """Whether a statement rejects what it speaks of, by its act or by its own words."""
    words = statement.extent.of(scene.text)
    if content_only:
        return bool(NEGATION.search(words) or FALSE.search(words))
    cue = statement.cue.of(scene.text) if statement.cue else ""
    return statement.act is Act.DENY or bool(FALSE.search(words) or _OTHERWISE.match(words) or _DENYING.search(cue))


def carried(scene: Scene, statement: Statement, last: Statement) -> tuple[Claim, ...]:
    """The claims that a statement without any of its own takes over from the last one that made some."""
    words = statement.extent.of(scene.text)
    gap = statement.extent.start - last.extent.end
    if not -_NEAR <= gap <= _NEAR:
        return ()
    figure = _figure(words)
    counting = [claim for claim in last.claims if claim.amount is not None and claim.relation in {"toll", "count"}]
    if figure is not None and counting:
        return (replace(counting[0], amount=figure, affirms=not denies(scene, statement), words=statement.extent),)
    if _POINTING.match(words):
        rejects = denies(scene, statement)
        meant = [claim for claim in last.claims if told(words, claim)]
        return tuple(replace(claim, affirms=claim.affirms and not rejects, words=statement.extent) for claim in meant)
    if _goes_on(scene, statement, last, gap):
        return tuple(replace(claim, words=statement.extent) for claim in last.claims)
    return ()


def told(words: str, claim: Claim) -> bool:
    """Whether the noun that points may mean a claim: a figure is no rumour, and an account no figure."""
    counts = claim.amount is not None
    return counts if _COUNT.search(words) else not (counts and _TALE.search(words))


def accounted(scene: Scene, statement: Statement, before: Statement) -> tuple[Claim, Claim] | None:
    """The claims of two statements of which the second says that the first, which fits no relation, is or is not so."""
    words, said = statement.extent.of(scene.text), before.extent
    near = 0 <= statement.extent.start - said.end <= _NEAR and _FEWEST <= said.end - said.start <= _MOST
    if before.claims or not near or statement.source == before.source or before.act not in _TELLING:
        return None
    judged = denies(scene, statement) or statement.act is Act.CONFIRM
    if not judged or not _POINTING.match(words) or _COUNT.search(words):
        return None
    subject = " ".join(said.of(scene.text).split())
    first = Claim("account", subject, "so", True, "", None, said)
    return first, replace(first, affirms=not denies(scene, statement), words=statement.extent)


def _figure(words: str) -> float | None:
    found = _FIGURE.match(words)
    return amount(found["number"]) if found else None


def _goes_on(scene: Scene, statement: Statement, last: Statement, gap: int) -> bool:
    """Whether one speaker's words go on in a quotation right after: it stands for what they have just said."""
    same = bool(statement.source) and statement.source == last.source and statement.act is Act.ASSERT
    quoted = statement.mode in {Mode.DIRECT, Mode.MIXED}
    return same and quoted and 0 <= gap <= _ON and "\n" not in scene.text[last.extent.end : statement.extent.start]
