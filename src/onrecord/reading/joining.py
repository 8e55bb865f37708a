"""Drafts by rule and drafts by the tagger as one row: each statement once, with the better words of both."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading.drafts import Draft, Place
from onrecord.reading.lexicon import lexicon, listed
from onrecord.reading.phrases import somebody, verbal
from onrecord.record.statement import Act, Mode

_SAME = 0.5  # Dice coefficient of two contents from which on they are one
_OURSELVES = frozenset("i we you".split())
_SPEAKERS = ("pronouns", "persons", "plural_persons", "organisations", "kin", "carriers")
_DECLINING = frozenset("decline declined declines declining refuse refused refuses refusing".split())
_CARRYING = frozenset(("clause", "person", "to"))  # what verbs take that tell of words
_CLAUSE = 6  # words from which on a content holds a clause, whether its verb is known or not
_COVERED = 0.7  # share of a content that lies in another's, from which on it says nothing of its own


def joined(rules: Sequence[Draft], tagged: Sequence[Draft]) -> list[Draft]:
    """The drafts of both, in the order of their content."""
    row = sorted(tagged, key=_extent)
    starts = [_extent(draft)[0] for draft in row]
    reach = max((b - a for a, b in map(_extent, row)), default=0)
    taken: set[int] = set()
    found: list[Draft] = []
    for draft in rules:
        first, last = _extent(draft)
        near = [n for n in range(bisect_left(starts, first - reach), bisect_right(starts, last)) if n not in taken]
        twin = max(near, key=lambda n: _alike(draft, row[n]), default=None)
        if twin is None or _alike(draft, row[twin]) < _SAME:
            found.append(draft)
            continue
        taken.add(twin)
        found.append(_one(draft, row[twin]))
    left = [draft for n, draft in enumerate(row) if n not in taken and _tells(draft)]
    return sorted([*found, *_news(left, found)], key=lambda draft: draft.content[0])


def _tells(draft: Draft) -> bool:
    """Whether a draft that no rule made has somebody who speaks, and who says something: a clause or a quotation."""
    tokens = draft.sentence.tokens
    spots = [n for n, token in enumerate(tokens) if any(a <= token.first < b for a, b in draft.content)]
    cue = [token.low for token in tokens if draft.cue and draft.cue[0] <= token.start < draft.cue[1]]
    if not _speaks(draft) or draft.act is Act.DECLINE or _DECLINING.intersection(cue):
        return False
    if cue[:1] == ["asked"] and tokens[0].low == "asked":
        return False  # what an interviewer asked
    verbs = [lexicon().verbs[low][0] for low in cue if low in lexicon().verbs]
    if any(tokens[n].sort == "quote" for n in spots):
        return True
    if not any(_CARRYING & verb.acts.keys() for verb in verbs):
        return False
    if any(tokens[n].low in listed("finite") or verbal(tokens, n) for n in spots):
        return tokens[spots[0]].low != "not"  # "asked not to be named"
    return len(spots) >= _CLAUSE and any("clause" in verb.acts for verb in verbs)


def _speaks(draft: Draft) -> bool:
    """Whether the words for a speaker name or describe somebody, or what carries words."""
    nobody = listed("visuals") | _OURSELVES
    return somebody([token for token in draft.speaker if token.low not in nobody], _SPEAKERS)


def _news(drafts: Sequence[Draft], others: Sequence[Draft]) -> list[Draft]:
    """The drafts that say what no other says already."""
    row = sorted(others, key=_extent)
    starts = [_extent(draft)[0] for draft in row]
    reach = max((b - a for a, b in map(_extent, row)), default=0)
    found = []
    for draft in drafts:
        first, last = _extent(draft)
        near = row[bisect_left(starts, first - reach) : bisect_right(starts, last)]
        if not any(_meeting(draft.content, other.content) >= _COVERED * _size(draft.content) for other in near):
            found.append(draft)
    return found


def _extent(draft: Draft) -> Place:
    """From the first to the last word of a content."""
    return draft.content[0][0], draft.content[-1][1]


def _meeting(ours: Sequence[Place], theirs: Sequence[Place]) -> int:
    """The characters that two rows of places share."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in ours for c, d in theirs)


def _size(places: Sequence[Place]) -> int:
    """The characters of a row of places."""
    return sum(b - a for a, b in places)


def _alike(one: Draft, other: Draft) -> float:
    """How far two drafts are one statement: the Dice coefficient of their contents, and half for one cue."""
    dice = 2 * _meeting(one.content, other.content) / (_size(one.content) + _size(other.content))
    cued = bool(one.cue and other.cue and _meeting([one.cue], [other.cue]))
    return dice + (_SAME if cued and dice else 0)


def _one(rule: Draft, tagged: Draft) -> Draft:
    """Two drafts of one statement as one."""
    if rule.mode in (Mode.HEADLINE, Mode.BULLET, Mode.POST, Mode.NOUN, Mode.VISUAL):
        return rule
    if rule.carries_on or not (rule.speaker or rule.cue):
        return replace(tagged, content=rule.content, mode=rule.mode)
    return rule if rule.speaker else replace(rule, speaker=tagged.speaker, aside=tagged.aside)
