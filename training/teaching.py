"""What a teacher says of texts: for each word, how likely each label is, and its last layer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.encoder import Encoder, Start, Window, batch, cut
from training.examples import Example

Half = NDArray[np.float16]
_SIZE = 32  # windows at a time


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the teacher says of the words of one text: words x labels, and words x width."""

    roles: Half
    entities: Half
    hidden: Half


def load(beginning: Start, weights: Path) -> Encoder:
    """A trained encoder, ready to be asked."""
    model = Encoder(beginning)
    model.load_state_dict(torch.load(weights, weights_only=True))
    return model.eval()


def lessons(model: Encoder, beginning: Start, examples: Sequence[Example]) -> list[Lesson]:
    """What a trained encoder says of texts."""
    rows = [(n, window) for n, example in enumerate(examples) for window in cut(beginning, example)]
    order = sorted(range(len(rows)), key=lambda n: len(rows[n][1].numbers))
    told: dict[int, Lesson] = {}
    for first in range(0, len(order), _SIZE):
        block = order[first : first + _SIZE]
        told.update(zip(block, _said(model, [rows[n][1] for n in block]), strict=True))
    parts: list[list[Lesson]] = [[] for _ in examples]
    for n, (number, _) in enumerate(rows):
        parts[number].append(told[n])
    return [_joined(some) for some in parts]


def _said(model: Encoder, windows: Sequence[Window]) -> Iterator[Lesson]:
    """Windows side by side, each cut back to the first pieces of its words."""
    rows = batch(windows)
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        hidden = model.hidden(rows.numbers, rows.styles, rows.mask)
        scores = [torch.softmax(head(hidden).float(), -1) for head in (model.roles, model.entities)]
    for n, window in enumerate(windows):
        parts = (part[n, window.firsts].float().numpy().astype(np.float16) for part in (*scores, hidden))
        yield Lesson(*parts)


def _joined(parts: Sequence[Lesson]) -> Lesson:
    """The windows of one text in a row."""
    names = ("roles", "entities", "hidden")
    return Lesson(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))
