"""How all faces put records into words: whoever is quoted is named, and so is the report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.prose.safe import one_line
from onrecord.record.matter import Position
from onrecord.record.origin import Backing
from onrecord.record.report import Fate, Listing, Resting, Standing, Status
from onrecord.record.statement import Act, Basis, Mode, Stance
from onrecord.record.when import When
from onrecord.story.entries import Entry
from onrecord.story.verdicts import Verdict

if TYPE_CHECKING:
    from onrecord.library import Snapshot

_MOST_NAMES = 4
_ACTS = {
    Act.DENY: "denying it",
    Act.CONFIRM: "confirming",
    Act.ASK: "asking",
    Act.PROMISE: "promising",
    Act.PREDICT: "predicting",
    Act.DECLINE: "declining to say",
    Act.WITHDRAW: "taking it back",
}
_KNOWS = {Basis.SAYS: "", Basis.SAW: "said to have seen it", Basis.TOLD: "said to have been told"}
_WAYS = {Verdict.FOR: "for it", Verdict.AGAINST: "against it", Verdict.OTHER: "neither for nor against it"}
_STANCES = {Stance.HEDGED: "the report hedges", Stance.RUMOUR: "told as a rumour"}


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 report", "3 reports"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def day(when: When) -> str:
    """A date as people read it: "2024-03-11", "by 2024-03-11", "no date"."""
    if when.start == when.end or (when.start and when.end):
        return str(when) if when.known else "no date"
    return f"by {when.end}" if when.end else f"from {when.start}"


def plainly(answer: str) -> str:
    """An answer in plain words: "the harbour guard, all of it" for "all: the harbour guard"."""
    kind, colon, thing = one_line(answer).partition(": ")
    how_much = {"all": "all of it", "part": "part of it"}.get(kind.removeprefix("not "))
    return f"{'not ' if kind.startswith('not ') else ''}{thing}, {how_much}" if colon and how_much else one_line(answer)


def listed(names: Sequence[str], most: int = _MOST_NAMES) -> str:
    """Names in a row; of many the first ones, and how many more there are."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def quoted(words: str) -> str:
    """Words from a report, between quotation marks, on one line."""
    line = one_line(words)
    whole = line[:1] == "“" and line[-1:] == "”" and line.count("“") == 1
    return line if whole else f"“{line}”"


def shortened(words: str, most: int = 240) -> str:
    """Words on one line; of a long passage its beginning."""
    line = one_line(words)
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} …"


def outlet(report: Listing) -> str:
    """Who published a report, or else the file that it came from."""
    return one_line(report.outlet or report.file)


def published(report: Listing) -> str:
    """A report in a few words: its outlet and its day."""
    return f"{outlet(report)}, {day(report.published) if report.published.known else 'undated'}"


def who(snapshot: Snapshot, source: str) -> str:
    """The name of a source by its id."""
    found = snapshot.who(source)
    return one_line(found.name) if found else one_line(source)


def fate(status: Status, fates: Sequence[Fate] = (), rests: Sequence[Resting] = ()) -> str:
    """What became of a report, and of those that a statement rests on, as marks behind its name; empty for nothing."""
    marks = [became(one) for one in fates] or ([] if status is Status.USABLE else [f"{status} since"])
    marks += [f"{one_line(one.ground)}: rests on a report {became(one.fate)}" for one in rests]
    return "".join(f" [{mark}]" for mark in dict.fromkeys(marks))


def became(one: Fate) -> str:
    """What became of a report, when and who says so, and what became of that word in turn."""
    exact = "on " if one.since.start == one.since.end else ""
    since = f"{exact}{day(one.since)}" if one.since.known else "on a day not told"
    then = "".join(f"; that was itself {became(later)}" for later in one.then)
    return f"{one.status} {since}, says {one_line(one.who) or 'an outlet that is not named'}{then}"


def speaker(entry: Entry) -> str:
    """Who says it and on whose word; the outlet itself where a report says so in its own voice."""
    if entry.chain:
        return one_line(entry.word_of)
    if entry.statement.mode is Mode.OWN:
        return f"{outlet(entry.report)} (own voice)"
    return "nobody named"


def how(entry: Entry) -> str:
    """By which channel, when, with what act and how far the report goes along; empty where none of it is told."""
    said = entry.statement.said
    later = said.known and said.start != entry.report.published.start and said.end != entry.report.published.end
    parts = [entry.statement.channel, day(said) if later else "", _ACTS.get(entry.statement.act, "")]
    return ", ".join(one_line(part) for part in [*parts, _STANCES.get(entry.statement.stance, "")] if part)


def reported(entry: Entry) -> str:
    """Who reports it, when, and in which file."""
    report = entry.report
    file = f" ({one_line(report.file)})" if report.outlet else ""
    return f"reported by {published(report)}{file}{fate(entry.status, entry.fates, entry.rests)}"


def knowing(basis: Basis) -> str:
    """How a speaker comes to know it, as reports tell; empty where they do not."""
    return _KNOWS[basis]


def stood(found: Standing) -> str:
    """How far a position still stands, and who says so; empty where no report that it rests on fell."""
    says = f", says {one_line(listed(found.who))}" if found.who else ""
    if found.fallen:
        return f"on withdrawn reports alone{f' since {day(found.since)}' if found.since.known else ''}{says}"
    fell = ((found.withdrawn, f"withdrawn{says}"), (found.corrected, "with a report that was corrected"))
    told = [f"{len(some)} of {counted(found.statements, 'statement')} {how}" for some, how in fell if some]
    return f"in part: {'; '.join(told)}" if told else ""


def leaning(verdict: Verdict) -> str:
    """How answers stand to what a question asks."""
    return _WAYS[verdict]


def figures(backing: Backing) -> str:
    """How much stands behind something: "1 origin · 2 reports · 2 outlets"."""
    counts = ((backing.origins, "origin"), (backing.reports, "report"), (backing.outlets, "outlet"))
    return " · ".join(counted(number, noun) for number, noun in counts)


def holders(snapshot: Snapshot, position: Position, most: int = _MOST_NAMES) -> str:
    """Who gives an answer; where nobody is named, which reports carry it."""
    own = sorted({outlet(snapshot.listing(report)) for report in position.own_voice})
    names = list(dict.fromkeys(name for source in position.held_by if (name := who(snapshot, source)) not in own))
    if names or own:
        return listed([*names, *(f"{name} (own voice)" for name in own)], most)
    entries = snapshot.statements(ids=position.statements)
    return f"nobody named; reported by {listed(sorted({outlet(entry.report) for entry in entries}), most)}"


def heading(snapshot: Snapshot) -> str:
    """What a view rests on: "as of 2024-03-12: 7 reports (2 undated left out)"."""
    reports = counted(snapshot.count, "report")
    if snapshot.day is None:
        return f"all that is on record: {reports}"
    left_out = f" ({snapshot.left_out} undated left out)" if snapshot.left_out else ""
    return f"as of {snapshot.day}: {reports}{left_out}"
