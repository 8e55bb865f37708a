"""The first stage of the encoder, public pairs of texts: `python -m training.meaning_pairs DATA START OUT`."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

import torch

from training.meaning import SEED, Network, Row, Teacher, arguments, batches, loss_of, row
from training.pairs import BODIES, Pair, public

_RATE, _WARM = 1.2e-4, 150
_SHOWN = 100  # steps
_DISAGREES, _DISCUSSES = BODIES.index("disagree"), BODIES.index("discuss")

Rows = dict[str, list[Row]]
T = TypeVar("T")


def main() -> None:
    """Train and save."""
    parser = arguments(__doc__)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--most", type=int, help="stop after so many steps, to try it")
    args = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(args.threads)
    rng = random.Random(SEED)
    rows = by_task(public(args.data, stated=args.stated))
    steps = [batch for epoch in range(args.epochs) for batch in batches(_epoch(rows, epoch, rng), rng)][: args.most]
    model = Network(args.start).train()
    teacher = Teacher(model, _RATE, len(steps), _WARM)
    for n, batch in enumerate(steps):
        teacher.rate(n)
        teacher.learn(**{batch[0].task: loss_of(model, batch)})
        if n % _SHOWN == _SHOWN - 1 or n == len(steps) - 1:
            teacher.tell(n + 1)
    torch.save(model.state_dict(), args.out)


def by_task(pairs: Sequence[Pair]) -> Rows:
    """The pairs of each task."""
    found: Rows = {}
    for pair in pairs:
        found.setdefault(pair.task, []).append(row(pair))
    return found


def _epoch(rows: Rows, epoch: int, rng: random.Random) -> list[Row]:
    """What there is much of, in part: what only discusses, claims of two outlets, and entailment."""
    passages = rows.get("passage", [])
    decided = [one for one in passages if one.label != _DISCUSSES]
    return [
        *rows["reception"] * 2,
        *decided,
        *[one for one in decided if one.label == _DISAGREES] * 2,
        *some([one for one in passages if one.label == _DISCUSSES], 3500, rng),
        *some([*rows.get("weakens", []), *rows.get("strengthens", [])], 2000, rng),
        *some(rows["entails"], 5000 if epoch else 9000, rng),
    ]


def rehearsal(rows: Mapping[str, list[Row]], rng: random.Random) -> list[Row]:
    """A little of everything, for what is learnt next not to drive it out."""
    passages = rows.get("passage", [])
    return [
        *rows["reception"] * 2,
        *[one for one in passages if one.label != _DISCUSSES],
        *some([one for one in passages if one.label == _DISCUSSES], 2500, rng),
        *some([*rows.get("weakens", []), *rows.get("strengthens", [])], 1500, rng),
        *some(rows["entails"], 6000, rng),
    ]


def some(rows: Sequence[T], most: int, rng: random.Random) -> list[T]:
    """So many at random, all where there are fewer."""
    return rng.sample(rows, min(most, len(rows)))


if __name__ == "__main__":
    main()
