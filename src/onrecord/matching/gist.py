"""What a telling tells: the words of the clause that its date belongs to, whom and what it names, and its kind."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib import resources

from onrecord.numbers import NUMBER, amount
from onrecord.record.reading import Telling, TellingKind
from onrecord.record.span import Span
from onrecord.record.when import UNKNOWN, When
from onrecord.wording import Word, name_key, words

_STEM, _LIGHT = 6, 3  # letters by which words are compared, and those of a word that says nothing of what happened
_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december today yesterday tomorrow tonight morning afternoon evening night week month year"
)
_TITLES = "mr mrs ms dr sir president minister prime general colonel captain major governor mayor senator judge king"
_SMALL = (
    "the and but his her its their they she this that these those there when while after before since until from with "
    "for into over under about around near more most than then some several many much one two three new all any both"
)
_NAMELESS = frozenset(f"{_DAYS} {_TITLES} {_SMALL} may in on at by as of to it he an is was".split())
_UNTELLING = frozenset(word[:_STEM] for word in f"{_DAYS} {_SMALL} said says told".split())
_AGAIN = frozenset("again another second third fourth fresh further anniversary twice repeatedly".split())
_AHEAD = frozenset("will would shall plans planned expected expects scheduled due".split())
# Where the clause of a date starts and ends. A comma alone starts none: "Ana Brod, the mayor, resigned on Monday".
_OPENS = re.compile(
    r"[;:—–\"“”]|,\s(?:and|but|while|after|when|as|before|where|since|although|though|who|which)\b|\bwhile\b"
    r"|\b(?:said|says|told\s\w+)\s(?:that\b)?"
)
_CLOSES = re.compile(r"[;:—–]|,(?!\d)|\b(?:after|before|while|when|but|as|that|who|which)\b|\b(?:on )?\w+day\b")
_DATE = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|(?:1[89]|20)\d\d)\b")
_FEWEST = 3  # words of a clause; one with fewer goes on over the next comma ("On Monday, ...")
_ACRONYM = re.compile(r"\b(?:[A-Z]\.){2,}")
_COUNTED = re.compile(
    rf"\b(?P<bound>(?:at least|more than|over|nearly|almost|about|around|some|up to|fewer than|less than) )?"
    rf"(?P<number>{NUMBER})(?P<of>%|(?:[\s-](?:of the |other |more )?[^\W\d_]+){{0,2}})",
    re.IGNORECASE,
)
_LOCATED = re.compile(r"\b(?:in|at|near|outside|inside|on)\s(?:the\s)?(?P<place>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})")
_PEOPLE = frozenset("people person men women children dead killed died lives".split())
_HURT = frozenset("injured wounded hurt missing arrested detained".split())
_DEAD = re.compile(r"\b(?:dead|died|killed|killing|kills|deaths?|lives|toll)\b", re.IGNORECASE)
_LINKING = frozenset("of the other more were was are had have has been who and in at on from by with".split())
_BESIDE = 24  # characters beside a number that tell what became of those whom it counts
_MONTH = re.compile(r"\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\Z")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Told:
    """A telling with its report's text and day of publication; `placed` where other reports gave it its day."""

    report: str
    telling: Telling
    text: str
    published: When = UNKNOWN
    placed: bool = False

    @property
    def sentence(self) -> str:
        """The sentence as printed."""
        return self.telling.sentence.of(self.text)

    @property
    def when(self) -> When:
        """Its date, apart from its words."""
        when = self.telling.when
        return When(when.start, when.end, when.precision)

    @property
    def order(self) -> tuple[date, date, str, int]:
        """By publication, report and offset."""
        first, last = self.published.start, self.published.end
        return (first or date.max, last or date.max, self.report, self.telling.sentence.start)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of something in the words of a report.

    Attributes:
        amount: the number.
        of: what is counted, in comparable form.
        bound: the words before it that leave it open ("at least"), or empty.
        words: where it stands.
    """

    amount: float
    of: str
    bound: str
    words: Span


@dataclass(frozen=True)
class Gist:
    """What a telling tells, in comparable form."""

    told: Told

    @cached_property
    def _found(self) -> list[Word]:
        first, last = self._clause
        return words(self.told.text, first, last)

    @cached_property
    def _clause(self) -> tuple[int, int]:
        """Where the clause stands that the date belongs to; the whole sentence where the date has no words in it."""
        sentence, dated = self.told.telling.sentence, self.told.telling.when.words
        if dated is None or not sentence.start <= dated.start < sentence.end:
            return sentence.start, sentence.end
        opening = [match.end() for match in _OPENS.finditer(self.told.text, sentence.start, dated.start)]
        others = [match.end() for match in _DATE.finditer(self.told.text, sentence.start, dated.start)]
        first = max([sentence.start, *opening, *others])
        before = len(words(self.told.text, first, dated.start))
        for closing in _CLOSES.finditer(self.told.text, dated.end, sentence.end):
            if before + len(words(self.told.text, dated.end, closing.start())) >= _FEWEST:
                return first, closing.start()
        return first, sentence.end

    @cached_property
    def words(self) -> frozenset[str]:
        """The beginnings of the words of the whole sentence that say something."""
        sentence = self.told.telling.sentence
        forms = (word.form for word in words(self.told.text, sentence.start, sentence.end))
        return frozenset(form[:_STEM] for form in forms if len(form) > _LIGHT) - _UNTELLING

    @cached_property
    def names(self) -> frozenset[str]:
        """The beginnings of the names of the clause; a sentence's first word is one where another follows it."""
        first, last = self._clause
        joined = {match[0].replace(".", "").casefold() for match in _ACRONYM.finditer(self.told.text, first, last)}
        return frozenset(word.form[:_STEM] for word in self._named()) | joined

    def _named(self) -> Iterator[Word]:
        text, start = self.told.text, self.told.telling.sentence.start
        for word, after in zip(self._found, [*self._found[1:], None], strict=True):
            if text[word.start].isupper() and len(word.form) > 1 and word.form not in _NAMELESS:
                opens = not text[start : word.start].strip(" \t\n\"“‘'")
                if not opens or (after and text[after.start].isupper()) or text[word.start : word.end].isupper():
                    yield word

    @cached_property
    def head(self) -> tuple[str, ...]:
        """The first name of the clause, all of its words: whom it befell, as reports have it."""
        run: list[Word] = []
        for word in self._named():
            if run and self.told.text[run[-1].end : word.start] != " ":
                break
            run.append(word)
        return tuple(word.form for word in run)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of happening that the clause tells of."""
        named = {word.start for word in self._named()}
        plain = [word.form for word in self._found if word.start not in named]
        line, alone = f" {' '.join(plain)} ", {kind for form in plain for kind in _kinds().get(form, ())}
        return frozenset(alone.union(*(kinds for run, kinds in _runs().items() if f" {run} " in line)))

    @property
    def firm(self) -> bool:
        """Whether its date is surely that of the happening, and not of words about it."""
        if self.told.telling.kind is TellingKind.SPEECH:
            dated, sentence = self.told.telling.when.words, self.told.telling.sentence
            within = dated is not None and sentence.start <= dated.start < sentence.end
            return within and any(declared()[kind].claimed for kind in self.kinds)
        return self.told.telling.kind is TellingKind.HAPPENING

    @property
    def repeated(self) -> bool:
        """Whether it says that such a thing happened before, or is yet to come."""
        return any(word.form in _AGAIN or word.form in _AHEAD for word in self._found)

    @cached_property
    def counts(self) -> tuple[Count, ...]:
        """The numbers of the sentence with what they count."""
        return tuple(self._counts())

    def _counts(self) -> Iterator[Count]:
        sentence, dated = self.told.telling.sentence, self.told.telling.when.words
        for match in _COUNTED.finditer(self.told.text, sentence.start, sentence.end):
            at, text = match.start("number"), self.told.text
            around = text[max(sentence.start, at - _BESIDE) : min(sentence.end, match.end() + _BESIDE)]
            number, of = amount(match["number"]), _of(match["of"], around)
            in_date = _MONTH.search(text, max(sentence.start, at - _BESIDE), at) or _YEAR.fullmatch(match["number"])
            if number is not None and of and not in_date and not (dated and dated.start <= at < dated.end):
                bound = (match["bound"] or "").strip().casefold()
                yield Count(number, of, bound, Span(self.told.report, *match.span()))

    @cached_property
    def places(self) -> dict[str, Span]:
        """Where the clause says that it happened: names after "in", "at", "near"."""
        found = _LOCATED.finditer(self.told.text, *self._clause)
        rows = ((name_key(match["place"]), Span(self.told.report, *match.span("place"))) for match in found)
        return {place: span for place, span in rows if not set(place.split()) & _NAMELESS}


def _of(text: str, around: str) -> str:
    """What is counted: people by what became of them, other things by the word after the number."""
    forms = [form for form in text.casefold().replace("-", " ").split() if form not in _LINKING]
    if text == "%" or "percent" in forms or forms[:2] == ["per", "cent"]:
        return "%"
    if _HURT & set(forms):
        return next(form for form in forms if form in _HURT)
    if _DEAD.search(around) and (not forms or _PEOPLE & set(forms) or forms[-1].endswith("s")):
        return "dead"
    last = forms[-1] if forms else ""
    return last[:_STEM].rstrip("s") if len(last) > _LIGHT and last[:_STEM] not in _UNTELLING else ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of happening, as the head of `happenings.toml` says."""

    once: str
    claimed: bool
    words: tuple[str, ...]


@cache
def declared() -> dict[str, Kind]:
    """The kinds of happening, by name."""
    text = resources.files("onrecord.matching").joinpath("happenings.toml").read_text("utf-8")
    rows = tomllib.loads(text).items()
    return {name: Kind(row["once"], row.get("claimed", False), tuple(row["words"])) for name, row in rows}


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """The kinds of each word, and of each run of words."""
    told = [(word, name) for name, kind in declared().items() for word in kind.words]
    return {word: frozenset(name for other, name in told if other == word) for word, _ in told}


@cache
def _runs() -> dict[str, frozenset[str]]:
    """The kinds of each run of words."""
    return {word: kinds for word, kinds in _kinds().items() if " " in word}
