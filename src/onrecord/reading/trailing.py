"""Whether a cue may stand behind what was said: nothing that could be content follows it."""

from __future__ import annotations

from onrecord.reading.clauses import Cue
from onrecord.reading.complements import listener_at, skip_time
from onrecord.reading.lexicon import listed
from onrecord.reading.phrases import Tokens
from onrecord.record.statement import Act

_LEADING = frozenset("show find feel learn understand indicate imply determine".split())  # never behind their content


def trails(cue: Cue) -> bool:
    """Whether the verb may stand behind what was said."""
    return ("clause" in cue.word.acts and cue.word.lemma not in _LEADING) or cue.word.lemma in ("tell", "inform")


def idle(tokens: Tokens, cue: Cue) -> bool:
    """Whether nothing that could be content follows the verb directly."""
    i = skip_time(tokens, cue.end, len(tokens))
    if i < len(tokens) and "person" in cue.word.acts and tokens[i].word and tokens[i].low not in listed("prepositions"):
        listener = listener_at(tokens, i, len(tokens))
        i = skip_time(tokens, listener.end, len(tokens)) if listener else i
        if i < len(tokens) and tokens[i].low == "to" and _bids(cue):
            return False
    if i >= len(tokens) or (not tokens[i].word and tokens[i].sort != "quote" and tokens[i].low != ":"):
        return not _quote_next(tokens, i)
    if tokens[i].sort == "quote":
        return True
    return (
        tokens[i].low in listed("prepositions") or tokens[i].low in ("when", "as", "before", "after", "while")
    ) and not claims_later(tokens, i)


def _quote_next(tokens: Tokens, i: int) -> bool:
    """Whether a quotation follows a comma there that nothing quoted stands before."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or following.sort != "quote" or following.text.lstrip("\"'“‘«")[:1].islower():
        return False
    return not any(token.sort == "quote" for token in tokens[:i])


def claims_later(tokens: Tokens, i: int) -> bool:
    """Whether a "that" or a quotation follows within the clause."""
    for token in tokens[i : i + 24]:
        if token.low in (",", ";") or token.low in ("saying", "adding"):
            return False
        if token.low == "that":
            return True
        if token.low == ":" or token.sort == "quote":
            return True
    return False


def _bids(cue: Cue) -> bool:
    """Whether the verb asks or tells somebody to do something."""
    return cue.word.acts["person"] is Act.ASK or cue.word.lemma == "tell"
