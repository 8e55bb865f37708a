"""Whether whoever speaks saw it, was told of it, or just says so, as the words of the report show."""

from __future__ import annotations

import re

from onrecord.record.statement import Standing

_SELF = r"(?:I|we|he|she|they)"
_SAW = re.compile(
    rf"\b{_SELF}(?: \w+ly| all| both| also| then| just| have| had|['’]ve|['’]d){{0,2}} (?:saw|seen|watched|witnessed|"
    r"heard (?!that|from|about|of|it said|rumou?rs?|reports?|otherwise|nothing))|"
    r"\b(?:with|before) (?:my|our|his|her|their) own eyes\b|\beye-?witness(?:ed)?\b|"
    r"^(?:saw|seeing|watched|watching|witnessed|witnessing|having seen)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"\b{_SELF}(?: \w+ly| also| then| only| just| have| has| had|['’]ve|['’]d)* (?:was|were|been) "
    r"(?:told(?! to\b)|informed|assured)\b|"
    rf"\b{_SELF}(?: \w+ly| also| then| only| just| have| has| had|['’]ve|['’]d)* "
    r"(?:heard (?:that|from|about|of|it said)|learn(?:ed|t) (?:that|from)|understands? from)\b|"
    r"(?<!nobody )(?<!no one )(?<!never )(?<!not )\b(?:told|informed) (?:me|us)\b(?! to\b)|"
    r"^(?:hearing|having heard|being told|was told|were told|had been told)\b",
    re.IGNORECASE,
)
_NEAR = 90  # code points of a content in which the words stand that tell how the speaker knows it


def standing(cue: str, content: str) -> Standing:
    """How the speaker of a statement comes to know it, by its cue and the beginning of its content."""
    for words in (cue, content[:_NEAR]):
        if _TOLD.search(words):
            return Standing.TOLD
        if _SAW.search(words):
            return Standing.SAW
    return Standing.SAYS
