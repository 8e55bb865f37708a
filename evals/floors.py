"""The figures below which no story may fall.

`floors.json` holds, for each story, what it was measured on (digests and counts), the floor of every figure, and every
lowering with its reason. Pinning raises floors; it lowers one only for a reason, which is kept.
A figure that is best at 0 stands with a minus sign, so that more is better throughout.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evals.figures import value_of
from evals.scorer import Case, headline, score
from evals.story import Story

FLOORS = Path(__file__).with_name("floors.json")
SLACK = 0.01  # how far below today's figure its floor is pinned
_BEST_AT_0 = {"sources.forbidden_merges", "chain.overlong"}


class Sunk(Exception):
    """Figures are under their floors, and no reason was given to lower these."""


@dataclass(frozen=True)
class Measured:
    """What a story measures today."""

    digests: dict[str, str]
    counts: dict[str, int]
    figures: dict[str, float]


@dataclass
class Pinned:
    """What is pinned of a story."""

    digests: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    floors: dict[str, float] = field(default_factory=dict)
    lowered: list[dict[str, Any]] = field(default_factory=list)


def measured(story: Story, case: Case) -> Measured:
    """The figures of a story, named "measure.figure", and what they were measured on."""
    scores = score(case)
    named = {f"{name}.{label}": value_of(one) for name, s in scores.items() for label, one in s.figures.items()}
    named["headline"] = headline(scores)
    figures = {name: 0 - value if name in _BEST_AT_0 else value for name, value in named.items() if value is not None}
    counts = {
        "reports": len(case.export.rows("reports")),
        "gold statements": len(case.gold.statements),
        "gold matters": len(case.gold.doc.get("matters", [])),
    }
    return Measured(story.digests, counts, figures)


def load(path: Path = FLOORS) -> dict[str, Pinned]:
    """What is pinned, by story."""
    rows = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return {name: Pinned(**row) for name, row in rows.items()}


def save(pinned: dict[str, Pinned], path: Path = FLOORS) -> None:
    """Write what is pinned."""
    rows = {name: vars(one) for name, one in pinned.items()}
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


def failures(pinned: Pinned, today: Measured) -> Iterator[str]:
    """What is not as it was pinned: another ledger, other reports, a figure under its floor."""
    for name, digest in today.digests.items():
        if pinned.digests.get(name) != digest:
            yield f"the {name} changed since the floors were pinned: pin them anew"
    if pinned.counts != today.counts:
        yield f"counts were {pinned.counts} when the floors were pinned, and are {today.counts}"
    for name, (floor, now) in _sunk(pinned, today).items():
        yield f"{name} is {_shown(now)}, under its floor of {floor:.3f}"


def pin(pinned: Pinned, today: Measured, reason: str = "") -> Pinned:
    """Floors raised to today's figures; those that these are under come down for a reason. Raises Sunk."""
    sunk = _sunk(pinned, today)
    if sunk and not reason:
        raise Sunk("; ".join(f"{name}: {floor:.3f}, now {_shown(now)}" for name, (floor, now) in sunk.items()))
    stay = {name: floor for name, floor in pinned.floors.items() if name not in sunk}
    raised = {name: round(value - SLACK, 4) for name, value in today.figures.items()}
    floors = {name: max(floor, stay.get(name, floor)) for name, floor in raised.items()}
    return Pinned(today.digests, today.counts, floors, [*pinned.lowered, *_lowering(sunk, reason)])


def pinned_anew(pinned: dict[str, Pinned], name: str, today: Measured, reason: str) -> bool:
    """Pin what a name stands for and say so; whether that went without lowering a floor for no reason."""
    try:
        pinned[name] = pin(pinned.get(name) or Pinned(), today, reason)
    except Sunk as sunk:
        print(f"  NOT PINNED, since floors would sink (give --lower REASON if they must): {sunk}\n")
        return False
    print("  pinned\n")
    return True


def held(pinned: Pinned | None, today: Measured) -> bool:
    """Whether the floors hold; says which do not."""
    wrong = list(failures(pinned, today)) if pinned else ["no floors are pinned: run with --pin"]
    print(*(f"  FAILED: {one}" for one in wrong), "" if wrong else "  every floor holds\n", sep="\n")
    return not wrong


def _sunk(pinned: Pinned, today: Measured) -> dict[str, tuple[float, float | None]]:
    """The floor and today's figure, where this is under that or missing."""
    both = {name: (floor, today.figures.get(name)) for name, floor in sorted(pinned.floors.items())}
    return {name: (floor, now) for name, (floor, now) in both.items() if now is None or now < floor}


def _lowering(sunk: dict[str, tuple[float, float | None]], reason: str) -> list[dict[str, Any]]:
    if not sunk:
        return []
    figures = {name: [floor, now and round(now, 4)] for name, (floor, now) in sunk.items()}
    return [{"day": datetime.now(UTC).date().isoformat(), "reason": reason, "figures": figures}]


def _shown(figure: float | None) -> str:
    return "missing" if figure is None else f"{figure:.3f}"
