"""Whether whoever speaks saw it, was told of it, or just says so, as the words of the report show."""

from __future__ import annotations

import re

from onrecord.record.statement import Basis

_ALSO = r"(?: \w+ly| all| both| also| then| only| just| have| has| had|['’]ve|['’]d)*"
_SENSED = (
    rf"{_ALSO} (?:saw|seen|watched|witnessed|felt|noticed|smelled|smelt|filmed|photographed|counted|"
    r"heard (?!that|from|about|of|it said|rumou?rs?|reports?|otherwise|nothing))"
)
_THERE = (
    rf"{_ALSO} (?:ran(?! (?:the|a|an|his|her|our|their)\b)|woke|climbed|crawled|jumped|escaped|fled|hid|carried|pulled|"
    r"dug|stood|grabbed|(?:was|were|been) (?:standing|sitting|asleep|inside|outside|there|driving|walking|waiting|"
    r"working|crossing|(?:on|in|at|near|behind|under|opposite) the))"
)
_LEARNT = (
    rf"{_ALSO} (?:(?:was|were|been) (?:told(?! to\b)|informed|assured)|heard (?:that|from|about|of|it said)|"
    r"learn(?:ed|t) (?:that|from)|understands? from)"
)
_OTHERS = (
    r"^(?:that )?(?:he|she|they)"  # the speaker, where the words are a report's; anywhere else it is somebody else
)
_SAW = re.compile(
    rf"\b(?:I|we)(?:{_SENSED}|{_THERE})\b|{_OTHERS}(?:{_SENSED}|{_THERE})\b|"
    r"\b(?:with|before) (?:my|our|his|her|their) own eyes\b|"
    r"^(?:saw|seeing|watched|watching|witnessed|witnessing|having seen)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"\b(?:I|we){_LEARNT}\b|{_OTHERS}{_LEARNT}\b|"
    r"(?<!nobody )(?<!no one )(?<!never )(?<!not )\b(?:told|informed) (?:me|us)\b(?! to\b)|"
    r"^(?:hearing|having heard|being told|was told|were told|had been told)\b",
    re.IGNORECASE,
)
_SAYING = re.compile(
    rf"^(?:said|says|told|tells) (?:that )?(?:he|she|they)(?:(?P<saw>{_SENSED})|(?P<told>{_LEARNT}))\b"
)
_WITNESS = re.compile(
    r"\b(?:eye-?)?witness(?:es)?\b|\bwho (?:saw|watched|witnessed|filmed|survived|was there)\b", re.IGNORECASE
)
_NEAR = 160  # code points of a content in which the words stand that tell how the speaker knows it


def basis(speaker: str, cue: str, content: str) -> Basis:
    """How a statement's speaker comes to know it, by the words for the speaker, the cue and the content's first."""
    cued = _SAYING.search(cue)
    near = content[:_NEAR]
    if (cued and cued["told"]) or _TOLD.search(near) or _TOLD.search(cue):
        return Basis.TOLD
    if cued or _SAW.search(near) or _SAW.search(cue) or _WITNESS.search(speaker):
        return Basis.SAW
    return Basis.SAYS
