"""The forms of English verbs."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_VOWELS = "aeiou"
_DOUBLED = re.compile(r"(?:[^aeiou]|qu)*[aeiou][^aeiouwxy]")  # "rip" becomes "ripped"


class Forms(NamedTuple):
    """The forms of a verb: "tear", "tears", "tore", "torn", "tearing"."""

    base: str
    present: str
    past: str
    participle: str
    gerund: str


@cache
def forms(lemma: str) -> Forms:
    """The forms of a verb, regular where `verbs.toml` does not say otherwise."""
    told = _irregular().get(lemma)
    return Forms(lemma, *(told.split() if told else _regular(lemma)))


@cache
def _irregular() -> dict[str, str]:
    table: dict[str, str] = tomllib.loads((files("onrecord.reading") / "verbs.toml").read_text("utf-8"))["irregular"]
    return table


def _regular(lemma: str) -> tuple[str, str, str, str]:
    """Third person, past, participle and gerund of a regular verb."""
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma[:-1] + "ied", lemma + "ing"
    present = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    if lemma.endswith("e"):
        return present, lemma + "d", lemma + "d", (lemma if lemma.endswith("ee") else lemma[:-1]) + "ing"
    stem = lemma + lemma[-1] if _DOUBLED.fullmatch(lemma) else lemma
    return present, stem + "ed", stem + "ed", stem + "ing"
