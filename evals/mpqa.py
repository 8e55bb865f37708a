"""Measures chains of sources on the MPQA Opinion Corpus 1.2: `python -m evals.mpqa FOLDER [--misses N]`.

FOLDER holds the corpus as it is given out: `docs`, `man_anns`, `meta_anns`. Each document is read as a report, with its
day where `meta_anns` has one. What is judged:

- Events: every explicit objective speech event, and every direct-subjective expression that holds a form of a verb of
  saying (`_SAYING`). The corpus marks feeling and speaking alike as direct-subjective, and the objective ones alone
  would leave out all that is accused, denied and urged. Events that the corpus gives to nobody ("implicit") are counted
  and left out.
- Depth: the sources beyond the writer; one who tells what he himself said is one source. An outlet that is told
  something ("told the agency") is a link of our chains and none of the corpus's.
- Found: a statement whose cue overlaps the expression, or between whose cue and content it stands (one statement with a
  chain of two has one cue: "the paper reported that the mayor denied that ..."), or else the shortest one whose content
  overlaps it. The depth of an event that carries another in such a statement is the other's.
- Speaker: our speaker's words overlap a mention of the event's own source, wherever it is mentioned.

The corpus names documents that were held out (`test_setCoNLL03`): they have figures of their own, and no misses are
listed from them.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from evals.figures import Figures, share, shown
from onrecord.reading.reader import READER, read
from onrecord.record.report import Listing, Report, Status, report_id
from onrecord.record.span import Span
from onrecord.record.statement import Statement
from onrecord.record.when import UNKNOWN, When

_LAYER = "gateman.mpqa.lre.1.2"
_HELD_OUT = "test_setCoNLL03"
_OBJECTIVE, _SUBJECTIVE = "GATE_objective-speech-event", "GATE_direct-subjective"
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_DAY = re.compile(r"meta_(?:document|create)_time\t(\d{4})-(\d\d)-(\d\d)")
_SAYING = re.compile(
    r"""\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|sp(?:eak|eaks|oke|oken|eaking)|wr(?:ite|ites|ote|itten|iting)
    |(?:accus|acknowledg|advis|advocat|announc|argu|challeng|cit|conced|declar|declin|denounc|describ|not|pledg|promis|prais
    |propos|quot|reiterat|stat|telephon|urg|welcom|criticiz|criticis|emphasiz|emphasis|apologiz|apologis)(?:e|es|ed|ing)
    |(?:add|admonish|affirm|allud|allege|appeal|ask|assert|attest|blam|boast|call|caution|charg|claim|comment|complain
    |confess|confirm|contend|contest|counter|demand|disclos|dismiss|explain|express|hail|hint|impl|indicat|inform
    |insinuat|insist|instruct|invit|lament|mention|object|order|point|predict|proclaim|protest|question|recall|recommend
    |recount|refut|reject|remark|remind|report|request|respond|reveal|stress|suggest|talk|testif|threaten|underlin
    |underscor|vow|warn)(?:e?[sd]|ing|y)?
    |den(?:y|ies|ied|ying)|repl(?:y|ies|ied|ying)|testif(?:y|ies|ied|ying)|admit(?:s|ted|ting)?|condemn(?:s|ed|ing)?
    |according\ to|swore|sworn|put\ it)\b""",
    re.IGNORECASE | re.VERBOSE,
)


class Place(NamedTuple):
    """A stretch of a document."""

    start: int
    end: int

    def meets(self, span: Span | None) -> bool:
        """Whether a span has a character in common with it."""
        return span is not None and span.start < self.end and self.start < span.end


@dataclass(frozen=True)
class Event:
    """A speech event: where its expression stands, its sources beyond the writer, and where the last one is named."""

    place: Place
    sources: tuple[str, ...]
    mentions: tuple[Place, ...]


@dataclass(frozen=True)
class Document:
    """A document of the corpus, and how many of its events are nobody's."""

    name: str
    text: str
    published: When
    events: tuple[Event, ...]
    implicit: int

    def report(self) -> Report:
        """It, as a report."""
        listing = Listing(
            id=report_id(self.text),
            file=self.name,
            url="",
            outlet="",
            title="",
            published=self.published,
            language="en",
            declared=Status.USABLE,
        )
        return Report(listing, self.text)


@dataclass(frozen=True)
class Verdict:
    """An event and what was read there: by its "cue", by its "content" or "" where nothing was."""

    document: Document
    event: Event
    statement: Statement | None
    by: str

    @property
    def gold(self) -> int:
        """Its depth in the corpus."""
        return len(self.event.sources)

    @property
    def right(self) -> bool:
        """Whether the depth that we read is its own, or that of an event that it carries in one statement with it."""
        mine = self.event.sources
        carried = [one for one in self.document.events if one.sources[: len(mine)] == mine]
        statement = self.statement
        return statement is not None and self.ours in {
            self.gold,
            *(len(one.sources) for one in carried if _cued(one, statement)),
        }

    @property
    def ours(self) -> int:
        """The depth that we read."""
        return len(self.statement.chain) if self.statement else 0

    @property
    def spoken(self) -> bool:
        """Whether our speaker's words are a mention of its source."""
        speaker = self.statement.speaker if self.statement else None
        return any(place.meets(speaker) for place in self.event.mentions)


class _Mark(NamedTuple):
    """A line of annotation."""

    place: Place
    sort: str
    attributes: dict[str, str]

    @property
    def sources(self) -> tuple[str, ...]:
        """Its nested source beyond the writer, with nobody twice in a row."""
        names = [name.strip() for name in self.attributes.get("nested-source", "").split(",")]
        return tuple(name for n, name in enumerate(names) if n and name and name != names[n - 1])


def documents(folder: Path) -> Iterator[Document]:
    """The documents of the corpus, in the order of their names."""
    for layer in sorted((folder / "man_anns").glob(f"*/*/{_LAYER}")):
        name = layer.parent.relative_to(folder / "man_anns").as_posix()
        # Places are given in bytes: so every byte is read as one character.
        text = (folder / "docs" / name).read_bytes().decode("latin-1")
        marks = list(_marks(layer.read_text("latin-1")))
        events = list(_events(marks, text))
        told = [event for event in events if "implicit" not in event.sources]
        yield Document(name, text, _published(folder / "meta_anns" / name), tuple(told), len(events) - len(told))


def held_out(folder: Path) -> frozenset[str]:
    """The documents that the corpus sets apart for tests."""
    path = folder / _HELD_OUT
    return frozenset(path.read_text("utf-8").split()) if path.is_file() else frozenset()


def _marks(text: str) -> Iterator[_Mark]:
    for line in text.splitlines():
        if line and not line.startswith("#"):
            _, place, _, sort, attributes = (*line.split("\t"), "")[:5]
            start, _, end = place.partition(",")
            yield _Mark(Place(int(start), int(end)), sort, dict(_ATTRIBUTE.findall(attributes)))


def _events(marks: list[_Mark], text: str) -> Iterator[Event]:
    named: dict[str, list[Place]] = defaultdict(list)
    for mark in marks:
        if mark.sort == "GATE_agent":
            for name in {*mark.sources[-1:], mark.attributes.get("id", "")} - {""}:
                named[name].append(mark.place)
    for mark in marks:
        if mark.sources and "implicit" not in mark.attributes and _speech(mark, text):
            mentions = tuple(named[mark.sources[-1]])
            yield Event(mark.place, mark.sources, mentions)


def _speech(mark: _Mark, text: str) -> bool:
    """Whether an annotation is an event of speech."""
    words = text[mark.place.start : mark.place.end]
    return mark.sort == _OBJECTIVE or (mark.sort == _SUBJECTIVE and bool(_SAYING.search(words)))


def _published(meta: Path) -> When:
    found = _DAY.search(meta.read_text("latin-1")) if meta.is_file() else None
    return When.on(date(*map(int, found.groups()))) if found else UNKNOWN


def judged(document: Document) -> Iterator[Verdict]:
    """What was read at each event of a document."""
    statements = read(document.report()).statements
    for event in document.events:
        cued = [one for one in statements if _cued(event, one)]
        telling = [one for one in statements if any(map(event.place.meets, one.content))]
        by = "cue" if cued else "content" if telling else ""
        statement = min(cued or telling, key=lambda one: one.extent.end - one.extent.start, default=None)
        yield Verdict(document, event, statement, by)


def _cued(event: Event, statement: Statement) -> bool:
    """Whether an expression meets a statement's cue, or stands between it and the content."""
    cue, place = statement.cue, event.place
    if cue is None or place.meets(cue) or any(map(place.meets, statement.content)):
        return place.meets(cue)
    first, last = min(cue.start, statement.extent.start), max(cue.end, statement.extent.end)
    return first <= place.start and place.end <= last


def figures(verdicts: list[Verdict]) -> Figures:
    """Events found, and of those found: the depth and the speaker that are right."""
    found = [one for one in verdicts if one.by]
    cued = [one for one in found if one.by == "cue"]
    return {
        "found": share(one.by for one in verdicts),
        "by its cue": share(one.by == "cue" for one in verdicts),
        "depth": share(one.right for one in found),
        "depth, by cue": share(one.right for one in cued),
        "speaker": share(one.spoken for one in found),
        "speaker, by cue": share(one.spoken for one in cued),
    }


def table(verdicts: list[Verdict]) -> Iterator[str]:
    """Every figure: by depth, and depth in the corpus against ours."""
    groups = {
        "one source": [one for one in verdicts if one.gold == 1],
        "two or more": [one for one in verdicts if one.gold > 1],
        "all": verdicts,
    }
    for name, group in groups.items():
        yield f"  {name:12}" + ", ".join(f"{label} {shown(figure)}" for label, figure in figures(group).items())
    yield from _confusion(verdicts)


def _confusion(verdicts: list[Verdict]) -> Iterator[str]:
    """Depth in the corpus, down, against ours, across."""
    counts = Counter((one.gold, one.ours if one.by else -1) for one in verdicts)
    columns = sorted({-1, *(ours for _, ours in counts)})
    yield "  gold \\ ours" + "".join(f"{'missed' if column < 0 else column:>8}" for column in columns)
    for gold in sorted({gold for gold, _ in counts}):
        yield f"  {gold:11}" + "".join(f"{counts[gold, column]:8}" for column in columns)


def misses(verdicts: Iterable[Verdict], most: int) -> Iterator[str]:
    """So many events of two or more sources that were missed or have another depth."""
    wrong = [one for one in verdicts if one.gold > 1 and not one.right]
    for one in wrong[:most]:
        event, chain = one.event, one.statement.chain if one.statement else ()
        text = one.document.text
        before = " ".join(text[max(0, event.place.start - 160) : event.place.start].split())
        after = " ".join(text[event.place.end : event.place.end + 120].split())
        yield f"  {one.document.name}: {before} [{text[slice(*event.place)]}] {after}"
        yield f"    corpus {' > '.join(event.sources)}; ours {one.by or 'missed'} {' > '.join(chain)}"


def main() -> int:
    """Read the corpus and print the figures."""
    args = _arguments()
    apart, corpus = held_out(args.folder), list(documents(args.folder))
    if not corpus:
        raise SystemExit(f"no documents with annotations in {args.folder}")
    print(f"reader {READER}; {sum(one.implicit for one in corpus)} events of nobody left out")
    parts = {
        "held out": [one for one in corpus if one.name in apart],
        "others": [one for one in corpus if one.name not in apart],
    }
    for name, part in parts.items():
        verdicts = [verdict for document in part for verdict in judged(document)]
        print(f"{name}: {len(part)} documents, {len(verdicts)} events", *table(verdicts), sep="\n")
    print(*misses(verdicts, args.misses), sep="\n")  # the part that is not held out
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.mpqa", description="Measure chains of sources on MPQA 1.2.")
    parser.add_argument("folder", type=Path, help="the corpus: docs, man_anns and meta_anns lie in it")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list N wrong events of two or more sources")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
