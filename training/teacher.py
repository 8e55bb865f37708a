"""Teaches an encoder attributions and names: `python -m training.teacher DATA START OUT`."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import nn

from training.corpora import attributions, names
from training.encoder import Batch, Encoder, Start, Window, batch, batches, cut, start
from training.examples import UNKNOWN, Example

SEED = 20_26
_SHOWN = 100  # steps


def main() -> None:
    """Train and save."""
    args = _arguments()
    torch.manual_seed(SEED)
    torch.set_num_threads(args.threads)
    rng = random.Random(SEED)
    beginning = start(args.start)
    told, named = attributions(args.data, stated=args.stated), names(args.data)
    model = Encoder(beginning, dropout=0.1).train()
    steps = [rows for _ in range(args.epochs) for rows in _epoch(beginning, told, named, args.batch, rng)]
    optimizer = torch.optim.AdamW(_groups(model), lr=args.rate, fused=True)
    loss_of = nn.CrossEntropyLoss(ignore_index=UNKNOWN)
    begun, sums = time.monotonic(), 0.0
    for n, rows in enumerate(steps):
        for group in optimizer.param_groups:
            group["lr"] = args.rate * min(1, (n + 1) / 100) * max(0.01, 1 - n / len(steps))
        loss = _loss(model, batch(rows), loss_of)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        sums += loss.item()
        if n % _SHOWN == _SHOWN - 1:
            print(f"{n + 1}/{len(steps)} {time.monotonic() - begun:.0f} s, loss {sums / _SHOWN:.4f}", flush=True)
            sums = 0.0
    torch.save(model.state_dict(), args.out)


def _epoch(
    beginning: Start, told: Sequence[Example], named: Sequence[Example], size: int, rng: random.Random
) -> list[list[Window]]:
    """The batches of one epoch, shuffled: every article, and every second text with names."""
    some = rng.sample(named, len(named) // 2)
    rows = [
        *batches([row for one in told for row in cut(beginning, one, rng)], size, rng),
        *batches([row for one in some for row in cut(beginning, one, rng)], size, rng),
    ]
    return rng.sample(rows, len(rows))


def _groups(model: Encoder) -> list[dict[str, object]]:
    """The parameters, of which vectors do not decay."""
    free = [one for one in model.parameters() if one.requires_grad]
    return [
        {"params": [one for one in free if one.dim() > 1], "weight_decay": 0.01},
        {"params": [one for one in free if one.dim() == 1], "weight_decay": 0.0},
    ]


def _loss(model: Encoder, rows: Batch, loss_of: nn.CrossEntropyLoss) -> torch.Tensor:
    """Of the labels that are known."""
    with torch.autocast("cpu", torch.bfloat16):
        roles, entities = model(rows.numbers, rows.styles, rows.mask)
    total = torch.zeros(())
    for scores, labels in ((roles, rows.roles), (entities, rows.entities)):
        if (labels != UNKNOWN).any():
            total = total + loss_of(scores.float().flatten(0, 1), labels.flatten())
    return total


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with the corpora that training.fetch brought")
    parser.add_argument("start", type=Path, help="folder with the pretrained weights")
    parser.add_argument("out", type=Path, help="file for the trained weights")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--stated", action="store_true", help="leave out PolNeAR, which states no licence")
    return parser.parse_args()


if __name__ == "__main__":
    main()
