"""PolNeAR 1.0 (Newell, Margolin and Ruths, LREC 2018): news with sources, cues and contents, as stand-off files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.reading.page import lay_out
from onrecord.reading.tagger.words import Word, words
from training.examples import UNKNOWN, Attribution, Example, covered, labelled

_ROLES = ("source", "cue", "content")
_Parts = tuple[tuple[int, ...], ...]


def polnear(folder: Path, split: str) -> list[Example]:
    """The articles of one split ("train", "dev" or "test"), of several annotators the first."""
    home = folder / "data" / split
    files: dict[str, Path] = {}
    for path in sorted((home / "attributions").glob("*.ann")):
        files.setdefault(path.name.rsplit("_", 1)[0], path)
    return [_article(name, home / "text" / f"{name}.txt", path) for name, path in files.items()]


def _article(name: str, text_file: Path, annotations: Path) -> Example:
    """One article; its line ends count as one character, as in its annotation."""
    text = text_file.read_text("utf-8")
    found = words(lay_out(text))
    attributions = list(_attributions(annotations.read_text("utf-8"), found))
    return Example(name, text, found, labelled(len(found), attributions), [UNKNOWN] * len(found), attributions)


def _attributions(lines: str, found: Sequence[Word]) -> Iterator[Attribution]:
    """The attributions with a cue or a content."""
    spans: dict[str, _Parts] = {}
    events: list[list[list[str]]] = []
    for line in lines.splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            places = re.findall(r"(\d+) (\d+)", rest.split("\t")[0])
            spans[key] = covered(found, [(int(start), int(end)) for start, end in places])
        elif key.startswith("E"):
            events.append([part.split(":") for part in rest.split()])
    for event in events:
        roles: dict[str, _Parts] = dict.fromkeys(_ROLES, ())
        for label, key in event:
            role = label.rstrip("0123456789").lower()
            if role in roles:
                roles[role] += spans.get(key, ())
        if roles["cue"] or roles["content"]:
            yield Attribution(**roles)
