"""A pretrained encoder with a head for roles and one for entities: the teacher, and the careful reader.

Words go in as word pieces, with one more embedding for how the word is written and whether it stands in a quotation;
the first piece of each word carries its label.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from transformers import AutoModel

from onrecord.encoder.pieces import pieces, vocabulary
from onrecord.reading.tagger.features import STYLES, style, windows
from training.examples import ENTITIES, ROLES, UNKNOWN, Example

LONGEST = 190  # pieces of a window, without its two marks
_STEP = 32  # lengths of batches are multiples of it: kernels are compiled for each length


@dataclass(frozen=True, slots=True)
class Start:
    """Pretrained weights: their folder, and their numbers for our pieces and for the marks around a window."""

    folder: Path
    numbers: dict[int, int]
    opens: int
    closes: int


def start(folder: Path) -> Start:
    """The weights of a folder with a vocabulary of word pieces."""
    lines = (folder / "vocab.txt").read_text("utf-8").split("\n")
    own = {piece: number for number, piece in enumerate(lines) if piece}
    marks = json.loads((folder / "special_tokens_map.json").read_text("utf-8"))
    mark = {key: value if isinstance(value, str) else value["content"] for key, value in marks.items()}
    unknown = own[mark["unk_token"]]
    numbers = {number: own.get(piece, unknown) for piece, number in vocabulary().items()}
    return Start(folder, numbers, own[mark["cls_token"]], own[mark["sep_token"]])


class Encoder(nn.Module):
    """The encoder with its two heads."""

    def __init__(self, beginning: Start, dropout: float = 0.0) -> None:
        super().__init__()
        self.body = AutoModel.from_pretrained(
            beginning.folder,
            add_pooling_layer=False,
            attn_implementation="eager",
            attention_probs_dropout_prob=0.0,
            hidden_dropout_prob=dropout,
        )
        self.body.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
        width = self.body.config.hidden_size
        self.styles = nn.Embedding(STYLES, width)
        nn.init.normal_(self.styles.weight, std=0.01)
        self.drop = nn.Dropout(0.1)
        self.roles = nn.Linear(width, len(ROLES))
        self.entities = nn.Linear(width, len(ENTITIES))

    def hidden(self, numbers: Tensor, styles: Tensor, mask: Tensor) -> Tensor:
        """Batch x pieces x width."""
        inputs = self.body.embeddings.word_embeddings(numbers) + self.styles(styles)
        hidden: Tensor = self.body(inputs_embeds=inputs, attention_mask=mask).last_hidden_state
        return hidden

    def forward(self, numbers: Tensor, styles: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of roles and of entities: batch x pieces x labels."""
        hidden = self.drop(self.hidden(numbers, styles, mask))
        return self.roles(hidden), self.entities(hidden)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of words as the encoder sees it; `firsts` are the places of the first pieces of its words."""

    numbers: list[int]
    styles: list[int]
    firsts: list[int]
    roles: Sequence[int]
    entities: Sequence[int]


def cut(beginning: Start, example: Example, rng: random.Random | None = None) -> Iterator[Window]:
    """The windows of an example; with `rng`, the first one is short by chance, so that cuts differ each time."""
    found = [pieces(word.text) for word in example.words]
    sizes = [len(row) for row in found]
    skip = rng.randrange(len(sizes)) if rng and sum(sizes) > LONGEST else 0
    head = next((n for n in range(skip, min(len(sizes), skip + 60)) if example.words[n].opening), 0)
    parts = [(a, b) for a, b in windows(example.words[:head], sizes[:head], LONGEST)]
    parts += [(head + a, head + b) for a, b in windows(example.words[head:], sizes[head:], LONGEST)]
    for first, last in parts:
        yield _window(beginning, example, found, first, last)


def _window(beginning: Start, example: Example, found: list[tuple[int, ...]], first: int, last: int) -> Window:
    """One window, between its marks."""
    numbers, styles, firsts = [beginning.opens], [0], list[int]()
    for word, row in zip(example.words[first:last], found[first:last], strict=True):
        firsts.append(len(numbers))
        numbers += [beginning.numbers[piece] for piece in row]
        styles += [style(word)] * len(row)
    return Window(
        [*numbers, beginning.closes], [*styles, 0], firsts, example.roles[first:last], example.entities[first:last]
    )


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side, filled up with zeros; labels stand on first pieces."""

    numbers: Tensor
    styles: Tensor
    mask: Tensor
    roles: Tensor
    entities: Tensor


def batch(rows: Sequence[Window]) -> Batch:
    """Windows as tensors: windows x pieces."""
    longest = max(len(row.numbers) for row in rows)
    shape = (len(rows), -(-longest // _STEP) * _STEP)
    numbers, styles, mask = (np.zeros(shape, np.int64) for _ in range(3))
    roles, entities = np.full(shape, UNKNOWN), np.full(shape, UNKNOWN)
    for n, row in enumerate(rows):
        size = len(row.numbers)
        numbers[n, :size], styles[n, :size], mask[n, :size] = row.numbers, row.styles, 1
        roles[n, row.firsts], entities[n, row.firsts] = row.roles, row.entities
    return Batch(*(torch.from_numpy(part) for part in (numbers, styles, mask, roles, entities)))


def batches(rows: Sequence[Window], size: int, rng: random.Random) -> list[list[Window]]:
    """Windows of like length together, in a random order."""
    shuffled = rng.sample(rows, len(rows))
    found: list[list[Window]] = []
    for first in range(0, len(shuffled), size * 20):
        block = sorted(shuffled[first : first + size * 20], key=lambda row: len(row.numbers))
        found += [block[n : n + size] for n in range(0, len(block), size)]
    rng.shuffle(found)
    return found
