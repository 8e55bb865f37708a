"""Which earlier statements of its report a denial or a confirmation answers, where the wording shows it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading.drafts import Draft
from onrecord.reading.lexicon import listed
from onrecord.record.statement import Act, Statement

_DEFINITE = frozenset("the these those this that such all his her its their".split())
_MOST = 12  # statements back
_NEAR = 2  # paragraphs back that a noun reaches


def answers(drafts: Sequence[Draft], statements: Sequence[Statement], n: int) -> tuple[str, ...]:
    """The ids of what the n-th statement answers."""
    draft = drafts[n]
    if not _refers(draft):
        return ()
    found: list[str] = []
    for m in range(n - 1, max(-1, n - _MOST), -1):
        if draft.sentence.paragraph - drafts[m].sentence.paragraph > _NEAR:
            break
        other = statements[m]
        if other.chain[-1:] == statements[n].chain[-1:] or other.act in (Act.ASK, Act.EXPRESS, Act.DENY):
            continue
        if found and drafts[m].sentence is not drafts[m + 1].sentence:
            break
        found.append(other.id)
    return tuple(sorted(found))


def _refers(draft: Draft) -> bool:
    """Whether the content takes up what others said: "these rumours", "the claims false", "the same"."""
    first, last = draft.content[0][0], draft.content[-1][1]
    words = [token.low for token in draft.sentence.tokens if first <= token.start < last and token.word]
    if not words:
        return False
    taken_up = any(word in listed("report_nouns") for word in words[1:4]) and words[0] in _DEFINITE
    if draft.act in (Act.DENY, Act.CONFIRM):
        return (
            taken_up or words in (["this"], ["that"], ["it"]) or (len(words) == 1 and words[0] in listed("false_words"))
        )
    return taken_up and any(word in listed("false_words") for word in words)
