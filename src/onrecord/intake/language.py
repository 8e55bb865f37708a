"""Which language a report is mainly in."""

from __future__ import annotations

import re

_SAMPLE = 2_000
_LETTERS = 20
_NOTHING_KNOWN = -1e30
_ENGLISH = re.compile(r"\b(?:the|of|and|that|was|were|said|with|for|has|have|had|they|which|their|from|would|been)\b")
_PLAINLY = 0.12  # share of these words in a text that is English; in other languages' news they stay under 0.04
_NO_LANGUAGE = "zxx"
UNDETERMINED = "und"


def language(text: str) -> str:
    """The ISO 639 code of the language that a text begins in, or "und" where there is too little to tell."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _LETTERS:
        return UNDETERMINED
    if len(_ENGLISH.findall(sample)) > _PLAINLY * len(sample.split()):
        return "en"
    # Numbers and model take most of a second to load: a run that identifies nothing should not pay for them.
    from py3langid import classify  # noqa: PLC0415

    code, score = classify(sample)
    return str(code) if score > _NOTHING_KNOWN and code != _NO_LANGUAGE else UNDETERMINED
