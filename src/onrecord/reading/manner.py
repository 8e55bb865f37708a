"""How something was said: through which channel, and how far the report goes along with it."""

from __future__ import annotations

from onrecord.reading.drafts import Draft
from onrecord.reading.lexicon import channels, lexicon, listed
from onrecord.reading.phrases import phrase_after
from onrecord.reading.tokens import Token
from onrecord.record.reading import Block
from onrecord.record.statement import Act, Mode, Stance

Tokens = tuple[Token, ...]

_BY = frozenset("in on at via through during by over to from using with".split())
_KEPT = frozenset(
    "message post interview statement release conference briefing speech op-ed column letter piece recording".split()
) | frozenset("broadcast address remarks article call account page".split())
_SPREAD = tuple(
    "tweet conference briefing audio message interview op-ed post speech video summit remarks address".split()
)
_DOUBT = frozenset("may might could possibly allegedly perhaps apparently".split())
_DOUBTFUL = frozenset("allege claim purport".split())


def channel(draft: Draft) -> str:
    """The channel that the words around a statement give, or empty."""
    if draft.mode is Mode.POST:
        return "tweet"
    if draft.mode is Mode.VISUAL:
        return next(
            (
                channels()[token.low]
                for token in (*draft.circumstance, *_content_tokens(draft))
                if token.low in listed("visuals") and token.low in channels()
            ),
            "video",
        )
    if draft.sentence.block is Block.BULLET and draft.circumstance and draft.mode is Mode.BULLET:
        return _heading_channel(draft.circumstance)
    for tokens in (draft.circumstance, _tail(draft)):
        if named := _named(tokens, draft):
            return named
    carrier = _carrier(draft)
    return carrier or _listener(draft)


def spreads(words: str) -> bool:
    """Whether other words of the same speaker in the report likely came the same way."""
    return any(kind in words for kind in _SPREAD)


def vague(words: str) -> bool:
    """Whether a channel says little: what the same speaker used just before says more."""
    listener = words.removeprefix("to the ")
    return words in ("", "message", "post", "to reporters", "to journalists") or listener in listed("outlet_nouns")


def stance(draft: Draft) -> Stance:
    """The report's stance to a statement."""
    if draft.stance is not Stance.ATTRIBUTED:
        return draft.stance
    if any(token.low in listed("rumours") and token.low.startswith(("rumo", "spec")) for token in draft.speaker):
        return Stance.RUMOUR
    lemma = _lemma(draft)
    doubtful = lemma in _DOUBTFUL and draft.act is Act.ASSERT
    return (
        Stance.HEDGED
        if doubtful or any(token.low in _DOUBT for token in _content_tokens(draft)[:12])
        else Stance.ATTRIBUTED
    )


def _lemma(draft: Draft) -> str:
    """The base form of a draft's cue."""
    if not draft.cue:
        return ""
    inside = [token.low for token in draft.sentence.tokens if draft.cue[0] <= token.start < draft.cue[1]]
    return next((lexicon().verbs[low][0].lemma for low in reversed(inside) if low in lexicon().verbs), "")


def _content_tokens(draft: Draft) -> list[Token]:
    """The tokens of a draft's content."""
    first, last = draft.content[0][0], draft.content[-1][1]
    return [token for token in draft.sentence.tokens if first <= token.start < last]


def _tail(draft: Draft) -> Tokens:
    """The words at the very end of an object that tell the channel ("urged them to act via an opinion piece in")."""
    inside = _content_tokens(draft)
    if draft.act is not Act.ASK and any(token.low in listed("finite") for token in inside):
        return ()
    via = next(
        (
            i
            for i, token in enumerate(inside)
            if token.low in ("via", "through") or (token.low == "in" and _at_channel(inside, i))
        ),
        None,
    )
    return tuple(inside[via:]) if via is not None and draft.mode is not Mode.DIRECT else ()


def _at_channel(inside: list[Token], i: int) -> bool:
    """Whether "in" introduces a channel there, an indefinite one and at the end of the clause."""
    words = [token.low for token in inside[i + 1 : i + 6]]
    return len(inside) - i < 12 and words[:1] in (["a"], ["an"]) and any(word in _KEPT for word in words)  # noqa: PLR2004


def _named(tokens: Tokens, draft: Draft) -> str:
    """The channel in some words: behind "in", "on", "via" or after "taking to"."""
    for i, token in enumerate(tokens):
        if token.text == "X" and i and tokens[i - 1].low in ("on", "to"):
            return "tweet"
        if token.low not in channels() or not token.word or token.low in ("reporters", "journalists", "report", "x"):
            continue
        lead = next((j for j in range(i - 1, max(-1, i - 7), -1) if tokens[j].low in _BY), None)
        if (
            lead is None
            or any(_breaks(tokens[j], first=j == lead + 1) for j in range(lead, i))
            or _in_cue(token, draft)
        ):
            continue
        if token.low in ("twitter", "facebook", "telegram", "instagram") and tokens[lead].low not in (
            "to",
            "on",
            "via",
            "through",
            "in",
        ):
            continue
        return _phrase(tokens, lead + 1, i)
    verb = _lemma(draft)
    return "tweet" if verb in ("tweet", "retweet") else ""


def _breaks(token: Token, *, first: bool) -> bool:
    """Whether a word cannot stand between a preposition and the channel that it introduces."""
    verbal = token.low in listed("finite") or (token.low in lexicon().verbs and token.low not in listed("nounlike"))
    return not token.word or verbal or (first and token.low in listed("calendar")) or token.low == "that"


def _in_cue(token: Token, draft: Draft) -> bool:
    """Whether a word is (part of) the cue or the speaker."""
    return bool(draft.cue and draft.cue[0] <= token.start < draft.cue[1]) or token in draft.speaker


def _phrase(tokens: Tokens, start: int, i: int) -> str:
    """The report's own words for a channel, or the field's where one says it all."""
    if tokens[i].low in ("twitter", "facebook", "telegram", "instagram", "youtube", "telephone", "phone") and not any(
        token.low in _KEPT for token in tokens[i : i + 3]
    ):
        return channels()[tokens[i].low]
    while start < i and tokens[start].low in listed("determiners"):
        start += 1
    end = _extended(tokens, i)
    return " ".join(token.text for token in tokens[start:end]).replace(" 's", "'s").replace(" ’s", "’s").strip(" ,")


def _extended(tokens: Tokens, i: int) -> int:
    """Where the phrase of a channel ends, with "posted on his Facebook page" and "in Kabul" behind it."""
    phrase = phrase_after(tokens, i, len(tokens))
    end = phrase.end if phrase else i + 1
    if end + 1 < len(tokens) and tokens[end].low in (
        "posted",
        "sent",
        "published",
        "released",
        "broadcast",
        "on",
        "with",
        "to",
    ):
        start = end + 2 if tokens[end].low in ("posted", "sent", "published", "released", "broadcast") else end + 1
        further = phrase_after(tokens, start, len(tokens)) if start < len(tokens) else None
        if further and tokens[start].low not in listed("calendar"):
            end = further.end
    return end


def _heading_channel(tokens: Tokens) -> str:
    """The channel that the heading over bullets names."""
    named = [i for i, token in enumerate(tokens) if token.low in channels() and token.low in _KEPT]
    if not named:
        return ""
    start = named[0]
    while (
        start > 0
        and tokens[start - 1].word
        and not tokens[start - 1].capital
        and tokens[start - 1].low not in ("'s", "of", "the")
    ):
        start -= 1
    return " ".join(token.text for token in tokens[start : named[0] + 1])


def _carrier(draft: Draft) -> str:
    """The channel that stands in the speaker's place ("the tweet said", "a palace statement said")."""
    if any(token.low in ("twitter", "tweet", "tweets") for token in draft.speaker):
        return "tweet"
    for token in reversed(draft.speaker):
        if token.low in listed("carriers") and token.low in channels() and token.low != "report":
            return channels()[token.low]
    return ""


def _listener(draft: Draft) -> str:
    """To whom it was told, where nothing else tells the channel."""
    words = [token.text for token in draft.listener if token.word]
    if not words or words[0].lower() in ("me", "us", "him", "her", "them", "you"):
        return ""
    low = draft.listener[-1].low
    if low in channels() and low in ("briefing", "conference"):
        return " ".join(word for word in words if word.lower() not in ("a", "the"))
    return "to " + " ".join(words)
