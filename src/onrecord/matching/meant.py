"""Which earlier report a correction or withdrawal means: by the headline that it quotes, or by what it tells of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import islice

from onrecord.matching.outlets import same_outlet
from onrecord.record.reading import Notice
from onrecord.record.report import Headline, Status
from onrecord.wording import fold

_QUOTED = 0.7  # share of a headline's words that a notice quotes
_LEAST = 2  # words of weight that a headline must share with a notice
_TOLD = 0.6  # share of a notice's words of weight that stand in the report that it means
_FEW = 3  # words of weight without which a notice tells too little
_LEAD = 2_000  # code points of a report in which they are looked for
_RECENT = 40  # reports of an outlet that are looked at, the latest before the notice
_STEM = 5  # letters by which "withdrew" and "withdrawn" are one word

_WORD = re.compile(r"\w{4,}")  # shorter words tell nothing of what a headline is about
_TELLING = re.compile(r"\d+|\w{4,}")
_STOCK = frozenset(
    word[:_STEM]
    for word in """withdrew withdraws withdrawn withdrawing retracted retracts retraction correction corrected corrects
    clarification clarified report reports reported story stories article articles dispatch version earlier previous
    original item headline kill notice said says saying that this which have been were with from their there they what
    when would should about after also later issued published editors editor note readers apologise apologises regret
    error wrong wrongly incorrect incorrectly mistakenly misstated gave monday tuesday wednesday thursday friday
    saturday sunday morning evening never must used instead because fact rather than""".split()
)
_ITEM = re.compile(
    r"\b(?:report|story|article|dispatch|alert|post|tweet|headline|bulletin|item|piece)s?\b", re.IGNORECASE
)

Texts = Callable[[str], str]


def surely_later(one: Headline, other: Headline) -> bool:
    """Whether a report was surely published after another; of one day, where both declare which edition they are."""
    a, b = one.published, other.published
    if a.start and b.end and a.start > b.end:
        return True
    same_day = a.start is not None and a.start == a.end == b.start == b.end
    return same_day and bool(one.edition and other.edition) and one.edition > other.edition


class Meant:
    """Finds the reports that notices mean."""

    def __init__(self, headlines: Mapping[str, Headline], texts: Texts) -> None:
        self._headlines = headlines
        self._texts = texts
        self._order = {report: place for place, report in enumerate(headlines)}
        self._titles: _Titles | None = None
        self._outlets: dict[str, list[str]] = {}
        for headline in headlines.values():
            self._outlets.setdefault(headline.outlet, []).append(headline.id)
        self._fits: dict[str, frozenset[str]] = {}
        self._leads: dict[str, frozenset[str]] = {}
        self._published: dict[str, list[str]] = {}

    def report(self, by: str, notice: Notice) -> str | None:
        """The report that a notice means, the one that it stands in included; None where it cannot be told."""
        return self.headed(notice.quoted, by, notice.outlet) or self._told(by, notice)

    def headed(self, words: str, by: str, outlet: str = "") -> str | None:
        """The latest report of that outlet, and not surely later, most of whose headline stands in these words."""
        if self._titles is None:
            self._titles = _Titles(self._headlines.values())
        own = self._fitting(outlet or self._headlines[by].outlet)
        found = (one for some in self._titles.within(words) for name in own & some.keys() for one in some[name])
        latest = sorted(found, key=self._order.__getitem__, reverse=True)
        return next((report for report in latest if self._may_be(report, by)), None)

    def _fitting(self, outlet: str) -> frozenset[str]:
        """The outlets whose reports may be meant: an outlet takes back its own alone; any, where none is known."""
        if outlet not in self._fits:
            fits = (
                name for name in self._outlets if not outlet or not name or name == outlet or same_outlet(name, outlet)
            )
            self._fits[outlet] = frozenset(fits)
        return self._fits[outlet]

    def _may_be(self, report: str, by: str) -> bool:
        """Whether a report may be the earlier one."""
        one = self._headlines[report]
        return report != by and one.declared is not Status.WITHDRAWN and not surely_later(one, self._headlines[by])

    def _told(self, by: str, notice: Notice) -> str | None:
        """The report in which most of what the notice tells of it stands."""
        span, own = notice.span, self._headlines[by]
        text = self._texts(by)
        said = stems(span.of(text)) - stems(f"{notice.outlet} {own.outlet}")
        if len(said) < _FEW:
            return by if self._of_itself(notice, span.of(text)) else None
        shares = {r: len(said & self._lead(r)) for r in self._near(by, notice.outlet or own.outlet)}
        if self._of_itself(notice, span.of(text)):
            shares[by] = len(said & stems(text[: span.start] + text[span.end :])) or 1
        best = max(shares, key=lambda r: (shares[r], r == by, self._order[r]), default=None)
        return best if best == by or (best and shares[best] >= _TOLD * len(said)) else None

    @staticmethod
    def _of_itself(notice: Notice, words: str) -> bool:
        """Whether a notice may speak of the report that it stands in: it names no other's, and no other report."""
        return notice.kind == "corrected" and not notice.outlet and not _ITEM.search(words)

    def _near(self, by: str, outlet: str) -> list[str]:
        """The latest reports of an outlet that are not surely later."""
        return list(islice((report for report in self._latest(outlet) if self._may_be(report, by)), _RECENT))

    def _latest(self, outlet: str) -> list[str]:
        """All reports of an outlet, the latest first."""
        if outlet not in self._published:
            names = self._fitting(outlet) - {""} if outlet else ()
            found = (report for name in names for report in self._outlets[name])
            self._published[outlet] = sorted(found, key=self._order.__getitem__, reverse=True)
        return self._published[outlet]

    def _lead(self, report: str) -> frozenset[str]:
        if report not in self._leads:
            self._leads[report] = stems(f"{self._headlines[report].title} {self._texts(report)[:_LEAD]}")
        return self._leads[report]


@lru_cache(maxsize=2_048)
def stems(text: str) -> frozenset[str]:
    """The words of weight of a text and its figures, by their first letters; the trade's own words carry none."""
    return frozenset(word[:_STEM] for word in _TELLING.findall(fold(text))) - _STOCK


class _Titles:
    """The headlines of reports, by their words."""

    def __init__(self, headlines: Iterable[Headline]) -> None:
        self._reports: dict[str, dict[str, list[str]]] = {}
        for one in headlines:
            self._reports.setdefault(one.title, {}).setdefault(one.outlet, []).append(one.id)
        self._words = {title: _telling(title) for title in self._reports}
        self._holding: dict[str, list[str]] = {}
        for title, found in self._words.items():
            for word in found:
                self._holding.setdefault(word, []).append(title)

    def within(self, text: str) -> list[dict[str, list[str]]]:
        """The reports most of whose headline stands in a text, by headline and outlet."""
        said = _telling(text)
        shared = Counter(title for word in said for title in self._holding.get(word, ()))
        long = {title: max(_LEAST, _QUOTED * len(self._words[title])) for title in shared}
        return [self._reports[title] for title, count in shared.items() if count >= long[title]]


@lru_cache(maxsize=16_384)
def _telling(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text)))
