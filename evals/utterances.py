"""Which statements go back to one speech event: `python -m evals.utterances [STORY...]`.

Of the statements that a ledger ascribes to speech events, those that were found are grouped by the origin that a record
exports: B-cubed against the ledger. Of each event that several reports carry, its reports that the record puts together
in one origin, of those that the ledger gives it; a statement without an origin stands alone. Where a ledger says that a
speaker saw it or was told (`basis`), "basis" is the share of these statements, if found, that the record reads so;
"basis precision" is the share of right ones among all that it reads as either.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.exported import Export
from evals.figures import Figures, Share, b_cubed, share, shown, value_of
from evals.forms import Row
from evals.scorer import Case, Match
from evals.story import Story, chosen
from onrecord.record.statement import Basis

_BASIS = {Basis.SAW: "saw", Basis.TOLD: "told"}
_NAMED = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True)
class Event:
    """A speech event that several reports carry: how many of them one origin of the record holds."""

    name: str
    together: int
    reports: int


def events_of(story: str, rows: Iterable[Row]) -> dict[str, str]:
    """The speech event of each gold statement that has one, by the statement's id."""
    named = _told().get(story, {})
    found = {}
    for row in rows:
        fitting = (name for name, event in named.items() if _is_of(row, event))
        if event := row.get("utterance") or next(fitting, ""):
            found[row["id"]] = event
    return found


def under(story: str, case: Case, events: dict[str, str]) -> list[str]:
    """The figures of a story that are under their floors, in words."""
    floors = _told()["floors"].get(story, {})
    today = {"f1": value_of(grouping(case.matches, events)["f1"]), "together": value_of(carriers(case, events))}
    return [
        f"{story}: {name} is {today[name] or 0:.3f}, under its floor of {floor}"
        for name, floor in floors.items()
        if (today[name] or 0) < floor
    ]


def _told() -> Row:
    return tomllib.loads(_NAMED.read_text("utf-8"))


def _is_of(row: Row, event: Row) -> bool:
    return event["channel"] in (row.get("channel") or "")


def grouping(matches: Iterable[Match], events: dict[str, str]) -> Figures:
    """B-cubed of origins over the statements found that the ledger ascribes to an event."""
    judged = [match for match in matches if match.gold["id"] in events]
    return b_cubed([({events[match.gold["id"]]}, {_origin(match)}) for match in judged])


def together(case: Case, events: dict[str, str]) -> Iterator[Event]:
    """Each event that several reports carry, with how many of them one origin holds."""
    carrying: dict[str, set[str]] = defaultdict(set)
    for row in case.gold.statements.values():
        if row["id"] in events:
            carrying[events[row["id"]]].add(row["file"])
    held: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for match in case.matches:
        if match.gold["id"] in events and match.found.get("origin"):
            held[events[match.gold["id"]]][match.found["origin"]].add(match.gold["file"])
    for name, files in carrying.items():
        if len(files) > 1:
            yield Event(name, max(map(len, held[name].values()), default=0), len(files))


def carriers(case: Case, events: dict[str, str]) -> Share:
    """Of the reports that carry events which others carry too, how many one origin holds."""
    carried = list(together(case, events))
    return Share(sum(one.together for one in carried), sum(one.reports for one in carried))


def bases(matches: Iterable[Match], read: Mapping[str, Basis]) -> Figures:
    """How often the record has it as the ledger does that a speaker saw it or was told."""
    pairs = [(match.gold.get("basis", ""), _BASIS.get(read[match.found["id"]], "")) for match in matches]
    if not any(gold for gold, _ in pairs):
        return {}
    right = [gold == found for gold, found in pairs]
    told = [one for one, (gold, _) in zip(right, pairs, strict=True) if gold]
    said = [one for one, (_, found) in zip(right, pairs, strict=True) if found]
    return {"basis": share(told), "basis precision": share(said)}


def _origin(match: Match) -> str:
    return str(match.found.get("origin") or match.found["id"])


def main() -> int:
    """Print the figures of each story."""
    parser = argparse.ArgumentParser(prog="python -m evals.utterances", description="Score origins.")
    parser.add_argument("story", nargs="*", help="name of a story; all of them where none is given")
    parser.add_argument("--each", action="store_true", help="print each event that several reports carry")
    args = parser.parse_args()
    failed: list[str] = []
    for story in chosen(args.story):
        if not story.here:
            print(f"{story.name}: skipped, {story.ledger} is not here")
            continue
        case, read = scored(story)
        events = events_of(story.name, case.gold.statements.values())
        if events:
            print(line(story.name, case, events, read))
            failed += under(story.name, case, events)
        if args.each:
            print(*(f"  {one.together} of {one.reports}  {one.name}" for one in together(case, events)), sep="\n")
    print(*failed, sep="\n")
    return int(bool(failed))


def scored(story: Story) -> tuple[Case, dict[str, Basis]]:
    """The story's ledger against a fresh record, and how each speaker of that knows what they say."""
    with tempfile.TemporaryDirectory() as folder, story.record() as record:
        record.export(folder)
        return Case(story.gold(), Export(Path(folder))), {e.id: e.statement.basis for e in record.statements()}


def line(name: str, case: Case, events: dict[str, str], read: Mapping[str, Basis]) -> str:
    """The figures of a story in a row."""
    sizes = Counter(events.values())
    found = {**grouping(case.matches, events), **bases(case.matches, read)}
    figures = ", ".join(f"{label} {shown(one)}" for label, one in found.items())
    return f"{name}: {len(sizes)} events; {figures}; reports together {shown(carriers(case, events))}"


if __name__ == "__main__":
    sys.exit(main())
