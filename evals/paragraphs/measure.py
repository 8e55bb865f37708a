"""What the reader makes of annotated paragraphs, figure by figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from evals.figures import Figures, Share, prf, share, value_of
from evals.floors import Measured
from evals.forms import Row, spellings
from evals.paragraphs.paragraph import Paragraph, Told, file_of, paragraphs
from evals.scorer import FOUND, Match, akin, one_to_one
from onrecord.reading.reader import read
from onrecord.record.reading import Reading
from onrecord.record.statement import Mode, Statement


@dataclass(frozen=True)
class Pair:
    """An annotated statement and the one that was read for it, where one was."""

    told: Told
    found: Statement | None
    links: tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Outcome:
    """One paragraph: its statements with what was read for them, and what was read beside them."""

    paragraph: Paragraph
    pairs: tuple[Pair, ...]
    surplus: tuple[Statement, ...]


def outcome(paragraph: Paragraph) -> Outcome:
    """Read a paragraph and lay what was read beside its annotation."""
    reading = read(paragraph.report)
    spoken = {one.id: one for one in reading.statements if one.mode is not Mode.OWN}
    found = {match.gold["id"]: spoken[match.found["id"]] for match in one_to_one(_near(paragraph, spoken))}
    pairs = tuple(Pair(told, (one := found.get(told.id)), _links(reading, one)) for told in paragraph.told)
    matched = {one.id for one in found.values()}
    return Outcome(paragraph, pairs, tuple(one for key, one in spoken.items() if key not in matched))


def _near(paragraph: Paragraph, spoken: dict[str, Statement]) -> Iterator[Match]:
    """Annotated and read statements that are near enough, with their Dice."""
    for told in paragraph.told:
        for key, one in spoken.items():
            places = {spot for span in one.content for spot in range(span.start, span.end)}
            dice = 2 * len(places & told.places) / (len(places) + len(told.places))
            gold: Row = {"id": told.id}
            if dice >= FOUND:
                yield Match(gold, {"id": key}, dice)


def _links(reading: Reading, found: Statement | None) -> tuple[frozenset[str], ...]:
    """The spellings of each link of the chain that was read."""
    names = {name.key: name for name in reading.names}
    chain = [names[key] for key in found.chain] if found else []
    return tuple(frozenset(spellings(name.name, *name.spellings)) for name in chain)


def chain_right(pair: Pair) -> bool:
    """Whether every link was read, and no other; words for somebody unnamed count where they overlap."""
    if len(pair.told.chain) != len(pair.links):
        return False
    right = [bool(wanted & given) for wanted, given in zip(pair.told.chain, pair.links, strict=True)]
    return all(right[:-1]) and (not right or right[-1] or (pair.told.unnamed and _overlap(pair)))


def _overlap(pair: Pair) -> bool:
    """Whether the words for the speaker are those of the annotation, in part at least."""
    if not pair.found or not pair.found.speaker or not pair.told.speaker:
        return False
    start, end = pair.told.speaker
    return pair.found.speaker.start < end and start < pair.found.speaker.end


def channel_right(pair: Pair) -> bool:
    """Whether the channel is of one kind with the annotated one; none is right where none is stated."""
    wanted, given = pair.told.channel, pair.found.channel if pair.found else ""
    return akin(wanted, given) if wanted and given else wanted == given


def _same(name: str) -> Callable[[Pair], bool]:
    return lambda pair: getattr(pair.found, name) == getattr(pair.told, name)


JUDGED: dict[str, Callable[[Pair], bool]] = {
    "chain": chain_right,
    "channel": channel_right,
    "mode": _same("mode"),
    "act": _same("act"),
    "stance": _same("stance"),
}
_PARTS: dict[str, Callable[[Told], bool]] = {
    "chain.nested": lambda told: len(told.chain) > 1,
    "channel.stated": lambda told: bool(told.channel),
}


def outcomes(half: str) -> list[Outcome]:
    """Every paragraph of a half, read."""
    return [outcome(one) for one in paragraphs(half)]


def figures(read_: list[Outcome]) -> dict[str, Figures]:
    """Statements found; and of each matter judged, how many of those found are right, and how many of all."""
    pairs = [pair for one in read_ for pair in one.pairs]
    found, surplus = sum(pair.found is not None for pair in pairs), sum(len(one.surplus) for one in read_)
    rows = {"statements": prf(Share(found, found + surplus), Share(found, len(pairs)))}
    for name, right in JUDGED.items():
        rows[name] = _judged(pairs, right)
        for part, wanted in _PARTS.items():
            if part.startswith(f"{name}."):
                rows[part] = _judged([pair for pair in pairs if wanted(pair.told)], right)
    return rows


def _judged(pairs: list[Pair], right: Callable[[Pair], bool]) -> Figures:
    """How many of the statements found are right, and how many of all."""
    verdicts = [right(pair) for pair in pairs if pair.found]
    return {"found": share(verdicts), "all": Share(sum(verdicts), len(pairs))}


def measured(half: str, read_: list[Outcome]) -> Measured:
    """The figures of a half, named "matter.figure", and what they were measured on."""
    rows = figures(read_).items()
    named = {f"{name}.{label}": value_of(one) for name, figures_ in rows for label, one in figures_.items()}
    counts = {"paragraphs": len(read_), "statements": sum(len(one.pairs) for one in read_)}
    digest = sha256(file_of(half).read_bytes()).hexdigest()
    return Measured({half: digest}, counts, {name: value for name, value in named.items() if value is not None})
