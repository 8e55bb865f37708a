"""Why names were taken for one source's, with the words of the reports that show it; looked up when asked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from onrecord.matching.groups import BORNE, RULED
from onrecord.matching.offices import HELD, Office
from onrecord.record.judgement import Judgement, Ruling
from onrecord.record.name import Ground, Name, Source, called
from onrecord.record.span import Span
from onrecord.story.judged import SOURCES
from onrecord.story.known import Known
from onrecord.wording import name_key

Use = tuple[str, Name]  # a report, and a name as it uses it


@dataclass(frozen=True, slots=True)
class Quoted:
    """A name or a role where a report has it.

    Attributes:
        words: its own words.
        sentence: the sentence that they stand in, or the line.
        text: the words of that sentence, exactly as printed.
    """

    words: Span
    sentence: Span
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A ground with what shows it.

    Attributes:
        ground: which names were brought together, and why.
        quoted: the two names in the reports; of one report, where its own use of both is the reason.
        ruling: the person's decision, where that is the reason.
    """

    ground: Ground
    quoted: tuple[Quoted, ...]
    ruling: Judgement | None


def evidence(known: Known, source: Source) -> list[Evidence]:
    """All grounds of a source, with the words that show them."""
    uses = _Uses(known, source)
    return [Evidence(ground, uses.showing(ground), _ruling(known, ground)) for ground in source.grounds]


def _ruling(known: Known, ground: Ground) -> Judgement | None:
    """The last decision that the two names of a ground are one source's, if that is the ground."""
    ruled = known.applied(*SOURCES) if ground.why == RULED else []
    same = [one.judgement for one in ruled if one.judgement.ruling is Ruling.SAME_SOURCE]
    pair = {ground.one, ground.other}
    return next((made for made in reversed(same) if {*made.names, *map(name_key, made.names)} >= pair), None)


class _Uses:
    """The reports' uses of the names of one source."""

    def __init__(self, known: Known, source: Source) -> None:
        self._known = known
        self._keys: dict[str, list[str]] = defaultdict(list)
        for key, own in known.who.sources.items():
            if own.id == source.id:
                self._keys[called(key)].append(key)

    @cached_property
    def _order(self) -> dict[str, int]:
        """The place of each report in the order of publication."""
        return {report: number for number, report in enumerate(self._known.listings)}

    def _of(self, names: Iterable[str]) -> list[Use]:
        """The uses of these names, the earliest reports first."""
        found = self._known.view.named([key for name in names for key in self._keys[name]])
        return sorted(found, key=lambda use: (self._order[use[0]], use[1].key))

    def showing(self, ground: Ground) -> tuple[Quoted, ...]:
        """Where the two names of a ground stand."""
        if ground.why == HELD:
            return self._holding(ground)
        pair = (ground.one, ground.other)
        if ground.why == BORNE:
            both = [use for use in self._of(pair) if {called(use[1].key), *map(name_key, use[1].spellings)} >= {*pair}]
            return self._places((name, both) for name in pair)
        return self._places((name, self._of([name])) for name in pair)

    def _holding(self, ground: Ground) -> tuple[Quoted, ...]:
        """Where somebody is given an office, and where the office is spoken of without a name."""
        office = next(name for name in (ground.one, ground.other) if any("@" in key for key in self._keys[name]))
        people = self._of(name for name in self._keys if name != office)
        given = ((report, role) for report, name in people for role in name.roles)
        roles = (self._found(report, [role]) for report, role in given if Office.of(office).given(Office.of(role)))
        return (*islice(filter(None, roles), 1), *self._places([(office, self._of([office]))]))

    def _places(self, wanted: Iterable[tuple[str, Sequence[Use]]]) -> tuple[Quoted, ...]:
        """The first place of each name in its uses."""
        each = (filter(None, (self._place(name, use) for use in uses)) for name, uses in wanted)
        return tuple(first for places in each for first in islice(places, 1))

    def _place(self, name: str, use: Use) -> Quoted | None:
        """Where a report has a name, in the spelling nearest to it."""
        report, one = use
        spellings = {spelling for spelling in (one.name, *one.spellings) if name_key(spelling) == name}
        return self._found(report, sorted(spellings or {one.name}, key=lambda text: (-len(text), text)))

    def _found(self, report: str, spellings: Iterable[str]) -> Quoted | None:
        """The first place of the first of these spellings that the report has."""
        text = self._known.text(report)
        places = (re.search(_pattern(spelling), text, re.IGNORECASE) for spelling in spellings)
        place = next(filter(None, places), None)
        return self._quoted(report, text, Span(report, *place.span())) if place else None

    def _quoted(self, report: str, text: str, words: Span) -> Quoted:
        """Some words in their sentence, or where they are in none in their line."""
        sentences = self._known.view.reading(report).sentences
        before = sentences[bisect_right(sentences, words.start, key=lambda span: span.start) - 1 :][:1]
        line = Span(report, text.rfind("\n", 0, words.start) + 1, (text + "\n").index("\n", words.end))
        sentence = next((span for span in before if span.holds(words)), line)
        return Quoted(words, sentence, sentence.of(text))


def _pattern(spelling: str) -> str:
    """Finds a spelling as a report may have it: with any spaces and either apostrophe, and not within a word."""
    words = (re.sub("['’]", "['’]", re.escape(word)) for word in re.sub(r" (['’]s)\b", r"\1", spelling).split())
    return r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)"
