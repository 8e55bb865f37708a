"""Whether two names of outlets may be one's: in full, shortened, as an acronym, or as the address of its site."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.wording import name_key

_SITE = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+)(?:\.[\w-]+)+/?", re.IGNORECASE)
_GENERIC = frozenset("news agency press service wire media online daily weekly times post".split())
_LEAST = 2  # letters of an acronym


@lru_cache(maxsize=4_096)
def same_outlet(one: str, other: str) -> bool:
    """Whether two names may be of one outlet; an empty name is nobody's."""
    a, b = _key(one), _key(other)
    if not a or not b:
        return False
    if a == b or a.replace(" ", "") == b.replace(" ", ""):
        return True
    short, long = sorted((a.split(), b.split()), key=len)
    return _initials(short, long) or _part(short, long)


def _key(name: str) -> str:
    site = _SITE.fullmatch(name.strip())
    return name_key(site[1] if site else name)


def _initials(short: list[str], long: list[str]) -> bool:
    """Whether one is written with the first letters of the other."""
    letters = "".join(short)
    first = "".join(word[0] for word in long if word not in {"of", "the", "and", "for"})
    return len(letters) >= _LEAST and len(short) == 1 and letters == first


def _part(short: list[str], long: list[str]) -> bool:
    """Whether one is the start or the end of the other, and more than a word that many outlets bear."""
    if set(short) <= _GENERIC:
        return False
    return long[: len(short)] == short or long[-len(short) :] == short
