"""The small tagger: dilated convolutions over words, gated, with one layer of attention between them.

After Strubell et al. (2017) for dilated convolutions as taggers, Dauphin et al. (2017) for the gates, and Vaswani et
al. (2017) for attention.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.encoder.pieces import vocabulary
from onrecord.reading.tagger.affixes import BUCKETS
from onrecord.reading.tagger.features import STYLES
from training.examples import ENTITIES, ROLES

WIDTH = 256
PIECE, AFFIX, STYLE = 128, 32, 16  # widths of the embeddings
REACH = (1, 2, 4, 8, 16, 32, 1, 2)  # how far each convolution looks to both sides
ATTENDS = 5  # after which of them attention stands
HEADS = 4
TAUGHT = 384  # width of the teacher's last layer


@dataclass(frozen=True, slots=True)
class Inputs:
    """Words as numbers: batch x words, and x pieces for the first; 0 where a row has ended."""

    pieces: Tensor
    endings: Tensor
    beginnings: Tensor
    styles: Tensor


class Convolution(nn.Module):
    """A gated convolution of width three, as a residual."""

    def __init__(self, reach: int, dropout: float) -> None:
        super().__init__()
        self.reach = reach
        self.norm = nn.LayerNorm(WIDTH)
        self.inner = nn.Linear(3 * WIDTH, 2 * WIDTH)
        self.drop = nn.Dropout(dropout)

    def forward(self, inputs: Tensor, mask: Tensor) -> Tensor:
        """Batch x words x width."""
        rows = functional.pad(self.norm(inputs) * mask, (0, 0, self.reach, self.reach))
        last = rows.shape[1] - 2 * self.reach
        near = [rows[:, step * self.reach : step * self.reach + last] for step in range(3)]
        values, gates = self.inner(torch.cat(near, -1)).chunk(2, -1)
        found: Tensor = inputs + self.drop(values * torch.sigmoid(gates))
        return found


class Attention(nn.Module):
    """Self-attention, as a residual; what is near is known from the convolutions before it."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.inner = nn.Linear(WIDTH, 3 * WIDTH)
        self.outer = nn.Linear(WIDTH, WIDTH)
        self.drop = nn.Dropout(dropout)

    def forward(self, inputs: Tensor, mask: Tensor) -> Tensor:
        """Batch x words x width."""
        size, length, _ = inputs.shape
        rows = self.inner(self.norm(inputs)).reshape(size, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        hidden = (1 - mask.reshape(size, 1, 1, length)) * -1e4
        weights = torch.softmax(rows[0] @ rows[1].transpose(-1, -2) / (WIDTH // HEADS) ** 0.5 + hidden, -1)
        found: Tensor = self.outer((weights @ rows[2]).transpose(1, 2).reshape(size, length, WIDTH))
        return inputs + self.drop(found)


class Student(nn.Module):
    """The tagger."""

    def __init__(self, dropout: float = 0.15) -> None:
        super().__init__()
        self.pieces = nn.Embedding(len(vocabulary()), PIECE, padding_idx=0)
        self.endings, self.beginnings = (nn.Embedding(BUCKETS, AFFIX, padding_idx=0) for _ in range(2))
        self.styles = nn.Embedding(STYLES, STYLE)
        self.drop = nn.Dropout(dropout)
        self.enter = nn.Linear(PIECE + 2 * AFFIX + STYLE, WIDTH)
        layers: list[nn.Module] = [Convolution(reach, dropout) for reach in REACH]
        self.layers = nn.ModuleList([*layers[:ATTENDS], Attention(dropout), *layers[ATTENDS:]])
        self.norm = nn.LayerNorm(WIDTH)
        self.roles, self.entities = nn.Linear(WIDTH, len(ROLES)), nn.Linear(WIDTH, len(ENTITIES))
        self.taught = nn.Linear(WIDTH, TAUGHT)

    def hidden(self, pieces: Tensor, endings: Tensor, beginnings: Tensor, styles: Tensor) -> Tensor:
        """Batch x words x width."""
        count = (pieces > 0).sum(-1, keepdim=True).clamp(min=1)
        mask = (endings > 0).unsqueeze(-1).to(self.styles.weight.dtype)
        affixes = self.endings(endings).float(), self.beginnings(beginnings).float()
        means = self.drop(self.pieces(pieces).float().sum(-2) / count)
        rows = self.enter(torch.cat([means, *affixes, self.styles(styles)], -1)) * mask
        for layer in self.layers:
            rows = layer(rows, mask)
        found: Tensor = self.norm(rows)
        return found

    def forward(self, pieces: Tensor, endings: Tensor, beginnings: Tensor, styles: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of roles and of entities: batch x words x labels."""
        hidden = self.hidden(pieces, endings, beginnings, styles)
        return self.roles(hidden), self.entities(hidden)


def begin(student: Student, pretrained: Tensor) -> None:
    """Start the word pieces from the first principal components of a pretrained encoder's."""
    rows = pretrained.float() - pretrained.float().mean(0)
    _, _, components = torch.pca_lowrank(rows, q=PIECE, niter=4)
    found = rows @ components
    found = found / found.std() * 0.5
    found[0] = 0
    student.pieces.weight.data.copy_(found)


def inputs(rows: Sequence[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]]) -> Inputs:
    """Rows of features side by side, filled up with zeros."""
    longest = max(len(row[1]) for row in rows)
    filled = [
        np.stack([np.pad(row[part], [(0, longest - len(row[1])), *[(0, 0)] * (row[part].ndim - 1)]) for row in rows])
        for part in range(4)
    ]
    return Inputs(*(torch.from_numpy(part) for part in filled))
