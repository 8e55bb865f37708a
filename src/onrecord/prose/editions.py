"""How a report reads in two editions: who says that it changed, what stayed, what was taken out, what was put in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from onrecord.prose.words import day
from onrecord.record.edit import Edited
from onrecord.story.revisions import Revision

KEPT: Final = "kept"
OUT: Final = "out"
IN: Final = "in"


def changed(one: Revision) -> str:
    """When a report changed and who says so: "on 2024-03-12, says the Harbour Post"."""
    if one.since.known:
        when = f"on {day(one.since)}" if one.since.start == one.since.end else day(one.since)
    else:
        when = "on a day not told"
    return f"{when}, says {one.who or (one.by.file if one.by else 'a person not named')}"


def pieces(old: str, new: str, edit: Edited) -> Iterator[tuple[str, str]]:
    """What became of a sentence, in pieces, each with its words as printed: `KEPT`, `OUT` or `IN`.

    Args:
        old: the text of the earlier edition.
        new: the text of the later one.
        edit: the sentence; one that was only put in, taken out or moved is one piece.
    """
    if edit.before and edit.after and edit.words:
        return _changed(old, new, edit)
    part = KEPT if edit.before and edit.after else IN if edit.after else OUT
    words = edit.after.of(new) if edit.after else edit.before.of(old) if edit.before else ""
    return iter([(part, words)])


def _changed(old: str, new: str, edit: Edited) -> Iterator[tuple[str, str]]:
    ours, theirs = (edit.before.start if edit.before else 0), (edit.after.start if edit.after else 0)
    for word in edit.words:
        kept = (
            old[ours : word.before.start] if word.before else new[theirs : word.after.start if word.after else theirs]
        )
        yield KEPT, kept
        ours, theirs = _onwards(old, ours, kept), _onwards(new, theirs, kept)
        if word.before:
            yield OUT, word.before.of(old)
            ours = word.before.end
        if word.after:
            yield IN, word.after.of(new)
            theirs = word.after.end
    yield KEPT, new[theirs : edit.after.end if edit.after else theirs]


def _onwards(text: str, at: int, kept: str) -> int:
    """Where a text goes on after as many signs as were kept, however it spaces them."""
    left = sum(not sign.isspace() for sign in kept)
    while left:
        left -= not text[at].isspace()
        at += 1
    return at
