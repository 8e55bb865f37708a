"""Makes many reports of many stories out of the few invented ones, the same ones every time.

A story is told again with other names on other days: the letters of every name change places, vowels with vowels and
consonants with consonants, so that a misspelling stays near to its name. Each of its reports is then told many times,
with sentences left out and paragraphs in another order, so that no two texts are alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from itertools import count, islice
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = [  # named, so that a story more does not change what earlier figures were measured on
    ROOT / "src" / "onrecord" / "demo_story" / "reports",
    *(ROOT / "evals" / "stories" / name / "reports" for name in ("bridge", "departure")),
]
STORY = 200  # reports that are made of one story

_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnprstvwz"
_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(r"(?<=[a-z,”\"] )[A-Z][^\W\d_]+|(?<=[@#])\w+|\b[A-Z]{3,}\b")
_KEPT = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun
    Twitter Facebook Telegram WhatsApp Instagram YouTube LinkedIn Mr Mrs Ms Dr St TV CORRECTION FEARS FLED Fight Vows
    Business Christmas Editor German Grand Herald Institute Lantern Maritime Mediation Monitor Newsdesk Newswire Prime
    Quarter Securities Studies Technical Tribune University West Courier""".split()
)
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join([*_MONTHS, *(f"{name[:3]}\\b" for name in _MONTHS), "Sept"])
_DATE = re.compile(
    rf"(?P<iso>\d{{4}}-\d\d-\d\d)|\b(?P<day>\d{{1,2}}) (?P<month>{_MONTH})(?P<year> \d{{4}})?"
    rf"|\b(?P<us_month>{_MONTH}) (?P<us_day>\d{{1,2}})\b(?P<us_year>,? \d{{4}})?"
)
_SENTENCE = re.compile(r"(?<=[.!?][\"”’' ])(?=\S)|(?<=[.!?]) (?=[A-Z“\"])")
_HEAD = 4  # paragraphs at the top that stay as they are
_LEFT_OUT, _SWAPPED = 0.25, 0.3  # how often a sentence is left out, and a paragraph changes places with the next


@dataclass(frozen=True)
class Made:
    """A report that was made: the number of its story, the name of its file and its text."""

    story: int
    file: str
    text: str


def made(total: int, seed: int = 1) -> Iterator[Made]:
    """So many reports, `STORY` to a story."""
    return islice((report for story in count() for report in _told(story, seed)), total)


def digest(total: int, seed: int = 1) -> str:
    """What tells these reports from any others."""
    found = sha256(f"{total} {seed}".encode())
    for path in [Path(__file__), *(path for folder in FOLDERS for path in sorted(folder.iterdir()))]:
        found.update(path.read_bytes())
    return found.hexdigest()[:12]


def write(total: int, folder: Path, seed: int = 1) -> None:
    """The reports as files, in a folder for each story."""
    for report in made(total, seed):
        path = folder / f"{report.story:03}" / report.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report.text, "utf-8", newline="")


def _told(story: int, seed: int) -> Iterator[Made]:
    chance = Random(f"{seed} {story}")
    base = _texts(story % len(FOLDERS))
    renamed, moved = _renaming(story, chance), _moving(7 * story, _year(base))
    for number in range(STORY):
        text = _varied(base[number % len(base)], chance) if number >= len(base) else base[number]
        yield Made(story, f"{number:04}.txt", moved(renamed(text)))


@cache
def _texts(folder: int) -> list[str]:
    return [path.read_bytes().decode() for path in sorted(FOLDERS[folder].iterdir())]


@cache
def _names() -> frozenset[str]:
    """The words that only ever stand for somebody or somewhere: capitals within a sentence, never in small letters."""
    whole = "\n".join(text for number in range(len(FOLDERS)) for text in _texts(number))
    small = {word for word in _WORD.findall(re.sub(r"\S*[@#/]\S*", "", whole)) if word.islower()}
    found = {part for name in _INSIDE.findall(whole) for part in _WORD.findall(name)}
    return frozenset(word for word in found if word.lower() not in small and word not in _KEPT)


def _year(texts: list[str]) -> int:
    years = re.findall(r"\b20\d\d\b", "\n".join(texts))
    return int(max(set(years), key=lambda year: (years.count(year), year)))


def _renaming(story: int, chance: Random) -> Callable[[str], str]:
    """Other names: none for the first telling of each story."""
    letters: dict[str, str] = {}
    for alphabet in (_VOWELS, _CONSONANTS):
        turned = "".join(chance.sample(alphabet, len(alphabet)))
        letters |= {
            **dict(zip(alphabet, turned, strict=True)),
            **dict(zip(alphabet.upper(), turned.upper(), strict=True)),
        }
    table = str.maketrans(letters if story >= len(FOLDERS) else {})
    return lambda text: _WORD.sub(lambda word: word[0].translate(table) if word[0] in _names() else word[0], text)


def _moving(days: int, year: int) -> Callable[[str], str]:
    """Other days: so many later, in the form in which each stands. The weekdays stay, so these must be whole weeks."""

    def moved(found: re.Match[str]) -> str:
        if found["iso"]:
            return (date.fromisoformat(found["iso"]) + timedelta(days)).isoformat()
        month, day, years = (
            (found["month"] or found["us_month"]),
            found["day"] or found["us_day"],
            found["year"] or found["us_year"],
        )
        number = next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(month[:3]))
        later = date(int(years[-4:]) if years else year, number, int(day)) + timedelta(days)
        name = _MONTHS[later.month - 1] if month in _MONTHS else _MONTHS[later.month - 1][:3]
        shown = f"{later.day} {name}" if found["day"] else f"{name} {later.day}"
        return f"{shown}{years[:-4]}{later.year}" if years else shown

    return lambda text: _DATE.sub(moved, text)


def _varied(text: str, chance: Random) -> str:
    """With sentences left out, and paragraphs in another order."""
    paragraphs = text.split("\n\n")
    body = [_shortened(paragraph, chance) for paragraph in paragraphs[_HEAD:]]
    for place in range(len(body) - 1):
        if chance.random() < _SWAPPED:
            body[place : place + 2] = body[place + 1], body[place]
    return "\n\n".join([*paragraphs[:_HEAD], *filter(None, body)])


def _shortened(paragraph: str, chance: Random) -> str:
    return " ".join(one.strip() for one in _SENTENCE.split(paragraph) if chance.random() >= _LEFT_OUT)
