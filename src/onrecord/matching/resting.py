"""What rests on a report that was corrected or withdrawn: statements that it passed on, in other reports.

A statement rests on such a report where its words stand in it and its own report names that outlet, or is a copy of it;
and where it was said through that outlet, in other words. Nothing is said to rest on a report that came surely later,
nor where another report, which stands, may as well be what it rests on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.matching.addresses import address
from onrecord.matching.meant import Texts, stems, surely_later
from onrecord.matching.outlets import same_outlet
from onrecord.record.report import Headline
from onrecord.wording import fold

_RUN = 4  # words in a row by which a passage is known
_COPY = 0.5  # share of a report's runs from where on it is a copy
_SAME = 0.8  # share of a statement's runs that stand in the report that it rests on
_BORE = 0.6  # share of its words of weight, where it was said through that outlet
_FEW = 3  # words of weight without which it cannot be told what it bears on
_RIVALS = 20  # reports of the outlet, the latest before the statement, that it may rest on as well
_WORD = re.compile(r"\w+")

Run = tuple[str, ...]
SAME_WORDS = "same words"
_COPIED, _NAMED = "copied", "named"


class Said(NamedTuple):
    """A statement as far as it matters here: its report, the parts of its content, and the names in its chain."""

    id: str
    report: str
    parts: Sequence[str]
    through: Sequence[str]


class Rest(NamedTuple):
    """That a statement rests on a report, and why it is taken to do so."""

    report: str
    ground: str


class Fallen:
    """The reports of a view that were corrected or withdrawn, and what rests on them."""

    def __init__(
        self,
        headlines: Mapping[str, Headline],
        fallen: Mapping[str, frozenset[str]],
        texts: Texts,
        carriers: Callable[[str], Iterable[str]],
    ) -> None:
        """Know them by their words.

        Args:
            headlines: all reports of the view, in order of publication.
            fallen: those of them that were corrected or withdrawn, with the reports that say so.
            texts: gives the text of a report.
            carriers: gives the reports that share passages with one.
        """
        self._headlines = headlines
        self._fallen = fallen
        self._texts = texts
        self._carriers = carriers
        self._order = {report: place for place, report in enumerate(fallen)}
        self._copied: dict[str, Counter[str]] = {}
        self._lengths: dict[str, int] = {}
        self._firsts: dict[str, str] = {}
        self._hows: dict[tuple[str, str], str] = {}
        self._stems: dict[str, frozenset[str]] = {}
        self._runs: dict[Run, list[str]] = {}
        self._outlets: dict[str, list[str]] = {}
        self._through: dict[str, list[str]] = {}
        self._standing: dict[str, list[Headline]] = {}
        for one in headlines.values():
            if one.id not in fallen:
                self._standing.setdefault(one.outlet, []).append(one)
        for report in fallen:
            self._outlets.setdefault(headlines[report].outlet, []).append(report)
            for run in _runs(texts(report)):
                self._runs.setdefault(run, []).append(report)

    def under(self, said: Said) -> list[Rest]:
        """What a statement rests on, in order of publication."""
        named = {report for name in said.through for report in self._named(name)}
        likely = sorted(named | set(self._shared(said.report)), key=self._order.__getitem__)
        return [Rest(one, ground) for one in likely if (ground := self._ground(said, one, through=one in named))]

    def _named(self, name: str) -> list[str]:
        """The fallen reports of an outlet that is called so."""
        if name not in self._through:
            own = [outlet for outlet in self._outlets if same_outlet(name, outlet)]
            self._through[name] = [report for outlet in own for report in self._outlets[outlet]]
        return self._through[name]

    def _ground(self, said: Said, report: str, *, through: bool) -> str:
        if not self._may(self._headlines[said.report], report):
            return ""
        if self._same_words(said, report):
            return SAME_WORDS
        return f"through {self._headlines[report].outlet}" if through and self._bears_on(said, report) else ""

    def _shared(self, report: str) -> Counter[str]:
        """How many of a report's runs of words stand in each fallen report."""
        if report not in self._copied:
            runs = _runs(self._texts(report))
            self._copied[report] = Counter(holder for run in runs for holder in self._runs.get(run, ()))
            self._lengths[report] = len(runs)
        return self._copied[report]

    def _may(self, own: Headline, report: str) -> bool:
        """Whether a report may rest on another: it is none of its editions, nor what says so, nor surely earlier."""
        other = self._headlines[report]
        apart = own.id != report and own.id not in self._fallen[report] and not _one_page(own, other)
        return apart and not surely_later(other, own)

    def _same_words(self, said: Said, report: str) -> bool:
        """Whether its words stand in a report that its own report copies or names; a few words, in a copy, do."""
        runs = [run for part in said.parts for run in _runs(part)]
        held = sum(report in self._runs.get(run, ()) for run in runs)
        if held < _COPY * len(runs):
            return False
        how = self._how(said.report, report)
        return how == _COPIED or (how == _NAMED and bool(runs) and held >= _SAME * len(runs))

    def _how(self, report: str, fallen: str) -> str:
        """Whether a report is a copy of a fallen one, or at least names its outlet."""
        if (report, fallen) not in self._hows:
            named = _names(self._texts(report), self._headlines[fallen].outlet)
            copy = self._copies(report, fallen) and (named or self._taken_from(report) == fallen)
            self._hows[report, fallen] = _COPIED if copy else _NAMED if named else ""
        return self._hows[report, fallen]

    def _copies(self, report: str, fallen: str) -> bool:
        return self._shared(report)[fallen] >= _COPY * self._lengths[report] > 0

    def _taken_from(self, report: str) -> str:
        """The fallen report that a report which names no outlet copies: one that had its words before all others."""
        if report not in self._firsts:
            own = self._headlines[report]
            copied = (
                one for one in sorted(self._shared(report), key=self._order.__getitem__) if self._copies(report, one)
            )
            first = next((one for one in copied if self._may(own, one)), "")
            known = first and surely_later(own, self._headlines[first]) and self._alone(first, report)
            self._firsts[report] = first if known else ""
        return self._firsts[report]

    def _alone(self, fallen: str, report: str) -> bool:
        """Whether no other report that stands had as much of those words as early."""
        first = self._headlines[fallen]
        others = (one for one in self._carriers(fallen) if one not in self._fallen and one not in {fallen, report})
        return all(surely_later(self._headlines[one], first) for one in others if one in self._headlines)

    def _bears_on(self, said: Said, report: str) -> bool:
        """Whether most of what was said through an outlet stands in that report, and in no other of that outlet."""
        words = stems(" ".join(said.parts))
        held = len(words & self._weighty(report))
        if len(words) < _FEW or held < _BORE * len(words):
            return False
        return all(len(words & self._weighty(rival)) < held for rival in self._rivals(said.report, report))

    def _rivals(self, report: str, fallen: str) -> list[str]:
        """The other reports of the outlet that stand, and that came before."""
        own, first = self._headlines[report], self._headlines[fallen]
        others = self._standing.get(first.outlet, ())
        apart = (one for one in others if one.id not in {report, *self._fallen[fallen]} and not _one_page(one, first))
        return [one.id for one in apart if not surely_later(one, own)][-_RIVALS:]

    def _weighty(self, report: str) -> frozenset[str]:
        if report not in self._stems:
            self._stems[report] = stems(f"{self._headlines[report].title} {self._texts(report)}")
        return self._stems[report]


def _one_page(one: Headline, other: Headline) -> bool:
    """Whether two reports are editions of one page."""
    return bool(one.url and other.url) and address(one.url) == address(other.url) != ""


def _runs(text: str) -> set[Run]:
    """The runs of words of a text; a few words make none."""
    forms = _WORD.findall(fold(text))
    return set(zip(*(forms[start:] for start in range(_RUN)), strict=False))


@lru_cache(maxsize=4_096)
def _pattern(outlet: str) -> re.Pattern[str] | None:
    """What names an outlet in a text: its name in full, its acronym, or for an acronym what it stands for."""
    site = re.fullmatch(r"(?:www\.)?([\w-]+)(?:\.[\w-]+)+", outlet.strip())
    name = site[1] if site else outlet.strip()
    if not name:
        return None
    capitals = "".join(word[0] for word in name.split() if word[0].isupper())
    forms = [
        re.escape(form) for form in dict.fromkeys((name, name.upper(), name.title()) if site else (name, name.upper()))
    ]
    if len(capitals) >= _FEW:
        forms.append(re.escape(capitals))
    if name.isalpha() and len(name) >= _FEW and (name.isupper() or site):
        forms.append(r"\s(?:of\s|the\s|and\s)*".join(rf"{re.escape(letter.upper())}\w+" for letter in name))
    return re.compile(rf"\b(?:{'|'.join(forms)})\b")


def _names(text: str, outlet: str) -> bool:
    pattern = _pattern(outlet)
    return pattern is not None and pattern.search(text) is not None
