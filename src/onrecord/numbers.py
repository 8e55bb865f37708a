"""Numbers in digits and in English words."""

from __future__ import annotations

import re

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_VALUES = {word: value for value, word in enumerate(_UNITS)} | {word: 20 + 10 * i for i, word in enumerate(_TENS)}
_LOOSE = {"dozen": 12, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000}
_BIG = "|".join(_SCALES)
NUMBER_WORDS = "|".join(sorted([*_VALUES, *_SCALES, *_LOOSE], key=len, reverse=True))  # "dozens" before "dozen"

NUMBER = (
    rf"(?:(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}(?:\.\d+)?)(?: (?:{_BIG}))?"
    rf"|(?:{NUMBER_WORDS})(?:(?: |-| and )(?:{NUMBER_WORDS})){{0,5}})"
)
"""Pattern of a number; meant to be matched whatever its case."""

_SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "million": 1e6, "billion": 1e9, "trillion": 1e12, "thousand": 1e3}
_CURRENCY = r"euros?|dollars?|pounds?|francs?|crowns?|rupees?|yen|yuan|rubles?|roubles?|pesos?|lira|usd|eur|gbp"
MONEY = (
    rf"(?:[€$£¥₹]\s?\d[\d,.]{{0,15}}(?:\s?(?:{'|'.join(_SHORT)})\b)?"
    rf"|\d[\d,.]{{0,15}}\s?(?:(?:{'|'.join(_SHORT)})\s)?(?:{_CURRENCY})\b)"
)
"""Pattern of a sum of money; meant to be matched whatever its case."""


def money(text: str) -> float | None:
    """The sum that the words give, in units of its currency ("€4.2m", "1,200 dollars"); None where they give none."""
    found = re.search(rf"(\d[\d,]*(?:\.\d+)?)\s?({'|'.join(_SHORT)})?\b", text.casefold())
    return float(found[1].replace(",", "")) * _SHORT.get(found[2] or "", 1.0) if found else None


def amount(text: str) -> float | None:
    """The number that the words give ("1,200", "twenty-one", "two hundred"); None where they give none.

    "Dozens" is 24, "scores" 40, "hundreds" 200 and "thousands" 2,000: the least that the plural can mean.
    """
    text = text.casefold().strip()
    scaled = re.fullmatch(rf"(\d[\d,]*(?:\.\d+)?) ({_BIG})", text)
    if scaled:
        return float(scaled[1].replace(",", "")) * _SCALES[scaled[2]]
    if re.fullmatch(r"\d[\d,]*(?:\.\d+)?", text):
        return float(text.replace(",", ""))
    total, part, seen = 0.0, 0.0, False
    for word in re.findall(r"[a-z]+", text):
        if word == "and":
            continue
        if word in _LOOSE:
            part = max(part, 1) * _LOOSE[word]
        elif word in _SCALES:
            part = max(part, 1) * _SCALES[word]
            if _SCALES[word] > 100:  # noqa: PLR2004 - a hundred multiplies what follows a thousand
                total, part = total + part, 0.0
        elif word in _VALUES:
            part += _VALUES[word]
        else:
            return None
        seen = True
    return total + part if seen else None
