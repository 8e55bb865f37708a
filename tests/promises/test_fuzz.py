"""Any bytes at all given to be added: never a traceback, never a lost report."""

from __future__ import annotations

from pathlib import Path
from random import Random

from intake.fuzzing import inputs

from onrecord.follow import Outcome, follow
from onrecord.ledger.sqlite import open_store

INPUTS = 10_000
MOST = 1_500  # bytes of a sample: shorter inputs, more of them
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def test_any_bytes_at_all(reports, tmp_path):
    folders = [path for path in (SEEDS,) if path.is_dir()]
    samples = [path.read_bytes() for path in [*reports, *(file for folder in folders for file in folder.iterdir())]]
    pieces = [sample[at : at + MOST] for sample in samples for at in range(0, len(sample), MOST)]
    random = Random(10)
    store = open_store(":memory:", create=True)
    faults = []
    for name, data in inputs(random, pieces, INPUTS):
        path = tmp_path / name
        path.write_bytes(data)
        for followed in follow([path], store):
            faults += [problem for problem in followed.problems if "fault in Onrecord" in problem.advice]
            if followed.outcome is not Outcome.PROBLEM:
                assert not store.missing([followed.listing.id])
                assert name.endswith(".jsonl") or store.view().report(followed.listing.id).text.encode() == data
        path.unlink()
    store.close()
    assert faults == []
