"""How a report words what somebody said: by form of carrying and by what it calls the speaker."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from random import Random
from typing import Any

from evals.echo.bank import HERE, Story, Utterance, stands_alone

HOUSE: dict[str, Any] = tomllib.loads((HERE / "house.toml").read_text("utf-8"))
START, END = "\ue000", "\ue001"  # around the words that carry an utterance; private characters, in no bank
_WEEK = 6  # days for which a weekday is still clear


class Form(StrEnum):
    """In what form a report carries an utterance."""

    VERBATIM = "verbatim"
    TRIMMED = "trimmed"
    PARAPHRASED = "paraphrased"
    RELAYED = "relayed"
    TRANSLATED = "translated"
    DETAILED = "detailed"
    HEADLINE = "headline"
    TEASED = "teased"
    DROPPED = "dropped"
    REPRINTED = "reprinted"


class Naming(StrEnum):
    """What a report calls the speaker."""

    FULL = "in full"
    SHORT = "by short name"
    OFFICE = "by office alone"
    VARIANT = "by another spelling"
    NOBODY = "not at all"


@dataclass(frozen=True)
class Carried:
    """An utterance as a report is to carry it."""

    utterance: Utterance
    form: Form
    naming: Naming = Naming.FULL


def namings(utterance: Utterance) -> list[Naming]:
    """What reports can call this speaker."""
    found = [Naming.FULL, Naming.SHORT]
    found += [Naming.OFFICE] * utterance.role.startswith("the ")
    found += [Naming.VARIANT] * bool(utterance.also)
    return found


def paragraph(story: Story, carried: Carried, published: date, rng: Random) -> str:
    """A paragraph that carries the utterance, its words between `START` and `END`."""
    words = _words(story, carried, published, rng)
    frames = [frame for frame in HOUSE["frames"][carried.form] if _fits(frame, words)]
    text = _clean(rng.choice(frames).format_map(words))
    return f"{introduced(carried.utterance, rng)} {text}" if carried.naming is Naming.SHORT else text


def introduced(utterance: Utterance, rng: Random) -> str:
    """A sentence of the reporter's own that names the speaker in full."""
    tail = _tail(utterance, Naming.FULL, rng)
    return str(rng.choice(HOUSE["intros"]).format(tail=tail, Who=_upper(_subject(tail))))


def headline(carried: Carried, rng: Random) -> str:
    """A title that carries the utterance."""
    one = carried.utterance
    name = one.name if carried.naming is Naming.FULL else one.short
    words = {"headline": _marked(one.headline), "name": name, "Name": _upper(name.removeprefix("the "))}
    return str(rng.choice(HOUSE["headlines"]).format_map(words))


def teaser(carried: Carried, rng: Random) -> str:
    """A line below a report that points to another one by its title."""
    return f"{rng.choice(HOUSE['teasers'])} {headline(carried, rng)}"


def _words(story: Story, carried: Carried, published: date, rng: Random) -> dict[str, str]:
    """What the frames may use; empty where this utterance has no such words."""
    one = carried.utterance
    when = _when(one.day, published, rng)
    tail = _tail(one, carried.naming, rng)
    told = rng.choice([told for told in one.told if carried.form is not Form.DROPPED or stands_alone(told)])
    detailed = f"{told}, {one.detail}"
    nobody = rng.choice(HOUSE["nobody"])
    return {
        **_quoted("quote", one.quote),
        **_quoted("trim", one.trimmed),
        **_quoted("back", one.back),
        **_quoted("foreign", one.foreign),
        "first": _marked(_comma(one.sentences[0])) if len(one.sentences) > 1 else "",
        "rest": _marked(" ".join(one.sentences[1:])),
        **_indirect("told", "clause", told),
        **_indirect("detailed", "detailed_clause", detailed),
        "who": _subject(tail),
        "Who": _upper(_subject(tail)),
        "tail": tail,
        "cue": _cue(one.where, when),
        "when": when,
        "agency": story.agency(one),
        "language": story.language,
        "nobody": nobody,
        "Nobody": _upper(nobody),
    }


def _fits(frame: str, words: dict[str, str]) -> bool:
    """Whether this utterance has all the words that a frame asks for; no day is a day not told."""
    return all(value or name == "when" or f"{{{name}}}" not in frame for name, value in words.items())


def _quoted(name: str, text: str) -> dict[str, str]:
    return {name: _marked(text), f"{name}_": _marked(_comma(text))}


def _indirect(name: str, clause: str, told: str) -> dict[str, str]:
    """A paraphrase behind "that", and without it where it can stand so."""
    opening = _upper(told) if stands_alone(told) else ""
    return {name: _marked(told), name.capitalize(): _marked(opening), clause: _marked(told if opening else "")}


def _marked(text: str) -> str:
    return f"{START}{text}{END}" if text else ""


def _comma(text: str) -> str:
    """Words before an attribution: their full stop is a comma."""
    return f"{text[:-1]}," if text.endswith(".") else text


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _tail(one: Utterance, naming: Naming, rng: Random) -> str:
    """The speaker at the end of a phrase."""
    if naming is Naming.SHORT:
        return one.short
    if naming is Naming.OFFICE:
        return one.role
    name = rng.choice(one.also) if naming is Naming.VARIANT else one.name
    return rng.choice([f"{name}, {one.role}", f"{one.role}, {name}"]) if one.role else name


def _subject(tail: str) -> str:
    """The speaker before a verb."""
    return f"{tail}," if ", " in tail else tail


def _cue(where: str, when: str) -> str:
    """The verb, the day and the channel."""
    hearer = where.removeprefix("to ")
    return f"said{when} {where}" if hearer == where else f"told {hearer}{when}"


def _when(day: date, published: date, rng: Random) -> str:
    """The day as reports tell it, or not at all."""
    ways = ["", f" on {day:%B} {day.day}", f" on {day.day} {day:%B}"]
    if (published - day).days <= _WEEK:
        ways += [f" on {day:%A}"] * 3
    return rng.choice(ways)


def _clean(text: str) -> str:
    """One full stop at the end of a sentence that ends in a quotation's own."""
    return text.replace(f".{END}.", f".{END}")
