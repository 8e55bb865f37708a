"""The network that the encoder is: texts to two vectors, pairs of texts to scores for each task.

It starts from pretrained weights whose vocabulary is that of the package, and is given what the package gives it.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from onrecord.encoder.model import WIDTH
from onrecord.encoder.texts import Pieces, together
from training.encoder import start
from training.pairs import Pair

TASKS: Final = {"stance": 4, "reception": 3, "passage": 3, "weakens": 2, "strengthens": 2, "entails": 3}
SEED: Final = 20_26
_STEP = 16  # lengths of batches are multiples of it: kernels are compiled for each length
_ALIKE = 20  # batches that are cut from pairs sorted by length
_LEAST = 0.02  # of the rate, at the end


class Row(NamedTuple):
    """What a network is given of a pair, and what it is to say."""

    pieces: Pieces
    task: str
    label: int


class Network(nn.Module):
    """A pretrained body with a head for each task and one for each vector."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        beginning = start(folder)
        if any(ours != theirs for ours, theirs in beginning.numbers.items()):
            raise ValueError(f"{folder}: its vocabulary is not the one that ships")
        self.body = AutoModel.from_pretrained(
            folder,
            add_pooling_layer=False,
            attn_implementation="eager",
            hidden_dropout_prob=0.1,
            attention_probs_dropout_prob=0.0,
        )
        self.body.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
        width = self.body.config.hidden_size
        self.heads = nn.ModuleDict({task: nn.Linear(2 * width, labels) for task, labels in TASKS.items()})
        self.about, self.says = nn.Linear(width, WIDTH), nn.Linear(width, WIDTH)
        self.drop = nn.Dropout(0.1)

    def mean(self, rows: Sequence[Pieces]) -> Tensor:
        """The mean of the last layer over the pieces of each text: texts x width."""
        hidden, mask = self._hidden(rows)
        return (hidden * mask).sum(1) / mask.sum(1)

    def scores(self, rows: Sequence[Pieces], task: str) -> Tensor:
        """Pairs x labels, from the first piece and the mean."""
        hidden, mask = self._hidden(rows)
        both = torch.cat([hidden[:, 0], (hidden * mask).sum(1) / mask.sum(1)], -1)
        scores: Tensor = self.heads[task](self.drop(both))
        return scores

    def _hidden(self, rows: Sequence[Pieces]) -> tuple[Tensor, Tensor]:
        pieces, sides, mask = _filled(rows)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training):
            found = self.body(input_ids=pieces, token_type_ids=sides, attention_mask=mask)
        return found.last_hidden_state.float(), mask.unsqueeze(-1).float()


def _filled(rows: Sequence[Pieces]) -> tuple[Tensor, Tensor, Tensor]:
    """Texts side by side, filled up with zeros: pieces, sides, and where there are any."""
    longest = max(len(pieces) for pieces, _ in rows)
    found = torch.zeros(3, len(rows), -(-longest // _STEP) * _STEP, dtype=torch.long)
    for n, (pieces, sides) in enumerate(rows):
        found[:, n, : len(pieces)] = torch.tensor([pieces, sides, [1] * len(pieces)])
    return found[0], found[1], found[2]


def row(pair: Pair) -> Row:
    """A public pair as the network is given it."""
    return Row(together(pair.one, pair.other), pair.task, pair.label)


def batches(rows: Sequence[Row], rng: random.Random, size: int = 16) -> list[list[Row]]:
    """Rows of one task and of like length together, in a random order."""
    found: list[list[Row]] = []
    for task in TASKS:
        some = [one for one in rows if one.task == task]
        shuffled = rng.sample(some, len(some))
        for first in range(0, len(shuffled), size * _ALIKE):
            block = sorted(shuffled[first : first + size * _ALIKE], key=lambda one: len(one.pieces[0]))
            found += [block[n : n + size] for n in range(0, len(block), size)]
    return rng.sample(found, len(found))


def loss_of(model: Network, rows: Sequence[Row], smoothing: float = 0.0) -> Tensor:
    """Of a batch of one task."""
    wanted = torch.tensor([one.label for one in rows])
    scores = model.scores([one.pieces for one in rows], rows[0].task)
    return functional.cross_entropy(scores, wanted, label_smoothing=smoothing)


class Teacher:
    """Steps of learning, the rate rising first and falling to nothing at the end; says now and then how it goes."""

    def __init__(self, model: Network, rate: float, steps: int, warm: int, heads: float = 1.0) -> None:
        body = [one for one in model.body.parameters() if one.requires_grad]
        own = [one for name, one in model.named_parameters() if not name.startswith("body.")]
        self._free = [*body, *own]
        self._rate, self._steps, self._warm = rate, steps, warm
        groups = [
            {"params": [one for one in body if one.dim() > 1], "weight_decay": 0.01, "times": 1.0},
            {"params": [one for one in body if one.dim() == 1], "weight_decay": 0.0, "times": 1.0},
            {"params": own, "weight_decay": 0.01, "times": heads},
        ]
        self._optimizer = torch.optim.AdamW(groups, lr=rate, fused=True)
        self._sums: dict[str, list[float]] = {}
        self._begun = time.monotonic()

    def rate(self, n: int) -> None:
        """Set the rate of step `n`."""
        rate = self._rate * min(1, (n + 1) / self._warm) * max(_LEAST, 1 - n / self._steps)
        for group in self._optimizer.param_groups:
            group["lr"] = rate * group["times"]

    def learn(self, **losses: Tensor) -> None:
        """One step down the sum of these losses."""
        for name, loss in losses.items():
            self._sums.setdefault(name, []).append(loss.item())
        self._optimizer.zero_grad(set_to_none=True)
        sum(losses.values(), torch.zeros(())).backward()
        nn.utils.clip_grad_norm_(self._free, 1.0)
        self._optimizer.step()

    def tell(self, n: int) -> None:
        """Print the mean of each loss since the last time."""
        means = ", ".join(f"{name} {sum(row) / len(row):.3f}" for name, row in sorted(self._sums.items()))
        print(f"{n}/{self._steps} {time.monotonic() - self._begun:.0f} s: {means}", flush=True)
        self._sums = {}


def arguments(description: str | None, *folders: str) -> argparse.ArgumentParser:
    """What both stages are told."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("data", type=Path, help="folder with the corpora that training.fetch brought")
    parser.add_argument("start", type=Path, help="folder with the pretrained weights")
    for name in folders:
        parser.add_argument(name, type=Path)
    parser.add_argument("out", type=Path, help="file for the trained weights")
    parser.add_argument("--stated", action="store_true", help="leave out FNC-1 and ClaimDiff, which state no licence")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    return parser
