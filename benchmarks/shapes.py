"""Reports of hostile shapes, real in form: each grows to any size, and reading one must cost in proportion to it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle, islice

_VERBS = "said claimed denied added warned admitted insisted wrote argued announced".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday".split()
_PLAIN = (
    "The dredger lay off Corvane all night and the harbour office said that nobody had asked it to move. Ida Renn, who "
    "runs the pilots, told reporters on Friday that the channel was open. He said he would stay. "
    "The son of Renn agreed. "
)
_RIGHT_TO_LEFT = (
    "قالت إيدا رين يوم الجمعة إن القناة مفتوحة أمام السفن. \u202eوأضافت أن الميناء يعمل\u202c \u200fكالمعتاد. "
)
_EMOJI = "🚢🔥 Corvane 🏳️‍🌈 pilots 👩🏽‍✈️ say 😱😱 the channel is OPEN 🎉, Ida Renn 🧑‍⚖️ wrote 📢 on Friday. "
_CONTROLS = "The pier\x07 is\x1b[31m open\x08,\x0c Ida\x7f Renn\x85 said\x1c on\x02 Friday. "
_SCRIPTS = "The канал is مفتوح said 林梅 on शुक्रवार while Ида Renn 말했다 that η διώρυγα was ღია. "


def paragraph(size: int) -> str:
    """One paragraph."""
    return repeated(_PLAIN, size)


def marks(size: int) -> str:
    """Quotation marks, balanced nowhere."""
    return repeated('"word “ he said ” \' it ‘ " was « open ’ ', size)


def unpunctuated(size: int) -> str:
    """Words without any punctuation."""
    return repeated(_PLAIN.replace(".", "").replace(",", ""), size)


def quoted(size: int) -> str:
    """Sentences that are nothing but a quotation."""
    return repeated("“The hull was sound,” Ida Renn told reporters. ", 60) + repeated(
        "“We will stay here.” ", size - 60
    )


def right_to_left(size: int) -> str:
    """Arabic with orders about the direction of writing."""
    return repeated(_RIGHT_TO_LEFT, size)


def emoji(size: int) -> str:
    """Emoji, composed ones among them."""
    return repeated(_EMOJI, size)


def controls(size: int) -> str:
    """Control characters within words and between them."""
    return repeated(_CONTROLS, size)


def one_word(size: int) -> str:
    """A single word, with every mark that a word may hold."""
    return repeated("Corvane-Pilots’Renn_x7’s-é", size)


def lines(size: int) -> str:
    """Lines of one word each, no name twice."""
    return "".join(f"{name(number)}\nsaid\nopen\n" for number in range(size // 15 + 1))[:size]


def brackets(size: int) -> str:
    """Brackets within brackets."""
    half = size // 2
    return repeated("(he said [that ", half) + repeated("]) ", half)


def scripts(size: int) -> str:
    """Scripts that take turns."""
    return repeated(_SCRIPTS, size)


def cues(size: int) -> str:
    """Sentences that each have a speaker, a cue and a date of their own."""
    made = (
        f"Ida {name(number)} {verb} on {day}, {number % 28 + 1} March 2024, that {name(number % 97)} was open. "
        for number, verb, day in zip(range(size), cycle(_VERBS), cycle(_DAYS), strict=False)
    )
    return "".join(islice(made, size // 70 + 1))[:size]


def name(number: int) -> str:
    """A name for each number."""
    letters = []
    while number:
        number, rest = divmod(number, 12)
        letters.append("ba ce di fo gu ha ke li mo nu ra se".split()[rest])
    return "Tor" + "".join(letters)


def repeated(piece: str, size: int) -> str:
    """A piece again and again, up to a size."""
    return (piece * (size // len(piece) + 1))[:size]


SHAPES: dict[str, Callable[[int], str]] = {
    made.__name__: made
    for made in (
        paragraph, marks, quoted, unpunctuated, right_to_left, emoji, controls, one_word, lines, brackets, scripts,
        cues,
    )
}  # fmt: skip
