"""Teaches the small tagger what an encoder knows: `python -m training.distil DATA START TEACHER OUT`.

Hinton, Vinyals and Dean (2015): the student learns the teacher's likelihoods beside the labels; and, after Romero et
al. (2015), its last layer as well.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.encoder.pieces import vocabulary
from onrecord.reading.tagger.features import Features, features
from training.corpora import attributions, names, unlabelled
from training.encoder import start
from training.examples import ROLES, UNKNOWN, Example
from training.invented import invented
from training.student import Student, begin, inputs
from training.teaching import Lesson, lessons, load

SEED = 20_26
_WORDS = 256  # of a window
_LEAST = 16
_HIDES = 0.06  # share of words whose letters are hidden from the student
_OURS = 4  # times that our own paragraphs are seen in an epoch
_GOLD, _NAMES, _HIDDEN = 0.5, 0.5, 0.1  # weights of the losses, the teacher's roles having 1


@dataclass(frozen=True, slots=True)
class Text:
    """A text, or a stretch of one, with all that is to be learnt of it."""

    features: Features
    roles: np.ndarray
    entities: np.ndarray
    lesson: Lesson

    def windows(self, rng: random.Random) -> list[Text]:
        """Cut at random."""
        size = len(self.roles)
        cuts = [0, *range(rng.randrange(_LEAST, _WORDS), size, _WORDS), size]
        return [self._window(a, b) for a, b in pairwise(cuts) if b - a >= _LEAST]

    def _window(self, first: int, last: int) -> Text:
        """One stretch."""
        part = slice(first, last)
        lesson = Lesson(self.lesson.roles[part], self.lesson.entities[part], self.lesson.hidden[part])
        return Text(Features(*(row[part] for row in self.features)), self.roles[part], self.entities[part], lesson)


def main() -> None:
    """Train and save."""
    args = _arguments()
    torch.manual_seed(SEED)
    torch.set_num_threads(args.threads)
    rng = random.Random(SEED)
    beginning = start(args.start)
    teacher = load(beginning, args.teacher)
    told = attributions(args.data, stated=args.stated)
    examples = [one for one in (*told, *names(args.data), *unlabelled(args.data)) if one.words]
    ours = invented()
    begun = time.monotonic()
    texts = [_text(*pair) for pair in zip(examples, lessons(teacher, beginning, examples), strict=True)]
    texts += [_certain(*pair) for pair in zip(ours, lessons(teacher, beginning, ours), strict=True)] * _OURS
    print(f"{len(texts)} texts labelled in {time.monotonic() - begun:.0f} s", flush=True)
    student = Student(args.dropout).train()
    begin(student, teacher.body.embeddings.word_embeddings.weight.data)
    if args.resume:
        student.load_state_dict(torch.load(args.resume, weights_only=True))
    del teacher
    _learn(student, texts, args, rng)


def _text(example: Example, lesson: Lesson) -> Text:
    """An example with its lesson."""
    return Text(features(example.words), np.array(example.roles), np.array(example.entities), lesson)


def _certain(example: Example, lesson: Lesson) -> Text:
    """An example whose role labels overrule the teacher."""
    roles = np.eye(len(ROLES), dtype=np.float16)[list(example.roles)]
    return _text(example, Lesson(roles, lesson.entities, lesson.hidden))


def _learn(student: Student, texts: Sequence[Text], args: argparse.Namespace, rng: random.Random) -> None:
    """Train, the rate rising first and falling to nothing at the end, and save now and then."""
    optimizer = torch.optim.AdamW(student.parameters(), lr=args.rate, weight_decay=0.01, fused=True)
    begun, n, sums = time.monotonic(), 0, 0.0
    for epoch in range(args.epochs):
        rows = [window for text in texts for window in text.windows(rng)]
        rng.shuffle(rows)
        steps = len(rows) // args.batch
        for step in range(steps):
            done = (epoch + step / steps) / args.epochs
            for group in optimizer.param_groups:
                group["lr"] = args.rate * min(1, (n + 1) / 200) * max(0.01, 1 - done)
            loss = _loss(student, rng, rows[step * args.batch : (step + 1) * args.batch])
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(student.parameters(), 1.0)
            optimizer.step()
            n, sums = n + 1, sums + loss.item()
        print(f"epoch {epoch + 1}: {time.monotonic() - begun:.0f} s, loss {sums / steps:.4f}", flush=True)
        sums = 0.0
        torch.save(student.state_dict(), args.out)


def _loss(student: Student, rng: random.Random, rows: Sequence[Text]) -> Tensor:
    """Of the labels, of the teacher's likelihoods, and of its last layer; some words are hidden from the student."""
    given = inputs([_hiding(row.features, rng) for row in rows])
    mask = given.endings > 0
    with torch.autocast("cpu", torch.bfloat16):
        hidden = student.hidden(given.pieces, given.endings, given.beginnings, given.styles)
        heads = student.roles(hidden), student.entities(hidden), student.taught(hidden)
    roles, entities, taught = (head.float()[mask] for head in heads)
    total = _soft(roles, _rows([row.lesson.roles for row in rows]))
    total = total + _NAMES * _soft(entities, _rows([row.lesson.entities for row in rows]))
    wanted = functional.layer_norm(_rows([row.lesson.hidden for row in rows]), taught.shape[-1:])
    total = total + _HIDDEN * functional.mse_loss(taught, wanted)
    for scores, name in ((roles, "roles"), (entities, "entities")):
        labels = torch.from_numpy(np.concatenate([getattr(row, name) for row in rows]))
        if (labels != UNKNOWN).any():
            total = total + _GOLD * functional.cross_entropy(scores, labels, ignore_index=UNKNOWN)
    return total


def _hiding(given: Features, rng: random.Random) -> Features:
    """The features of words, some of which show no more than how they are written and where they stand."""
    spots = [n for n in range(len(given.endings)) if rng.random() < _HIDES]
    found = Features(*(row.copy() for row in given))
    found.pieces[spots] = 0
    found.pieces[spots, 0] = vocabulary()["[UNK]"]
    found.endings[spots] = found.beginnings[spots] = 1
    return found


def _rows(parts: Sequence[np.ndarray]) -> Tensor:
    """The words of all windows in a row."""
    return torch.from_numpy(np.concatenate(parts)).float()


def _soft(scores: Tensor, wanted: Tensor) -> Tensor:
    """Cross entropy with likelihoods."""
    return -(wanted * torch.log_softmax(scores, -1)).sum(-1).mean()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with the corpora that training.fetch brought")
    parser.add_argument("start", type=Path, help="folder with the pretrained weights")
    parser.add_argument("teacher", type=Path, help="weights that training.teacher wrote")
    parser.add_argument("out", type=Path, help="file for the trained weights")
    parser.add_argument("--resume", type=Path, help="weights to go on from")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--dropout", type=float, default=0.15)
    parser.add_argument("--stated", action="store_true", help="leave out PolNeAR, which states no licence")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    return parser.parse_args()


if __name__ == "__main__":
    main()
