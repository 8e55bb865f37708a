"""The words by which English news reports speech and names people, read once from the tables beside this module."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.reading.inflection import forms
from onrecord.record.statement import Act


class Form(StrEnum):
    """A form of a verb."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: what it does and what it takes.

    Attributes:
        lemma: its base form.
        acts: what the speaker does, by what the verb takes ("clause", "object", "to", "person").
        weak: which of these count only where the wording leaves no doubt.
    """

    lemma: str
    acts: dict[str, Act]
    weak: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables, ready to look up."""

    verbs: dict[str, tuple[Verb, frozenset[Form]]]
    particles: dict[tuple[str, str], Act]
    words: dict[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    """The tables."""
    cues, bearers = _table("cues.toml"), _table("bearers.toml")
    verbs: dict[str, tuple[Verb, frozenset[Form]]] = {}
    for verb in _verbs(cues["verb"]).values():
        for form, kinds in _forms(verb.lemma).items():
            verbs.setdefault(form, (verb, kinds))
    particles = {_pair(phrase): Act(act) for phrase, act in cues["particles"].items()}
    for lemma in {lemma for lemma, _ in particles}:
        for form, kinds in _forms(lemma).items():
            verbs.setdefault(form, (Verb(lemma, {}, frozenset()), kinds))
    words = {name: frozenset(text.split()) for name, text in (cues["words"] | bearers).items() if name != "outlets"}
    words["outlets"] = frozenset(name.strip() for name in bearers["outlets"].split("|"))
    return Lexicon(verbs, particles, words)


def listed(name: str) -> frozenset[str]:
    """The words of one list."""
    return lexicon().words[name]


@cache
def channels() -> dict[str, str]:
    """The words for a channel, each with the name that the field has for it."""
    return {word: name for name, words in _table("cues.toml")["channels"].items() for word in words.split()}


def _table(name: str) -> dict[str, Any]:
    """One table beside this module."""
    return tomllib.loads((files("onrecord.reading") / name).read_text("utf-8"))


def _pair(phrase: str) -> tuple[str, str]:
    """A verb and its particle."""
    verb, _, particle = phrase.partition(" ")
    return verb, particle


def _verbs(rows: list[dict[str, Any]]) -> dict[str, Verb]:
    """The verbs, each with all that it takes: what is said of it first holds."""
    found: dict[str, Verb] = {}
    for row in rows:
        act, takes = Act(row["act"]), row["takes"].split()
        for lemma in row["lemmas"].split():
            old = found.get(lemma, Verb(lemma, {}, frozenset()))
            new = [take for take in takes if take not in old.acts]
            weak = old.weak | (frozenset(new) if row.get("weak") else frozenset())
            found[lemma] = Verb(lemma, old.acts | dict.fromkeys(new, act), weak)
    return found


def _forms(lemma: str) -> dict[str, frozenset[Form]]:
    """The forms of a verb and what each may be."""
    found: dict[str, set[Form]] = {}
    for form, kind in zip(forms(lemma), Form, strict=True):
        found.setdefault(form, set()).add(kind)
    return {form: frozenset(kinds) for form, kinds in found.items()}
