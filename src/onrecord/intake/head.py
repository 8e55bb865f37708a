"""The first lines of a report, and what each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from onrecord.intake.dates import BARE_DAY, CLOCK_FIRST, DATE, TIME, WEEKDAY

_WINDOW = 8_000
_LINES = 8
_CLIP = 300
_LONGEST_TITLE = 150
_LONGEST_CREDIT = 120
_LONGEST_MASTHEAD = 8
_POST_LINES = 3
_LABEL_START = 4

_RUN = re.compile(r"[^\r\n]+")
_FIRST = re.compile(r"[^\s\ufeff\u200b-\u200f\u2060]")
_EDGES = " \t\x0b\x0c\xa0\u2028\u2029\u202f\u3000\ufeff\u200b\u200e\u200f"

PUBLISHED = (
    r"(?:first\s|originally\s)?(?:date[\s_]?published|publication[\s_]?date|pub(?:lish)?[\s_]?date|story[\s_]date"
    r"|published|posted|dated?|issued|released|created|filed)"
)
UPDATED = r"(?:last\s)?(?:updated|update|modified|edited|revised)"
_AFTER_DATE = rf"(?:{TIME})?\s{{0,3}}(?:$|[|·•/;()–—-]|\s{{2}}|[,.]?\s?(?:{PUBLISHED}|{UPDATED})\b)"
LABELLED = re.compile(
    rf"(?:^\W{{0,3}}|[|·•/;,(–—\t]\s{{0,3}}|\s{{2}})(?P<label>(?P<published>{PUBLISHED})|{UPDATED})\b"
    rf"(?:\s(?:on|at|by\s[^|,:]{{1,40}}?\son))?\s{{0,2}}(?P<colon>:)?[\s.–—-]{{0,3}}(?:{CLOCK_FIRST}[,\s]{{1,3}})?{DATE}",
    re.IGNORECASE,
)
CLOSED = re.compile(rf"{_AFTER_DATE}|\s(?-i:[A-Z])", re.IGNORECASE)
LONE = re.compile(
    rf"\W{{0,3}}(?:{CLOCK_FIRST}[\s,|·–—-]{{1,4}})?{DATE}(?:{TIME})?\s{{0,3}}"
    rf"(?:\W{{0,3}}$|[|·•/(][^.]{{0,80}}$|[,–—-]?\s?(?:{PUBLISHED}|{UPDATED})\b.{{0,80}}$)",
    re.IGNORECASE,
)
PREFIXED = re.compile(
    rf"(?P<prefix>.{{2,80}}?)\s{{0,3}}(?P<mark>[|/·•,–—]|\s-)\s{{0,3}}"
    rf"(?:{CLOCK_FIRST}[\s,|·–—-]{{1,4}})?{DATE}(?:{TIME})?\W{{0,3}}$",
    re.IGNORECASE,
)
_PLACE = r"(?-i:[A-Z])[^()\n.!?]{1,60}?"
_AGENCY = r"\((?P<agency>(?-i:[A-Z]|dpa\b)[^()\n]{0,40})\)"
DATELINE = re.compile(
    rf"(?:(?P<place>{_PLACE}),?\s{{1,2}}(?:{_AGENCY.replace('agency', 'before')},?\s{{0,2}})?"
    rf"(?:{WEEKDAY}\b,?\s{{1,2}})?)?"
    rf"(?:{DATE}|(?P<bare>{BARE_DAY}))\.?,?\s{{0,3}}(?:{_AGENCY})?\s{{0,2}}(?:[-–—]{{1,2}}|:)\s",
    re.IGNORECASE,
)
CARRIED = re.compile(rf"(?:(?P<place>{_PLACE})\s{{0,2}})?{_AGENCY}\s{{0,2}}(?:[-–—]{{1,2}}|:)\s")
AGENCIES = frozenset(
    "Reuters AP AFP dpa DPA UPI PTI ANI Xinhua TASS Interfax ANSA EFE Kyodo Anadolu Bloomberg CNN".split()
)
BYLINE = re.compile(
    r"(?:by\s+(?=(?-i:[^a-z])|our\s|staff)|(?:reporting|written|words|story|report|text)\s+by\s|from\s+our\s)",
    re.IGNORECASE,
)
GLUED = re.compile(
    rf"\W{{0,3}}date\W{{1,3}}{DATE}(?:[T\s,]{{1,3}}{CLOCK_FIRST}(?:\s?[+-][0-9]{{2}}:?[0-9]{{2}})?)?", re.IGNORECASE
)
FIELD = re.compile(
    r"(?P<name>title|headline|publisher|outlet|url|link|author)\s?:\s{0,3}(?P<value>\S.*)", re.IGNORECASE
)
_POST = re.compile(r"(?:^|[\s(])@\w|twitter\.com/|(?:^|[\s/])(?:t\.me|x\.com|t\.co)/")
_OUTLET_WORD = re.compile(
    r"\b(?:times|post|news|newsdesk|mail|daily|herald|press|service|agency|tribune|journal|gazette|(?:news)?wires?|radio"
    r"|tv|television|review|standard|guardian|observer|chronicle|courier|telegraph|independent|monitor|express|star|sun"
    r"|globe|mirror|record|bulletin|reporter|dispatch|echo|argus|reuters|afp|ap|bbc|cnn|npr|broadcasting|media|magazine"
    r"|weekly|network|today|online|notes)\b",
    re.IGNORECASE,
)
_SECTIONS = frozenset(
    "world news politics business international national home europe africa asia americas analysis opinion exclusive"
    " breaking live updates sport science technology culture society economy local region latest".split()
)
_SENTENCE = re.compile(r"[.!?]\s")
_END = re.compile(r"[.,;:][\"'”’)\]]{0,2}$")
_ABBREVIATION = re.compile(r"(?:\b[A-Za-z]\.){2,}$|\.\.\.$")
_NO_TITLE = re.compile(r"[•*@–—-]|#\w|https?:|www\.")
_SMALL = frozenset("of the and in on at for to a an de la el du le & | – — - / ·".split())


class Line(NamedTuple):
    """A line with something in it, stripped and clipped, and how it stands to the next one."""

    text: str
    start: int
    length: int
    gap: bool
    last: bool


def lines_of(text: str) -> list[Line]:
    """The first eight lines that hold something; whatever the text's length, only its head is looked at."""
    first = _FIRST.search(text)
    start = first.start() if first else len(text)
    runs = list(islice(filter(_filled, _RUN.finditer(text, start, start + _WINDOW)), _LINES + 1))
    return [_line(text, *pair) for pair in zip(runs[:_LINES], [*runs[1:], None], strict=False)]


def is_post(line: Line) -> bool:
    """Whether the line belongs to an embedded post: it holds a handle and is no byline."""
    return not BYLINE.match(line.text) and _POST.search(line.text) is not None


def posts_near(lines: list[Line], at: int) -> bool:
    """Whether a date in that line may be an embedded post's."""
    return any(map(is_post, lines[max(0, at - _POST_LINES) : at + 1]))


def is_dated(line: Line) -> bool:
    """Whether the line is there to tell a date."""
    if LONE.match(line.text) or prefix(line, first=True) or is_label(line, f"{PUBLISHED}|{UPDATED}"):
        return True
    return line.length <= _LONGEST_CREDIT and next(labelled(line), None) is not None


def is_label(line: Line, label: str) -> bool:
    """Whether the line is such a label alone, with its date in the next one."""
    return re.fullmatch(rf"(?:{label})(?:\s(?:on|at))?\s?:?", line.text, re.IGNORECASE) is not None


def is_credit(line: Line) -> bool:
    """Whether the line names its writers."""
    return BYLINE.match(line.text) is not None and line.length <= _LONGEST_CREDIT and not line.text.endswith(".")


def is_section(words: str) -> bool:
    """Whether the words only name a part of an outlet."""
    parts = words.casefold().replace("|", " ").replace("/", " ").split()
    return bool(parts) and all(part in _SECTIONS for part in parts)


def agency(line: Line) -> str:
    """Who carried the report, where its body begins with a place, a day or an agency before a dash."""
    if carried := CARRIED.match(line.text):
        # "The Central Bank (CB) - which" is prose: a place stands in capitals, or the agency is known.
        sure = not carried["place"] or carried["place"].split()[0].strip(",").isupper()
        return carried["agency"] if sure or carried["agency"] in AGENCIES else ""
    match = dateline(line)
    return (match["agency"] or match["before"] or "") if match else ""


def dateline(line: Line) -> re.Match[str] | None:
    """The day before a dash with which a body begins, if it does."""
    match = DATELINE.match(line.text)
    sure = match and (match["agency"] or match["before"] or (match["place"] or "").isupper())
    return match if sure else None


def is_headline(line: Line) -> bool:
    """Whether the line could be a headline by its look: short, without a full stop, and nothing else."""
    if line.length > _LONGEST_TITLE or not any(map(str.isalpha, line.text)) or _NO_TITLE.match(line.text):
        return False
    if _END.search(line.text) and not _ABBREVIATION.search(line.text):
        return False
    return not (
        is_dated(line) or is_credit(line) or is_post(line) or dateline(line) or agency(line) or FIELD.match(line.text)
    )


def is_masthead(words: str) -> bool:
    """Whether the words could name an outlet: few, and all of them with a capital."""
    parts = words.split()
    return len(parts) <= _LONGEST_MASTHEAD and all(part.casefold() in _SMALL or not part[0].islower() for part in parts)


def labelled(line: Line) -> Iterator[re.Match[str]]:
    """The dates of a line that a label stands before ("Published 6 September 2021 | Updated ...")."""
    for match in LABELLED.finditer(line.text):
        # Within a line a label shows by its capital or colon; "a study, published 6 May 2021, says" is prose.
        marked = match["colon"] or match.start("label") < _LABEL_START or match["label"][0].isupper()
        if marked and (match["colon"] or CLOSED.match(line.text, match.end())):
            yield match


def prefix(line: Line, *, first: bool) -> str:
    """What stands before the date in a line that is there to tell it ("The Post | 6 September 2021"), or nothing.

    A headline may end in a date of its own ("Bombing of the airport, 26 August"), so after a comma or a dash only a
    writer, an outlet or, below the first line, a place in capitals will do.
    """
    match = PREFIXED.match(line.text)
    before = match["prefix"].strip() if match else ""
    if not match or len(before.split()) > _LONGEST_MASTHEAD or _SENTENCE.search(before):
        return ""
    sure = match["mark"] in "|/·•" or BYLINE.match(before) or (names_outlet(before) and is_masthead(before))
    return before if sure or (not first and before.isupper()) else ""


def names_outlet(words: str) -> bool:
    """Whether a word in it is one that outlets are called by."""
    return _OUTLET_WORD.search(words) is not None


def _filled(run: re.Match[str]) -> bool:
    return _FIRST.search(run[0]) is not None


def _line(text: str, run: re.Match[str], after: re.Match[str] | None) -> Line:
    whole = run[0].strip(_EDGES)
    start = run.start() + len(run[0]) - len(run[0].lstrip(_EDGES))
    between = text[run.end() : after.start()] if after else ""
    gap = max(between.count("\n"), between.count("\r")) > 1
    return Line(whole[:_CLIP], start, len(whole), gap, last=after is None)
