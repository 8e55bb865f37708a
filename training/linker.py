"""Learns which segments belong together: `python -m training.linker DATA OUT`."""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from onrecord.reading.tagger.decoding import Segment, segments
from onrecord.reading.tagger.linking import CONTENT, CUE, SOURCE, pairs
from training.corpora import attributions
from training.examples import Example

_ROLE = {SOURCE: "source", CUE: "cue", CONTENT: "content"}


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--stated", action="store_true", help="leave out PolNeAR, which states no licence")
    args = parser.parse_args()
    rows: dict[int, list[dict[str, int]]] = defaultdict(list)
    labels: dict[int, list[bool]] = defaultdict(list)
    for example in attributions(args.data, stated=args.stated):
        parts = _parts(example)
        owners = {kind: _owners(example, kind) for kind in parts}
        for kind, pair in pairs(example.words, parts):
            one = owners[CUE].get(parts[CUE][pair.cue].start, set())
            other = owners[kind].get(parts[kind][pair.other].start, set())
            rows[kind].append(dict.fromkeys(pair.features, 1))
            labels[kind].append(bool(one & other))
    learned = {kind: _learn(rows[kind], labels[kind]) for kind in sorted(rows)}
    args.out.write_text(json.dumps(learned, indent=0, sort_keys=True) + "\n", "utf-8")


def _parts(example: Example) -> Mapping[int, Sequence[Segment]]:
    found = segments(example.roles)
    return {kind: [segment for segment in found if segment.kind == kind] for kind in _ROLE}


def _owners(example: Example, kind: int) -> dict[int, set[int]]:
    """The attributions that each segment, by its first word, belongs to."""
    found: dict[int, set[int]] = defaultdict(set)
    for number, attribution in enumerate(example.attributions):
        for part in getattr(attribution, _ROLE[kind]):
            found[part[0]].add(number)
    return found


def _learn(rows: Sequence[dict[str, int]], labels: Sequence[bool]) -> dict[str, float]:
    """The weight of each feature, to four digits."""
    vectorizer = DictVectorizer()
    model = LogisticRegression(max_iter=1000, C=3).fit(vectorizer.fit_transform(rows), labels)
    accuracy = model.score(vectorizer.transform(rows), labels)
    print(f"{len(labels)} pairs, {sum(labels)} joined, accuracy {accuracy:.4f}")
    weights = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    return {"bias": round(float(model.intercept_[0]), 4), **{str(name): round(float(one), 4) for name, one in weights}}


if __name__ == "__main__":
    main()
