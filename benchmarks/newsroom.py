"""Reading reports of 500 words on all cores, beside the model alone and beside spaCy.

The model alone (words, features, one forward pass) is the limit: nothing that uses it can be faster. spaCy is what a
reader by a parser would stand on: `tok2vec`, `tagger` and `parser` of its standard size, taught from blank, in as many
processes; it is measured where TREEBANK in the environment names a folder of CoNLL-U files.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.rows import Row
from benchmarks.stories import made
from onrecord import follow
from onrecord.intake.files import take
from onrecord.reading.page import lay_out
from onrecord.reading.tagger.model import scores
from onrecord.reading.tagger.words import words
from onrecord.record.report import Report

WORDS = 500
_REPORTS = 120
_ROUNDS = 3
_DOCUMENTS, _TOGETHER = 500, 4  # of a treebank: documents learnt from, and sentences in each
_EPOCHS, _BATCH = 4, 16


def newsroom(_total: int) -> Iterator[Row]:
    """Reports a second, on all cores, of each."""
    reports = _reports()
    rows = [("read, all of it", _read), ("the model alone", _forward)]
    figures = {name: _rate(work, reports) for name, work in rows}
    yield Row("read, all of it", figures["read, all of it"], "reports/s", "the model alone", figures["the model alone"])
    treebank = os.environ.get("TREEBANK")
    if treebank:
        with TemporaryDirectory() as home:
            _train(Path(treebank), home)
            parsed = _rate(partial(_parse, home), reports)
        yield Row("read, all of it", figures["read, all of it"], "reports/s", "spaCy tok2vec, tagger, parser", parsed)


def _reports() -> list[Report]:
    """Reports of that length, taken in."""
    with TemporaryDirectory() as home:
        for number, text in enumerate(islice(_long(), _REPORTS)):
            Path(home, f"{number:03}.txt").write_text(f"A report\n\n2 March 2026\n\n{text}\n", "utf-8")
        return [one for one in take([Path(home)]) if isinstance(one, Report)]


def _long() -> Iterator[str]:
    """Paragraphs of made-up reports, as many as make 500 words."""
    text, size = list[str](), 0
    for one in made(10_000):
        for part in one.text.split("\n\n")[1:]:
            if size + len(part.split()) > WORDS:
                yield "\n\n".join(text)
                text, size = [], 0
            text.append(part)
            size += len(part.split())


def _rate(work: Callable[[Sequence[Report]], int], reports: Sequence[Report]) -> float:
    """Reports a second over all cores: the median of some rounds, each process warm."""
    cores = os.cpu_count() or 1
    shares = [reports[core::cores] for core in range(cores)]
    with ProcessPoolExecutor(cores) as pool:
        list(pool.map(work, shares))
        rates = []
        for _ in range(_ROUNDS):
            begun = time.perf_counter()
            done = sum(pool.map(work, shares))
            rates.append(done / (time.perf_counter() - begun))
    return median(rates)


def _read(reports: Sequence[Report]) -> int:
    """From text to statements with their claims."""
    for report in reports:
        follow.read(report)
    return len(reports)


def _forward(reports: Sequence[Report]) -> int:
    """Words through the model, and nothing else."""
    for report in reports:
        scores(words(lay_out(report.text)))
    return len(reports)


_SPACY: dict[str, Any] = {}


def _parse(folder: str, reports: Sequence[Report]) -> int:
    """Through spaCy."""
    if folder not in _SPACY:
        import spacy  # noqa: PLC0415 - only here while it is measured

        _SPACY[folder] = spacy.load(folder)
    return len(list(_SPACY[folder].pipe(report.text for report in reports)))


def _train(treebank: Path, out: str) -> None:
    """Teach a blank spaCy to tag and to parse, from some documents of a treebank."""
    import spacy  # noqa: PLC0415
    from spacy.training import Example  # noqa: PLC0415

    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    parser = {
        "@architectures": "spacy.TransitionBasedParser.v2", "state_type": "parser", "extra_state_tokens": False,
        "hidden_width": 64, "maxout_pieces": 2, "use_upper": True, "tok2vec": listener,
    }  # fmt: skip
    nlp.add_pipe("parser", config={"model": parser})
    rows = [Example.from_dict(nlp.make_doc(text), notes) for text, notes in islice(_documents(treebank), _DOCUMENTS)]
    nlp.initialize(lambda: rows)
    for _ in range(_EPOCHS):
        for first in range(0, len(rows), _BATCH):
            nlp.update(rows[first : first + _BATCH])
    nlp.to_disk(out)


def _documents(treebank: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every few sentences of CoNLL-U files, with their words, tags, heads and relations."""
    for path in sorted(treebank.rglob("*.conllu")):
        sentences = [block.splitlines() for block in path.read_text("utf-8").split("\n\n")]
        rows = [[line.split("\t") for line in lines if line.split("\t")[0].isdigit()] for lines in sentences]
        for first in range(0, len(rows), _TOGETHER):
            notes: dict[str, list[Any]] = {name: [] for name in ("words", "tags", "heads", "deps")}
            for sentence in filter(None, rows[first : first + _TOGETHER]):
                start = len(notes["words"])
                for n, (_, word, _, _, tag, _, head, relation, *_) in enumerate(sentence):
                    notes["words"].append(word)
                    notes["tags"].append(tag)
                    notes["heads"].append(start + (int(head) - 1 if int(head) else n))
                    notes["deps"].append(relation if int(head) else "ROOT")
            if notes["words"]:
                yield " ".join(notes["words"]), notes
