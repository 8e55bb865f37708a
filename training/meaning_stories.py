"""The later stages of the encoder, our own stories: `python -m training.meaning_stories DATA START BEFORE OUT`.

Three lessons by turns. How two statements of a story stand to each other. Which statements bear on one question, and
which give one answer: each is drawn to its like and away from all others of its story that are at hand (supervised
contrastive learning, Khosla et al. 2020). And of the public pairs a little, for them not to be forgotten.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TypeVar

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.encoder.texts import Pieces, alone, together
from training.meaning import SEED, Network, Row, Teacher, arguments, batches, loss_of
from training.meaning_pairs import by_task, rehearsal, some
from training.pairs import public
from training.stories import AGAINST, FOLDER, OTHER, UNRELATED, Said, Story, stories

_RATE, _WARM = 1e-4, 60
_HEADS = 6.0  # times the rate of the body
_SHOWN = 50  # steps
_GROUP = 40  # statements that are set against each other
_TEMPERATURE = 0.08
_NEVER = -1e4
_SAYS = 0.5  # weight of what is said; what it is about has 1
_SMOOTHING = 0.05
_SIZE = 32  # pairs of a batch
_MOST = {AGAINST: 70, OTHER: 40, UNRELATED: 40}  # pairs of a story that stand so to each other
_HIDES = {"told": 0.2, "before": 0.3, "title": 0.3}  # how often each thing around a content is hidden
_SEEN = 1200  # statements that the vectors start from

T = TypeVar("T")


def main() -> None:
    """Train and save."""
    args = _arguments()
    torch.manual_seed(SEED)
    torch.set_num_threads(args.threads)
    rng = random.Random(SEED)
    told, known = stories(args.stories), by_task(public(args.data, stated=args.stated))
    model = Network(args.start)
    model.load_state_dict(torch.load(args.before, weights_only=True))
    if not args.resume:
        begin(model.eval(), told, rng)
    model.train()
    teacher = Teacher(model, _RATE, args.steps, _WARM, _HEADS)
    stances = _endless(lambda: batches(pairs(told, rng), rng, _SIZE))
    meanings = _endless(lambda: groups(told, rng))
    public_pairs = _endless(lambda: batches(rehearsal(known, rng), rng))
    for n in range(args.steps):
        teacher.rate(n)
        teacher.learn(stance=loss_of(model, next(stances), _SMOOTHING))
        if n % args.meanings == 0:
            about, says = contrasts(model, next(meanings), rng)
            teacher.learn(about=about, says=_SAYS * says)
        if n % args.rehearse == 0:
            batch = next(public_pairs)
            teacher.learn(**{batch[0].task: loss_of(model, batch)})
        if n % _SHOWN == _SHOWN - 1:
            teacher.tell(n + 1)
    torch.save(model.state_dict(), args.out)


def begin(model: Network, told: Sequence[Story], rng: random.Random) -> None:
    """Start both vectors from the first principal components of the last layer."""
    said = [one for story in told for one in story.statements]
    chosen = rng.sample(said, min(_SEEN, len(said)))
    with torch.inference_mode():
        texts = [alone(one.wording) for one in chosen]
        found = torch.cat([model.mean(texts[n : n + _GROUP]) for n in range(0, len(texts), _GROUP)]).clone()
    middle = found.mean(0)
    parts = torch.linalg.svd(found - middle, full_matrices=False)[2]
    with torch.no_grad():
        for vector in (model.about, model.says):
            size = min(len(parts), vector.out_features)
            vector.weight[:size] = parts[:size]
            vector.bias[:size] = -(parts[:size] @ middle)


def pairs(told: Sequence[Story], rng: random.Random) -> list[Row]:
    """Pairs of statements of each story, and how they stand: all that give one answer, some of each other kind."""
    return [row for story in told for row in _pairs(story, rng)]


def _pairs(story: Story, rng: random.Random) -> Iterator[Row]:
    answering = [one for one in story.statements if one.answers]
    kinds: dict[int, list[tuple[Said, Said]]] = {}
    for one, other in combinations(answering, 2):
        kinds.setdefault(story.stance(one, other), []).append((one, other))
    kinds[UNRELATED] = _strangers(story, rng)
    for kind, rows in sorted(kinds.items()):
        for pair in some(rows, _MOST.get(kind, len(rows)), rng):
            one, other = rng.sample(pair, 2)
            yield Row(together(one.wording.whole, other.wording.whole), "stance", kind)


def _strangers(story: Story, rng: random.Random) -> list[tuple[Said, Said]]:
    """Statements that have no question in common, as often as two at random have."""
    drawn = (rng.sample(story.statements, 2) for _ in range(_MOST[UNRELATED]))
    return [(one, other) for one, other in drawn if story.stance(one, other) == UNRELATED]


def groups(told: Sequence[Story], rng: random.Random) -> list[list[Said]]:
    """Statements that are set against each other: of one story each, those on one question mostly together."""
    found = [group for story in told for group in _groups(story, rng)]
    return rng.sample(found, len(found))


def _groups(story: Story, rng: random.Random) -> Iterator[list[Said]]:
    order = {question: n for n, question in enumerate(rng.sample(story.questions, len(story.questions)))}
    answering = [one for one in story.statements if one.answers]
    answering.sort(key=lambda one: min(order[question] for question in one.questions))
    rest = [one for one in story.statements if not one.answers]
    rng.shuffle(rest)
    parts = -(-len(story.statements) // _GROUP)
    size = -(-len(answering) // parts)
    for n in range(parts):
        yield [*answering[n * size : (n + 1) * size], *rest[n::parts]]


def contrasts(model: Network, group: Sequence[Said], rng: random.Random) -> tuple[Tensor, Tensor]:
    """How far the vectors of a group are from telling questions apart, and answers."""
    mean = model.mean([_hiding(one, rng) for one in group])
    about, says = (functional.normalize(vector(mean), dim=1) for vector in (model.about, model.says))
    return _contrast(about, [one.questions for one in group]), _contrast(says, [one.answers for one in group])


def _hiding(one: Said, rng: random.Random) -> Pieces:
    """A statement, by chance without some of what stands around it."""
    hidden = {name: "" for name, share in _HIDES.items() if rng.random() < share}
    return alone(replace(one.wording, **hidden))


def _contrast(vectors: Tensor, labels: Sequence[frozenset[object]]) -> Tensor:
    """The mean of how unlikely each that shares a label is among all others; nothing where none does."""
    alike = torch.tensor([[bool(one & other) for other in labels] for one in labels])
    itself = torch.eye(len(labels), dtype=torch.bool)
    alike &= ~itself
    scores = (vectors @ vectors.T / _TEMPERATURE).masked_fill(itself, _NEVER)
    likely = scores - torch.logsumexp(scores, 1, keepdim=True)
    used = alike.any(1)
    if not used.any():
        return torch.zeros(())
    return -((likely * alike).sum(1)[used] / alike.sum(1)[used]).mean()


def _endless(made: Callable[[], list[T]]) -> Iterator[T]:
    """Made anew each time that all were used."""
    while True:
        yield from made()


def _arguments() -> argparse.Namespace:
    parser = arguments(__doc__, "before")
    parser.add_argument("--stories", type=Path, default=FOLDER, help="folder with our stories")
    parser.add_argument("--resume", action="store_true", help="go on with the vectors as they are")
    parser.add_argument("--steps", type=int, default=1044)
    parser.add_argument("--meanings", type=int, default=1, help="a lesson on vectors every so many steps")
    parser.add_argument("--rehearse", type=int, default=3, help="a lesson on public pairs every so many steps")
    return parser.parse_args()


if __name__ == "__main__":
    main()
