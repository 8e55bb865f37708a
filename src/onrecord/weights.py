"""What words weigh: which bear content, and which are grammar or the news trade's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from onrecord.prints import Flags, Hashes, Numbers, Prints, Words, code_of

_SHORT = 3  # letters of a word that carries no weight, if it is no number
_BITS = 20  # by which most are told from a few

_LIGHT = frozenset(
    """
    about after again against also although amid among another around because been before being below between both
    cannot could does doing down during each either even ever every from further have having here hers herself himself
    however into itself just less many meanwhile might more most much must myself neither nevertheless once only other
    ought ours over same shall should since some still such than that their theirs them themselves then there these
    they this those though through thus under until unto upon very were what when where whether which while whom whose
    will with within without would your yours
    according added adding asked called claimed comment comments declined described earlier expected interview
    journalists known later media news newspaper official officials people report reported reporters reports said
    saying says source sources speaking spokesman spokesperson spokeswoman statement statements told
    monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight yesterday morning afternoon evening
    night week weeks month months year years day days hour hours time times last next first second
    article articles originally appeared copyright rights reserved follow subscribe newsletter click share shared story
    stories accepting currently
    january february march april june july august september october november december
    """.split()
)


def heavy(words: Words) -> Flags:
    """Whether each word bears content: a number, or a longer word that is neither grammar nor the news trade's own."""
    long = words.ends - words.starts > _SHORT
    long[among(words.codes, _light())] = False
    return long | _begins(words, str.isdecimal)


def common(words: Words) -> Flags:
    """Whether each word begins with a small letter: it is no name and no number."""
    return _begins(words, str.islower)


def among(codes: Hashes | Prints, few: Hashes | Prints) -> Numbers:
    """Where the codes are one of a few; first by their last bits, which leave out most."""
    bits = codes.dtype.type(2**_BITS - 1)
    last = np.zeros(2**_BITS, np.bool_)
    last[few & bits] = True
    places = np.flatnonzero(last[codes & bits])
    return places[np.isin(codes[places], few)]


def _begins(words: Words, kind: Callable[[str], bool]) -> Flags:
    """Whether the first character of each word is of a kind."""
    characters = np.flatnonzero(np.bincount(words.initials)) if len(words.initials) else np.zeros(1, np.int64)
    table = np.zeros(int(characters[-1]) + 1, np.bool_)
    table[characters] = [kind(chr(character)) for character in characters.tolist()]
    return table[words.initials]


@cache
def _light() -> Hashes:
    return np.array(sorted(map(code_of, _LIGHT)), np.uint64)
