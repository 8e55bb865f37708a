"""Which relation words give, by paraphrases and near-misses: `python -m evals.claims [--misses] [--pin]`.

Each case is words that a statement might have, in a report that holds nothing else. "right relation" is the share of
the words that must give a relation and do; "all parts" the share whose claim has, besides, every part that the case is
sure of; "wrongly given" the share of the near-misses that give the relation all the same. Claims of other relations
change no figure. The words of `claims/` were sought where rules are weak: idioms, headlines, noun phrases, speech. How
often rules fail on them is not how often they fail on news. Exit status 1 where a figure of these is under its floor.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from evals.figures import Figures, share, shown, value_of
from evals.floors import Measured, held, load, pinned_anew, save
from onrecord.reading.claims import stated
from onrecord.reading.scene import scene
from onrecord.record.claim import Claim
from onrecord.record.name import Kind, Name
from onrecord.record.span import Span
from onrecord.record.statement import Act, Mode, Stance, Statement
from onrecord.record.when import UNKNOWN

IN_SIGHT = Path(__file__).resolve().parents[1] / "tests" / "reading" / "claims.toml"
FOLDER = Path(__file__).with_name("claims")
FLOORS = FOLDER / "floors.json"
HELD_OUT = "held_out"
HALVES = ("open", HELD_OUT)
_ANY = "any"  # of words that must give no claim at all
_SPEAKER = "lena orr"


@dataclass(frozen=True)
class Case:
    """Words, who says them, and the parts of the claim that they must give; no parts where they must not give it."""

    relation: str
    words: str
    by: str
    parts: dict[str, Any] | None


@dataclass(frozen=True)
class Bank:
    """Cases, who occurs in them, and the digest of the file that holds them."""

    cast: tuple[Name, ...]
    cases: tuple[Case, ...]
    digest: str


@dataclass(frozen=True)
class Read:
    """A case, and the claims that were read in its words."""

    case: Case
    claims: tuple[Claim, ...]

    @property
    def related(self) -> bool:
        """Whether a claim of the case's relation was read."""
        return any(self.case.relation in {claim.relation, _ANY} for claim in self.claims)

    @property
    def whole(self) -> bool:
        """Whether such a claim has every part that the case gives."""
        return any(fits(claim, self.case.relation, self.case.parts or {}) for claim in self.claims)

    @property
    def others(self) -> list[str]:
        """The other relations that were read."""
        found = {claim.relation for claim in self.claims} - {self.case.relation}
        return sorted(found) if self.case.relation != _ANY else []

    def __str__(self) -> str:
        claims = [(c.relation, c.subject, c.value, c.extent, c.amount, c.affirms) for c in self.claims]
        return f"{self.case.words!r} gives {claims}"


def bank(path: Path) -> Bank:
    """The cases of a file."""
    told = path.read_bytes()
    relations = tomllib.loads(told.decode("utf-8"))
    cast = relations.pop("cast")
    names = (Name(key, row[1], Kind(row[0]), tuple(sorted(row[1:]))) for key, row in cast.items())
    return Bank(tuple(names), tuple(_cases(relations)), sha256(told).hexdigest())


def half(name: str) -> Bank:
    """The cases of one half of those that were written without the rules in sight."""
    return bank(FOLDER / f"{name}.toml")


def claimed(words: str, cast: Iterable[Name], by: str = _SPEAKER) -> tuple[Claim, ...]:
    """The claims of a statement with these words, in a report that holds nothing else."""
    content = (Span("r", 0, len(words)),)
    said = Statement("s", "r", Mode.INDIRECT, Act.ASSERT, Stance.ATTRIBUTED, (by,), None, None, content, "", UNKNOWN)
    return stated(scene(words, list(cast), {by}), [said])[0].claims


def fits(claim: Claim, relation: str, parts: dict[str, Any]) -> bool:
    """Whether a claim is of the relation and has these parts."""
    return claim.relation == relation and all(getattr(claim, part) == wanted for part, wanted in parts.items())


def read(cases: Bank) -> list[Read]:
    """Every case of a bank, read."""
    return [Read(case, claimed(case.words, cases.cast, case.by)) for case in cases.cases]


def missed(done: Iterable[Read]) -> Iterator[Read]:
    """What must give a claim, and does not give it whole."""
    return (one for one in done if one.case.parts is not None and not one.whole)


def wrong(done: Iterable[Read]) -> Iterator[Read]:
    """What must not give its relation, and does."""
    return (one for one in done if one.case.parts is None and one.related)


def astray(done: Iterable[Read]) -> Iterator[Read]:
    """What gives a relation that is not its own."""
    return (one for one in done if one.others)


def figures(done: Sequence[Read]) -> Figures:
    """The shares of what was read."""
    gives = [one for one in done if one.case.parts is not None]
    return {
        "right relation": share(one.related for one in gives),
        "all parts": share(one.whole for one in gives),
        "wrongly given": share(one.related for one in done if one.case.parts is None),
    }


def measured(name: str, cases: Bank, done: Sequence[Read]) -> Measured:
    """The figures that are held to floors, and what they stand on."""
    today = figures(done)
    floored = {"right relation": value_of(today["right relation"]), "wrongly given": value_of(today["wrongly given"])}
    found = {label: value for label, value in floored.items() if value is not None}
    if "wrongly given" in found:
        found["wrongly given"] = 0 - found["wrongly given"]
    gives = sum(case.parts is not None for case in cases.cases)
    return Measured({name: cases.digest}, {"gives": gives, "not": len(cases.cases) - gives}, found)


def table(done: Sequence[Read]) -> Iterator[str]:
    """The figures of each relation, a line each, and of all."""
    for relation in dict.fromkeys(one.case.relation for one in done):
        yield _line(relation, [one for one in done if one.case.relation == relation])
    yield _line("total", done)


def listed(done: Sequence[Read]) -> Iterator[str]:
    """What was read wrongly, and what gave another relation besides."""
    yield from (f"  missed {one.case.relation} {one.case.parts}: {one}" for one in missed(done))
    yield from (f"  wrong {one.case.relation}: {one}" for one in wrong(done))
    yield from (f"  also {', '.join(one.others)}, beside {one.case.relation}: {one}" for one in astray(done))


def main() -> int:
    """Read, print, compare or pin."""
    args = _arguments()
    print("made with the rules in sight", *table(in_sight := read(bank(IN_SIGHT))), sep="\n")
    if args.misses:
        print(*listed(in_sight), sep="\n")
    pinned, failed = load(FLOORS), False
    for name in HALVES:
        done = read(cases := half(name))
        print(f"made without the rules in sight: {name}", *table(done), sep="\n")
        if args.misses and name != HELD_OUT:
            print(*listed(done), sep="\n")
        today = measured(name, cases, done)
        if args.pin or args.lower:
            failed |= not pinned_anew(pinned, name, today, args.lower)
        else:
            failed |= not held(pinned.get(name), today)
    if args.pin or args.lower:
        save(pinned, FLOORS)
    return int(failed)


def _cases(relations: dict[str, Any]) -> Iterator[Case]:
    for relation, kinds in relations.items():
        for row in kinds.get("gives", ()):
            yield Case(relation, row["words"], row.get("by", _SPEAKER), row["is"])
        for row in kinds.get("not", ()):
            yield Case(relation, row["words"], row.get("by", _SPEAKER), None)


def _line(name: str, done: Sequence[Read]) -> str:
    return f"  {name:13}" + ", ".join(f"{label} {shown(one)}" for label, one in figures(done).items())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.claims", description="Read paraphrases and near-misses.")
    parser.add_argument("--misses", action="store_true", help="list what is read wrongly, but never what is held out")
    parser.add_argument("--pin", action="store_true", help="raise the floors to today's figures")
    parser.add_argument("--lower", metavar="REASON", default="", help="pin, and lower floors where they must be")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
