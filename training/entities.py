"""Names in open corpora (GUM, re3d less its BBC part, WNUT-17, wikigold), brought to person, organisation, place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from onrecord.reading.page import lay_out
from onrecord.reading.tagger.words import words
from training.examples import ENTITIES, UNKNOWN, Example, Sentence, Span, covered, tagged

_SORTS = {
    "person": "person", "per": "person",
    "organization": "organisation", "organisation": "organisation", "org": "organisation",
    "corporation": "organisation", "group": "organisation",
    "place": "place", "location": "place", "loc": "place",
}  # fmt: skip
_RESTRICTED = ("BBC Online",)  # CC BY-NC: not for weights that ship
_OPEN_GENRES = ("academic", "bio", "court", "interview", "news", "voyage")  # of GUM: CC BY and CC BY-SA


def gum(folder: Path, split: str = "train") -> Iterator[Example]:
    """GUM's documents of a split and of open genres: proper names, typed by the smallest entity around them."""
    listed = (folder / "splits.md").read_text("utf-8").partition(f"## {split}\n")[2].partition("## ")[0]
    for name in sorted(re.findall(r"GUM_\w+", listed)):
        if name.split("_")[1] in _OPEN_GENRES:
            yield tagged(name, _conllu((folder / "dep" / f"{name}.conllu").read_text("utf-8")))


def _conllu(text: str) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file with their names."""
    sorts: list[tuple[str, str]] = []  # of the entities that are open: their numbers and sorts
    for block in text.split("\n\n"):
        sentence: list[tuple[str, str]] = []
        last = "O"
        for line in block.splitlines():
            cells = line.split("\t")
            if line.startswith("#") or not cells[0].isdigit():
                continue
            marks = re.search(r"Entity=([^|\s]+)", cells[9])
            row = re.findall(r"\((\w+)-(\w+)[^()]*|(\w+)\)", marks[1]) if marks else []
            sorts += [(number, sort) for number, sort, _ in row if number]
            around = next((s for _, s in reversed(sorts) if s in _SORTS), "")
            sort = _SORTS[around] if cells[4].startswith("NNP") and around else "O"
            sentence.append((cells[1], "O" if sort == "O" else f"{'I' if sort == last else 'B'}-{sort}"))
            last = sort
            for closed in re.findall(r"(?<![\w(-])(\w+)\)|\((\w+)-[^()]*\)", marks[1] if marks else ""):
                number = closed[0] or closed[1]
                sorts = [pair for pair in sorts if pair[0] != number]
        if sentence:
            yield sentence


def re3d(folder: Path) -> Iterator[Example]:
    """The documents of re3d whose licence lets weights ship; entities without a capital are no names."""
    for home in sorted(path.parent for path in folder.glob("*/documents.json")):
        if home.name in _RESTRICTED:
            continue
        rows = sorted(_rows(home / "entities.json"), key=lambda row: str(row["documentId"]))
        entities = {key: list(group) for key, group in groupby(rows, key=lambda row: str(row["documentId"]))}
        for document in _rows(home / "documents.json"):
            text = str(document["text"])
            spans = [
                ((int(str(row["begin"])), int(str(row["end"]))), _SORTS[str(row["type"]).lower()])
                for row in entities.get(str(document["_id"]), [])
                if str(row["type"]).lower() in _SORTS and any(char.isupper() for char in str(row["value"]))
            ]
            yield _spanned(f"{home.name} {document['_id']}", text, spans)


def _rows(path: Path) -> list[dict[str, object]]:
    """The rows of a file with one JSON object a line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _spanned(name: str, text: str, spans: list[tuple[Span, str]]) -> Example:
    """A text whose entities are given as spans; articles before names are none of theirs."""
    found = words(lay_out(text))
    labels = [0] * len(found)
    for (start, end), sort in spans:
        inside = [n for part in covered(found, [(start, end)]) for n in part]
        while inside and found[inside[0]].text.islower():
            inside.pop(0)
        for place, number in enumerate(inside):
            labels[number] = ENTITIES.index(f"I-{sort}" if place else f"B-{sort}")
    return Example(name, text, found, [UNKNOWN] * len(found), labels)


def columns(path: Path, size: int = 40) -> Iterator[Example]:
    """A file with a word and its label a line (WNUT-17, wikigold), so many sentences an example."""
    sentences: list[Sentence] = []
    for blank, lines in groupby(path.read_text("utf-8").splitlines(), key=lambda line: not line.strip()):
        if not blank:
            cells = [line.split() for line in lines]
            sentences.append(list(_labelled(cells)))
    for start in range(0, len(sentences), size):
        yield tagged(f"{path.stem} {start}", sentences[start : start + size])


def _labelled(cells: list[list[str]]) -> Iterator[tuple[str, str]]:
    """Words with our labels; a label without "B-" or "I-" before another sort opens a name."""
    last = ""
    for row in cells:
        if row[0] == "-DOCSTART-":
            continue
        mark, _, name = row[-1].partition("-")
        sort = _SORTS.get(name.lower(), "")
        yield row[0], (f"{'I' if mark == 'I' and sort == last else 'B'}-{sort}" if sort else "O")
        last = sort
