"""What statements put forward: claims found by the triggers of `relations.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.reading.fillers import Clause, Filler
from onrecord.reading.mentioned import Mention
from onrecord.reading.pointing import accounted, carried, denies, told
from onrecord.reading.scene import Scene
from onrecord.reading.triggers import Compiled
from onrecord.record.claim import Claim
from onrecord.record.span import Span
from onrecord.record.statement import Act, Statement

_CLAUSE = re.compile(
    r"[;:]\s|,? (?:but|while|whereas|although|though)\b |,? and (?=(?:that|he|she|they|it|we|I) )|[.!?]['\"’”]?\s"
)
_CONDITION = re.compile(r"\b(?:if|unless|in case)\b(?! anything)", re.IGNORECASE)
_UNREAL = re.compile(
    r"^\W*whether\b|\b(?:know|say|said|sure|clear|asked|ask|wonder(?:ed)?|doubt(?:ed|s)?|questioned?) whether\b|"
    r"^\W*(?:had|should|were) (?:the|a|he|she|they|it)\b|\b(?:as|even) if\b",
    re.IGNORECASE,
)
_MODAL = re.compile(r"\b(?:would|could|might|must|should)\b", re.IGNORECASE)
_PAST = re.compile(
    r"(?<![\d,.$€£#])(?P<year>(?:19|20)\d\d)(?![\d%-]|,\d)|"
    r"\b(?:last (?:year|january|february|march|april|may|june|july|august|september|october|november|december)|"
    r"(?:years?|decades?) ago|in (?:recent|past) years|over the years|years earlier)\b",
    re.IGNORECASE,
)
_CARRYING = re.compile(
    r"^(?:\w+ ){0,2}(?:(?:blam|accus|attribut|pinn|put|confirm|counted)\w*|claim\w*(?= (?:responsib|credit)))",
    re.IGNORECASE,
)
_MARKS = frozenset("\"“‘«'„")
_GAP = 40  # code points between a cue and what it carries: "accused the army of"
_AROUND = 1000  # code points to either side of a trigger in which another topic shows
_STOPPED = re.compile(r"[.!?…;:][\s\"'’”)\]]*$")
_HEADLINE = 160  # code points of the longest headline
_LONGEST = 600  # code points of a clause


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
    return [piece for clause in found for piece in _pieces(clause)]


def _pieces(clause: Clause) -> Iterable[Clause]:
    """The clause, in pieces where it is longer than anybody's: so that no text takes more than linear time."""
    for start in range(clause.start, clause.end, _LONGEST):
        end = min(clause.end, start + _LONGEST)
        yield clause if end - start == clause.end - clause.start else replace(clause, start=start, end=end)


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
    mentions = scene.between(clause.start, clause.end)
    made = [
        (claim, one.trigger.doubts)
        for one in scene.triggers(clause.start, clause.end)
        for claim in _triggered(scene, clause, mentions, one)
    ]
    open_questions = {(claim.relation, claim.subject) for claim, doubts in made if doubts}
    return [claim for claim, doubts in made if doubts or (claim.relation, claim.subject) not in open_questions]


def _triggered(scene: Scene, clause: Clause, mentions: Sequence[Mention], one: Compiled) -> Iterable[Claim]:
    """The claims that one trigger gives in a clause."""
    for match in one.pattern.finditer(scene.text, clause.start, clause.end):
        if _fits(scene, clause, one, match):
            claim = Filler(scene, clause, mentions, one, match).claim()
            if claim:
                yield claim


def _fits(scene: Scene, clause: Clause, one: Compiled, match: re.Match[str]) -> bool:
    """Whether what stands around a match lets it count."""
    text, trigger = scene.text, one.trigger
    if one.near and not one.near.search(text, clause.start, clause.end):
        return False
    # A report's own idioms are often figures of speech; its plain words are patterns.
    if (clause.own and (trigger.stated or one.phrase)) or (
        one.unless and one.unless.search(text, clause.start, clause.end)
    ):
        return False
    if not trigger.doubts and _supposed(text, clause, match):
        return False
    if match.groupdict().get("bare") and not _headline(text, match.start()):
        return False
    if one.apart and len(one.apart.findall(text, max(0, match.start() - _AROUND), match.end() + _AROUND)) > 1:
        return False
    return trigger.past or not _past(scene, clause)


def _headline(text: str, at: int) -> bool:
    """Whether the line around a place in the text is a headline: short, and without a full stop."""
    low, high = text.rfind("\n", max(0, at - _HEADLINE), at) + 1, text.find("\n", at, at + _HEADLINE)
    line = text[low : high if high >= 0 else len(text)]
    return len(line) <= _HEADLINE and not _STOPPED.search(line)


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
    last = before = None
    for statement in statements:
        found = _own(scene, statement) or _answering(
            scene, statement, [done[i] for i in statement.answers if i in done]
        )
        if not found and last:
            found = carried(scene, statement, last)
        if not found and before and (account := accounted(scene, statement, before)):
            done[before.id] = replace(before, claims=(account[0],))
            found = (account[1],)
        before = done[statement.id] = replace(statement, claims=found)
        last = before if found else last
    return tuple(done[statement.id] for statement in statements)


def _own(scene: Scene, statement: Statement) -> tuple[Claim, ...]:
    """What the words of a statement claim themselves."""
    bare = statement.act is Act.DENY and not statement.answers and _bare(scene, statement)
    return claims(scene, clauses(scene, _spans(scene, statement), statement.source or ""), denied=bare)


def _answering(scene: Scene, statement: Statement, answered: Sequence[Statement]) -> tuple[Claim, ...]:
    """What a statement claims by denying or confirming others."""
    if not answered:
        return ()
    denied = denies(scene, statement)
    words = statement.extent.of(scene.text)
    target = [claim for claim in _target(answered, denied=denied) if told(words, claim)]
    return tuple(replace(c, affirms=c.affirms and not denied, words=statement.extent) for c in target)


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
