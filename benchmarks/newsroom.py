"""Reading reports of 500 words on all cores, beside the model alone and beside spaCy.

The model alone (words, features, one forward pass) is the limit: nothing that uses it can be faster. spaCy is what a
reader by a parser would stand on: an untrained `tok2vec`, `tagger` and `parser` of its standard size, in as many
processes. Whether weights are trained does not change how long they take to multiply.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
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
_TAGS = ("DET", "NOUN", "VERB", "ADJ", "ADP")


def newsroom(_total: int) -> Iterator[Row]:
    """Reports a second, on all cores, of each."""
    reports = _reports()
    rows = [("read, all of it", _read), ("the model alone", _forward)]
    figures = {name: _rate(work, reports) for name, work in rows}
    yield Row("read, all of it", figures["read, all of it"], "reports/s", "the model alone", figures["the model alone"])
    parsed = _rate(_parse, reports)
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


_SPACY: list[Any] = []


def _parse(reports: Sequence[Report]) -> int:
    """Through spaCy."""
    if not _SPACY:
        _SPACY.append(_pipeline())
    return len(list(_SPACY[0].pipe(report.text for report in reports)))


def _pipeline() -> Any:  # noqa: ANN401 - spaCy is only here while it is measured
    """A tagger and parser over one shared tok2vec."""
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
    nlp.add_pipe("parser", config={"model": parser, "min_action_freq": 1})
    doc = nlp.make_doc("the crew left the ship at dawn . the port closed .")
    notes = {
        "tags": [_TAGS[n % len(_TAGS)] for n in range(len(doc))],
        "heads": [1, 2, 2, 4, 2, 2, 5, 2, 9, 10, 10, 10],
        "deps": "det nsubj ROOT det obj prep pobj punct det nsubj ROOT punct".split(),
    }
    rows = [Example.from_dict(doc, notes)]
    nlp.initialize(lambda: rows)
    for _ in range(20):
        nlp.update(rows)
    return nlp
