"""Public pairs of texts with how one stands to the other: Emergent, FNC-1, ClaimDiff and the development part of MNLI.

The same rumours are in Emergent and in FNC-1. What occurs in the test part of one is never learnt from the other.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from training.passages import passages, sentences

STANCES: Final = ("for", "against", "observing")  # of Emergent; in the order of the head `reception`
BODIES: Final = ("agree", "disagree", "discuss")  # of FNC-1; in the order of the head `passage`
UNRELATED: Final = "unrelated"
_ENTAILMENTS: Final = ("entailment", "neutral", "contradiction")
_EMERGENT = "emergent/url-versions-2015-06-14-clean-{}.csv"
_LONGEST = 260  # letters of a premise
_OTHERS = re.compile(r"\W+")


class Pair(NamedTuple):
    """Two texts, and the number of the label that they have for a task."""

    one: str
    other: str
    task: str
    label: int


class Judged(NamedTuple):
    """A headline, an article by its number, and what the article says to it."""

    headline: str
    body: str
    stance: str


class Articles(NamedTuple):
    """A part of FNC-1: the articles by number, and what is judged of them."""

    bodies: dict[str, str]
    judged: list[Judged]


def emergent(folder: Path, part: str) -> list[Pair]:
    """Claims and headlines of a part ("train" or "test") of the official split; `folder` is a checkout."""
    rows = _rows(folder / _EMERGENT.format(part))
    return [
        Pair(row["claimHeadline"], row["articleHeadline"], "reception", STANCES.index(row["articleHeadlineStance"]))
        for row in rows
    ]


def fnc(folder: Path, part: str) -> Articles:
    """The training part ("train") or the test part ("competition_test") of FNC-1."""
    bodies = {row["Body ID"]: row["articleBody"] for row in _rows(folder / f"{part}_bodies.csv")}
    rows = _rows(folder / f"{part}_stances.csv")
    return Articles(bodies, [Judged(row["Headline"], row["Body ID"], row["Stance"]) for row in rows])


def claimdiff(folder: Path, relation: str, part: str) -> list[Pair]:
    """Pairs of claims of which the second does or does not weaken ("weak") or strengthen ("strength") the first."""
    path = folder / f"ClaimDiff-{relation[0].upper()}" / f"ClaimDiff-{relation}-{part}.json"
    task = {"weak": "weakens", "strength": "strengthens"}[relation]
    rows = json.loads(path.read_text("utf-8"))["data"]
    return [Pair(row["claim_a"], row["claim_b"], task, int(row["relation"])) for row in rows]


def mnli(folder: Path) -> list[Pair]:
    """The development part of MNLI, less what is long."""
    rows = _rows(folder / "nli_datasets" / "mnli" / "dev.csv")
    return [
        Pair(row["premise"], row["hypothesis"], "entails", _ENTAILMENTS.index(row["label"]))
        for row in rows
        if len(row["premise"]) < _LONGEST
    ]


def public(data: Path, *, stated: bool = False) -> list[Pair]:
    """All that is learnt from, as `training.fetch` brings it; with `stated`, none whose licence is not stated."""
    home = data / "fc-aaai18"
    claims = emergent(home, "train")
    if stated:
        return [*claims, *mnli(data / "NLI_datasets")]
    return [
        *apart(claims, fnc(data / "fnc-1", "competition_test").judged),
        *articles(fnc(data / "fnc-1", "train"), emergent(home, "test")),
        *claimdiff(data / "ClaimDiff", "weak", "train"),
        *claimdiff(data / "ClaimDiff", "strength", "train"),
        *mnli(data / "NLI_datasets"),
    ]


def apart(claims: Iterable[Pair], tested: Iterable[Judged]) -> list[Pair]:
    """The claims and headlines of Emergent that are no headlines of FNC-1's test part."""
    headlines = {_plain(one.headline) for one in tested}
    return [pair for pair in claims if headlines.isdisjoint((_plain(pair.one), _plain(pair.other)))]


def articles(part: Articles, tested: Iterable[Pair]) -> list[Pair]:
    """Headlines with the likeliest passage of their articles, less what is tested in Emergent."""
    rows = [one for one in part.judged if one.stance != UNRELATED]
    hidden = withheld(part, tested)
    told = {number: sentences(text) for number, text in part.bodies.items()}
    return [
        Pair(one.headline, passages(one.headline, told[one.body])[0], "passage", BODIES.index(one.stance))
        for one in rows
        if one not in hidden
    ]


def withheld(part: Articles, tested: Iterable[Pair]) -> frozenset[Judged]:
    """What of FNC-1 bears on what Emergent tests: by its headline, or by another headline of its article."""
    headlines = {_plain(text) for pair in tested for text in (pair.one, pair.other)}
    told = {one.body for one in part.judged if one.stance != UNRELATED and _plain(one.headline) in headlines}
    return frozenset(one for one in part.judged if one.body in told or _plain(one.headline) in headlines)


def _plain(text: str) -> str:
    return _OTHERS.sub(" ", text.lower()).strip()


def _rows(path: Path) -> list[dict[str, str]]:
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        return list(csv.DictReader(file))
