"""What statements put forward: claims found by the triggers of `relations.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.reading.fillers import Clause, Filler
from onrecord.reading.pointing import carried, denies
from onrecord.reading.scene import Mention, Scene
from onrecord.reading.triggers import Compiled
from onrecord.record.claim import Claim
from onrecord.record.span import Span
from onrecord.record.statement import Act, Statement

_CLAUSE = re.compile(
    r"[;:]\s|,? (?:but|while|whereas|although|though)\b |,? and (?=(?:that|he|she|they|it|we|I) )|[.!?]['\"’”]?\s"
)
_CONDITION = re.compile(r"\b(?:if|unless|in case)\b(?! anything)", re.IGNORECASE)
_UNREAL = re.compile(r"^\W*(?:had|should|were) (?:the|a|he|she|they|it)\b|\b(?:as|even) if\b", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:would|could|might|must|should)\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:in|of|since|until|during|by) (?:(?:early|late|mid|\w{3,9}\.?) )?(?:\d{1,2},? )?(?P<year>(?:19|20)\d\d)\b|"
    r"\b(?:last (?:year|january|february|march|april|may|june|july|august|september|october|november|december)|"
    r"years? ago|decades? ago)\b",
    re.IGNORECASE,
)
_CARRYING = re.compile(r"^(?:\w+ ){0,2}(?:blam|accus|attribut|pinn|put|confirm|claim|counted|announc|report)\w*", re.IGNORECASE)
_MARKS = frozenset("\"“‘«'„")
_GAP = 40  # code points between a cue and what it carries: "accused the army of"
_SENTENCE = 2000  # code points: the longest stretch that is looked at as one clause


def clauses(scene: Scene, spans: Iterable[Span], speaker: str, *, own: bool = False) -> list[Clause]:
    """The content cut where one thing ends and the next begins."""
    found = []
    for span in spans:
        at, lead = span.start, scene.sentence_start(span.start)
        quoted = scene.text[max(0, at - 1) : at] in _MARKS
        for match in _CLAUSE.finditer(scene.text, span.start, span.end):
            if match.start() > at:
                found.append(Clause(span.report, at, match.start(), speaker, lead, own, quoted))
            at = lead = match.end()
        if span.end > at:
            found.append(Clause(span.report, at, span.end, speaker, lead, own, quoted))
    return [replace(clause, end=min(clause.end, clause.start + _SENTENCE)) for clause in found]


def claims(scene: Scene, parts: Iterable[Clause], *, denied: bool = False) -> tuple[Claim, ...]:
    """Every claim of the clauses, in the order of their words; each only once, at its first place."""
    found: dict[tuple[object, ...], Claim] = {}
    for clause in parts:
        for claim in _of_clause(scene, clause):
            settled = replace(claim, affirms=claim.affirms != denied)
            found.setdefault((claim.relation, claim.subject, claim.value, claim.extent, claim.amount), settled)
    return tuple(sorted(found.values(), key=lambda c: (c.words.start, c.relation, c.subject, c.value)))


def _of_clause(scene: Scene, clause: Clause) -> list[Claim]:
    """The claims of one clause; where a trigger says that something is open, no other answer to it counts."""
    lower = scene.text[clause.start : clause.end].lower()
    mentions = scene.between(clause.start, clause.end)
    made = [
        (claim, one.trigger.doubts)
        for one in scene.triggers
        if one.possible(lower)
        for claim in _triggered(scene, clause, mentions, one)
    ]
    open_questions = {(claim.relation, claim.subject) for claim, doubts in made if doubts}
    return [claim for claim, doubts in made if doubts or (claim.relation, claim.subject) not in open_questions]


def _triggered(scene: Scene, clause: Clause, mentions: Sequence[Mention], one: Compiled) -> Iterable[Claim]:
    if one.trigger.stated and clause.own:
        return
    if one.near and not one.near.search(scene.text, clause.start, clause.end):
        return
    if one.unless and one.unless.search(scene.text, clause.start, clause.end):
        return
    for match in one.pattern.finditer(scene.text, clause.start, clause.end):
        if not one.trigger.doubts and _supposed(scene.text, clause, match):
            continue
        if not one.trigger.past and _past(scene, clause):
            continue
        if one.apart and one.apart.search(scene.text, max(0, match.start() - 1000), match.end() + 1000):
            continue
        claim = Filler(scene, clause, mentions, one, match).claim()
        if claim:
            yield claim


def _past(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells of years gone by, and not of the story's own days."""
    found = _PAST.search(scene.text, clause.start, clause.end)
    return found is not None and (not found["year"] or found["year"] != scene.year)


def _supposed(text: str, clause: Clause, match: re.Match[str]) -> bool:
    """Whether what a trigger tells of is only supposed: "if he resigned", "could kill 40 if it burst"."""
    if _CONDITION.search(text, clause.start, match.start()) or _UNREAL.search(text[clause.start : match.start()]):
        return True
    near = text[max(clause.start, match.start() - 12) : match.end()]
    return bool(_MODAL.search(near) and _CONDITION.search(text, match.end(), clause.end))


def stated(scene: Scene, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with their claims; one that only points back has those of what it points to."""
    done: dict[str, Statement] = {}
    last: Statement | None = None
    for statement in statements:
        bare = statement.act is Act.DENY and not statement.answers and _bare(scene, statement)
        found = claims(scene, clauses(scene, _spans(scene, statement), statement.source or ""), denied=bare)
        answered = [done[i] for i in statement.answers if i in done]
        if not found and answered:
            denied = denies(scene, statement)
            target = _target(answered, denied=denied)
            found = tuple(replace(c, affirms=c.affirms and not denied, words=statement.extent) for c in target)
        if not found and last:
            found = carried(scene, statement, last)
        done[statement.id] = replace(statement, claims=found)
        last = done[statement.id] if found else last
    return tuple(done[statement.id] for statement in statements)


def _spans(scene: Scene, statement: Statement) -> tuple[Span, ...]:
    """The content, with the cue where that says what is claimed ("blamed it on", "put the number of dead at")."""
    first, cue = statement.content[0], statement.cue
    if cue is None or not 0 <= first.start - cue.end <= _GAP:
        return statement.content
    between = scene.text[cue.end : first.start]
    if not _CARRYING.match(scene.text[cue.start : cue.end]) or re.search(r"[.!?:,“\"]|\bthat\b", between):
        return statement.content
    return (Span(first.report, cue.start, first.end), *statement.content[1:])


def _target(answered: Sequence[Statement], *, denied: bool) -> tuple[Claim, ...]:
    """The claims that a statement takes up: of those put forward last; what is denied was most likely affirmed."""
    claiming = sorted((s for s in answered if s.claims), key=lambda s: s.extent.start, reverse=True)
    fitting = (s.claims for s in claiming if not denied or any(claim.affirms for claim in s.claims))
    return next(fitting, claiming[0].claims if claiming else ())


def _bare(scene: Scene, statement: Statement) -> bool:
    """Whether the content is what is denied ("denied that he fled") and not the denial in other words."""
    return statement.cue is not None and not denies(scene, statement, content_only=True)
