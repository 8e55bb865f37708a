"""The figures: how often as many origins are counted as were planted, and never more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import cycle
from math import fsum
from random import Random
from statistics import fmean

from evals.echo.bank import Utterance, digests, stories
from evals.echo.counting import Counted, counted
from evals.echo.planting import Case, case, twice
from evals.echo.wording import Form, Naming
from evals.figures import Figures, Share, b_cubed, prf, share, value_of
from evals.floors import Measured

CASES, SEED = 60, 1
MOST = 40  # utterances of a case, and reports
_BANDS = ((1, 1), (2, 5), (6, 10), (11, 20), (21, 40))
_OF_A_FORM = (5, 20)  # utterances and reports of the cases in which all echoes have one form
_WORD = re.compile(r"\w+")
_OF_TWO = 8  # reports of the cases in which one speaker speaks twice


def grid(cases: int, seed: int) -> Iterator[Case]:
    """Cases of all stories in turn, in which every number from 1 to 40 is as frequent as any other."""
    rng = Random(seed)
    numbers = zip(_drawn(rng), _drawn(rng), cycle(stories()), range(cases), strict=False)
    return (case(story, k, n, seed) for k, n, story, _ in numbers)


def of_form(form: Form, seed: int) -> Iterator[Case]:
    """A case of each story in which every echo has this form."""
    return (case(story, *_OF_A_FORM, seed, (form,)) for story in stories())


def of_two(seed: int) -> Iterator[Case]:
    """Cases in which one speaker speaks twice, on two days and through two channels."""
    return (twice(story, said, _OF_TWO, seed) for story in stories() for said in story.pairs)


def counts(done: Sequence[Counted]) -> Figures:
    """How the number of origins stands to the number of speakers that were planted."""
    return _against(done, lambda one: one.origins)


def of_read(done: Sequence[Counted]) -> Figures:
    """The same against the speakers whose words were read as theirs at least once: what reading missed left out."""
    heard = [(one.origins, count) for one in done if (count := len(_heard(one)))]
    return _shares(heard)


def rivals(done: Sequence[Counted]) -> dict[str, Figures]:
    """The same of the other counters; of MinHash at each level, the one with the most exact counts."""
    named = {name: _against(done, partial(_rival, name)) for name in done[0].rivals}
    hashed = [name for name in named if name.startswith("minhash")]
    best = max(hashed, key=lambda name: value_of(named[name]["exact"]) or 0)
    return {name: figures for name, figures in named.items() if name not in hashed or name == best}


def by_size(done: Sequence[Counted]) -> dict[str, Figures]:
    """The counts by the number of utterances planted."""
    bands = {f"k {low}-{high}": [one for one in done if low <= one.case.k <= high] for low, high in _BANDS}
    return {name: counts(some) for name, some in bands.items() if some}


def reading(done: Sequence[Counted]) -> Figures:
    """The share of carryings that were read as a statement, by form."""
    read = [(planted.form, found) for one in done for planted, found in one.read]
    return {form.value: share(found for of, found in read if of is form) for form in Form}


def grouping(done: Sequence[Counted]) -> Figures:
    """B-cubed of the origins of statements against the utterances; what names no speaker belongs to none."""
    rows = [b_cubed(list(_items(one))) for one in done]  # statements of two cases never go together
    return prf(_pooled(rows, "precision"), _pooled(rows, "recall"))


def doubles(done: Sequence[Counted]) -> Figures:
    """Of one speaker's two utterances: listed as two, and independent as one."""
    return {
        "listed as two": share(one.listed == one.case.k for one in done),
        "independent as one": share(one.origins == 1 for one in done),
        "never more than one": share(one.origins <= 1 for one in done),
    }


def measured(done: Sequence[Counted], pairs: Sequence[Counted]) -> Measured:
    """The figures that are held to floors, and what they stand on."""
    named = {
        "count": counts(done),
        "heard": of_read(done),
        "origin": grouping(done),
        "read": reading(done),
        "twice": doubles(pairs),
    }
    values = {f"{name}.{label}": value_of(one) for name, row in named.items() for label, one in row.items()}
    found = {name: value for name, value in values.items() if value is not None and not name.endswith(".ratio")}
    carried = sum(len(one.case.planted) for one in [*done, *pairs])
    return Measured(digests(), {"cases": len(done), "carryings": carried, "pairs": len(pairs)}, found)


def count_all(cases: Iterable[Case]) -> list[Counted]:
    """Every case, counted."""
    return [counted(one) for one in cases]


def _drawn(rng: Random) -> Iterator[int]:
    """The numbers from 1 to 40 in an order drawn by chance, and again in another."""
    while True:
        yield from rng.sample(range(1, MOST + 1), MOST)


def _against(done: Sequence[Counted], count: Callable[[Counted], int]) -> Figures:
    return _shares([(count(one), _speakers(one)) for one in done])


def _shares(pairs: Sequence[tuple[int, int]]) -> Figures:
    """What was counted against what is right."""
    return {
        "exact": share(count == right for count, right in pairs),
        "never more": share(count <= right for count, right in pairs),
        "ratio": fmean(count / right for count, right in pairs),
    }


def _rival(name: str, one: Counted) -> int:
    return one.rivals[name]


def _speakers(one: Counted) -> int:
    """How many speak in the case."""
    return len({planted.utterance.name for planted in one.case.planted})


def _heard(one: Counted) -> set[str]:
    """The speakers to whom a statement with their words is ascribed."""
    read = ((planted.utterance, one.speakers[key]) for planted, found in one.read for key in found)
    return {utterance.name for utterance, heard in read if _called(utterance, heard)}


def _called(utterance: Utterance, heard: str) -> bool:
    """Whether a name as it was read is the speaker's, or a part of it."""
    words = _words(heard)
    return bool(words) and any(words <= _words(name) for name in (utterance.name, *utterance.also))


def _words(name: str) -> set[str]:
    return {*_WORD.findall(name.casefold())} - {"the"}


def _items(one: Counted) -> Iterator[tuple[set[str], set[str]]]:
    """For each statement, the utterances that it carries and its origin; without any it is alone."""
    carried: dict[str, set[str]] = {}
    for planted, found in one.read:
        if planted.naming is not Naming.NOBODY:
            for statement in found:
                carried.setdefault(statement, set()).add(planted.utterance.id)
    return ((gold, {one.labels[statement] or statement}) for statement, gold in carried.items())


def _pooled(rows: Sequence[Figures], name: str) -> Share:
    """One share of all the items of all rows."""
    shares = [one for row in rows if isinstance(one := row[name], Share)]
    return Share(fsum(one.part for one in shares), sum(one.whole for one in shares))
