"""Words of many texts as numbers, and the prints of their runs, by which a passage is recognised in other texts.

A word's number is a hash of its comparable form, the one of `wording.words`, so that equal forms have equal numbers on
every machine; but a character that stands for several letters, such as "ß", is a letter of its own.
Every run of `RUN` words with one of weight has a print. Winnowing would keep fewer, and lose with the others what was
edited: a word put into a quotation of six leaves but one run of four.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from onrecord.wording import fold

RUN = 4

Numbers = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Flags = NDArray[np.bool_]
Prints = NDArray[np.uint32]
Counts = NDArray[np.int32]

_CHARACTERS, _WORDS = 120_000, 30_000  # that are worked on together: few enough for a processor's cache
_CODE_POINTS = 0x110000
_UNSEEN, _APOSTROPHE, _SILENT, _NO_WORD = range(4)  # what is no letter; of the last there are many, of the others few
_BASE = 0x9E6C63D0876A9A47  # any odd number: it has an inverse among numbers of 64 bits
_INVERSE = pow(_BASE, -1, 2**64)
_MIXERS = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB)  # of SplitMix64 (Steele, Lea & Flood, OOPSLA 2014)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of texts, one text after the other.

    Attributes:
        codes: the number of each word.
        starts: where each starts in its text, in code points.
        ends: where each ends.
        initials: the code point of its first character, as it stands there.
        bounds: which is the first word of each text; at last, how many words there are.
    """

    codes: Hashes
    starts: Counts
    ends: Counts
    initials: NDArray[np.uint32]
    bounds: Numbers

    def text_of(self, words: Numbers) -> Numbers:
        """In which of the texts these words stand."""
        return np.searchsorted(self.bounds, words, side="right").astype(np.int64) - 1


@dataclass(frozen=True, slots=True, eq=False)
class Spots:
    """Where prints stand: report by report, and in each by place.

    Attributes:
        reports: ids of reports.
        report: in which of these each spot is.
        print: the print of the run there.
        word: the number of its first word in the report.
    """

    reports: Sequence[str]
    report: Counts
    print: Prints
    word: Prints

    def of_report(self, report: str) -> list[int]:
        """The prints of one report, each once, sorted."""
        if report not in self.reports:
            return []
        low, high = np.searchsorted(self.report, [place := self.reports.index(report), place + 1])
        found: list[int] = np.unique(self.print[low:high]).tolist()
        return found

    def holding(self, prints: Collection[int]) -> set[str]:
        """The reports in which one of these prints stands."""
        return set(self.held(prints))

    def held(self, prints: Collection[int]) -> dict[str, int]:
        """How many of these prints, each counted once, stand in the reports in which one does."""
        wanted = np.unique(np.fromiter(prints, np.uint32))
        which = np.searchsorted(wanted, self.print).clip(max=len(wanted) - 1)
        found = wanted[which] == self.print
        pairs = np.unique(self.report[found].astype(np.int64) * len(wanted) + which[found])
        reports, counts = np.unique(pairs // len(wanted), return_counts=True)
        return {self.reports[report]: count for report, count in zip(reports.tolist(), counts.tolist(), strict=True)}

    def of(self, which: Flags | Numbers) -> Spots:
        """Only these."""
        return Spots(self.reports, self.report[which], self.print[which], self.word[which])


def spots(packed: Mapping[str, tuple[bytes, bytes]]) -> Spots:
    """The spots of reports: of each its prints and their words, in 32 bits each."""
    counts = [len(prints) // 4 for prints, _ in packed.values()]
    return Spots(
        list(packed),
        np.repeat(np.arange(len(counts), dtype=np.int32), counts),
        np.frombuffer(b"".join(prints for prints, _ in packed.values()), "<u4").astype(np.uint32, copy=False),
        np.frombuffer(b"".join(words for _, words in packed.values()), "<u4").astype(np.uint32, copy=False),
    )


def numbered(texts: Sequence[str]) -> Words:
    """The words of some texts."""
    sizes = np.array([len(text) + 1 for text in texts], np.int64)
    # A word takes two characters at least, with the one behind it: there is room for all, and what is not used is free.
    room = int(sizes.sum()) // 2
    codes, initials = np.empty(room, np.uint64), np.empty(room, np.uint32)
    starts, ends = np.empty(room, np.int32), np.empty(room, np.int32)
    counts, size = [0], 0
    for first, last in _together(sizes, _CHARACTERS):
        part = _numbered(texts[first:last])
        fresh = slice(size, size + len(part.codes))
        codes[fresh], starts[fresh], ends[fresh], initials[fresh] = part.codes, part.starts, part.ends, part.initials
        size += len(part.codes)
        counts.extend(np.diff(part.bounds).tolist())
    return Words(codes[:size], starts[:size], ends[:size], initials[:size], np.cumsum(counts))


def code_of(form: str) -> int:
    """The number of a word in comparable form."""
    return int(numbered([form]).codes[0])


def runs(codes: Hashes, heavy: Flags, bounds: Numbers) -> tuple[Prints, Numbers]:
    """The print of every run that has a heavy word, and its first word, in order; no run leaves its stretch.

    Args:
        codes: words of stretches, one stretch after the other.
        heavy: whether each bears content: what is made of other words only stands everywhere.
        bounds: which is the first word of each stretch; at last, how many words there are.
    """
    kept = np.zeros(len(codes) + 1, np.bool_)
    for place in range(RUN):
        kept[: max(0, len(codes) - place)] |= heavy[place:]
    for back in range(1, RUN):
        crossing = bounds[1:] - back
        kept[crossing[crossing >= 0]] = False
    places = np.flatnonzero(kept)
    parts = [_prints(codes, places[first : first + _WORDS]) for first in range(0, len(places), _WORDS)]
    return np.concatenate([np.empty(0, np.uint32), *parts]), places


def _prints(codes: Hashes, places: Numbers) -> Prints:
    """The prints of the runs that start there."""
    hashes = codes[places]
    for place in range(1, RUN):
        hashes *= np.uint64(_BASE)
        hashes += codes[places + place]
    return (_mixed(hashes) >> np.uint64(32)).astype(np.uint32)


def _together(sizes: Numbers, most: int) -> Iterator[tuple[int, int]]:
    """The first of things to be worked on together, and the one behind the last: not much more than so large."""
    ends = np.cumsum(sizes)
    first = 0
    while first < len(ends):
        reach = most + (int(ends[first - 1]) if first else 0)
        last = max(first + 1, int(np.searchsorted(ends, reach, side="right")))
        yield first, last
        first = last


def _numbered(texts: Sequence[str]) -> Words:
    """The words of some texts, all at once."""
    characters = _characters("\n".join(texts) + "\n")
    letters = _LETTERS.of(characters)
    inside = letters > _NO_WORD
    silent = _silent(letters, inside)
    inside[silent] = True
    turns = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    if inside[0]:
        turns = np.concatenate([[0], turns])
    starts, ends = turns[::2], turns[1::2]
    firsts = np.concatenate([[0], np.cumsum([len(text) + 1 for text in texts])]).astype(np.int64)
    bounds = np.searchsorted(starts, firsts).astype(np.int64)
    offsets = np.repeat(firsts[:-1], np.diff(bounds))
    codes = _hashed(letters, silent, starts, ends)
    return Words(
        codes, (starts - offsets).astype(np.int32), (ends - offsets).astype(np.int32), characters[starts], bounds
    )


def _characters(text: str) -> NDArray[np.uint32]:
    """The code points of a text."""
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), np.uint8).astype(np.uint32)
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.uint32, copy=False)


def _silent(letters: NDArray[np.uint32], inside: Flags) -> Numbers:
    """Where words have no letter: at an apostrophe between two letters, and at what is none in comparable form."""
    few = np.flatnonzero(letters < _NO_WORD)
    marks = letters[few] == _APOSTROPHE
    between = np.ones(len(few), np.bool_)
    between[marks] = (few[marks] > 0) & (few[marks] < len(letters) - 1)
    few, marks = few[between], marks[between]
    voiced = inside | (letters == _SILENT) if (~marks).any() else inside
    joining = few[marks]
    joining = joining[voiced[joining - 1] & voiced[joining + 1]]
    return np.sort(np.concatenate([few[~marks], joining]))


def _hashed(letters: NDArray[np.uint32], silent: Numbers, starts: Numbers, ends: Numbers) -> Hashes:
    """The hash of each word: its letters as the digits of a number, by sums from the first letter of all."""
    if len(silent):
        letters = np.delete(letters, silent)
        starts, ends = starts - np.searchsorted(silent, starts), ends - np.searchsorted(silent, ends)
    powers, inverses = _POWERS.of(len(letters) + 1)
    sums = np.zeros(len(letters) + 1, np.uint64)
    np.cumsum(powers[: len(letters)] * letters, out=sums[1:])
    return _mixed((sums[ends] - sums[starts]) * inverses[starts])


def _mixed(numbers: Hashes) -> Hashes:
    """The same numbers, with every bit depending on every other."""
    mixed = numbers ^ (numbers >> np.uint64(30))
    mixed *= np.uint64(_MIXERS[0])
    mixed ^= mixed >> np.uint64(27)
    mixed *= np.uint64(_MIXERS[1])
    mixed ^= mixed >> np.uint64(31)
    return mixed


class _Powers:
    """The powers of the base and of its inverse, as many as were asked for."""

    def __init__(self) -> None:
        self._powers = self._inverses = np.ones(1, np.uint64)

    def of(self, count: int) -> tuple[Hashes, Hashes]:
        """At least so many of each, from the power 0 on."""
        if len(self._powers) < count:
            wanted = max(count, 2 * _CHARACTERS)
            self._powers, self._inverses = _powers(_BASE, wanted), _powers(_INVERSE, wanted)
        return self._powers, self._inverses


def _powers(base: int, count: int) -> Hashes:
    factors = np.full(count, base, np.uint64)
    factors[0] = 1
    return np.cumprod(factors)


class _Letters:
    """What each character is within a word: the number of its letter in comparable form."""

    def __init__(self) -> None:
        self._table = np.full(_CODE_POINTS, _UNSEEN, np.uint32)
        self._look_up(range(128))

    def of(self, characters: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """For each character its letter, or why it is none."""
        letters: NDArray[np.uint32] = self._table[characters]
        if not letters.all():
            self._look_up(np.unique(characters[letters == _UNSEEN]).tolist())
            letters = self._table[characters]
        return letters

    def _look_up(self, code_points: Sequence[int]) -> None:
        for code_point in code_points:
            self._table[code_point] = _letter(chr(code_point))


def _letter(character: str) -> int:
    """The letter of one character; a character that stands for several has a number of its own."""
    if character in "'’":
        return _APOSTROPHE
    if not (character.isalnum() or character == "_"):
        return _NO_WORD
    form = fold(character).replace("ʼ", "")
    if len(form) == 1:
        return ord(form)
    return _CODE_POINTS + (crc32(form.encode(errors="surrogatepass")) >> 1) if form else _SILENT


_LETTERS = _Letters()
_POWERS = _Powers()
