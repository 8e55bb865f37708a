"""How something was said: through which channel, and how far the report goes along with it."""

from __future__ import annotations

from itertools import pairwise

from onrecord.reading.complements import has_clause
from onrecord.reading.drafts import Draft
from onrecord.reading.hearers import spoken_to, to_us
from onrecord.reading.lexicon import Form, channels, lexicon, listed
from onrecord.reading.occasions import formal, in_court, occasion
from onrecord.reading.phrases import phrase_after
from onrecord.reading.tokens import Token
from onrecord.record.reading import Block
from onrecord.record.statement import Act, Mode, Stance

Tokens = tuple[Token, ...]

SILENT = (Mode.NOUN, Mode.HEADLINE, Mode.POST, Mode.VISUAL)
"""Modes that neither take a channel from statements around them nor give them one."""

_BY = frozenset("in on at via through during by over to from using with under before outside addressing".split())
_KEPT = frozenset(
    "message post interview statement release conference briefing speech op-ed column letter piece recording".split()
) | frozenset("broadcast address remarks article call account page memo note email e-mail filing hearing".split())
_SPREAD = tuple(
    "tweet conference briefing audio message interview op-ed post speech video summit remarks address".split()
)
_NETWORKS = frozenset("twitter facebook telegram instagram youtube linkedin tiktok whatsapp weibo".split())
PRESS = ("to reporters", "to journalists", "to newsmen", "to mediapersons")
_WRITTEN = ("tweet", "post", "letter", "memo", "mail", "note", "blog", "message", "column", "op-ed")
_HALLS = frozenset("briefing conference meeting hearing rally inquiry court parliament summit congress session".split())
_AIRED = frozenset("broadcaster channel station radio television tv".split())
_LEAST = 3  # words at the head of a content that show whether it is a clause
_DOUBT = frozenset("may might could possibly allegedly perhaps apparently".split())
_LEFT = frozenset("found left sent seen written read put shown given thrown blown stuck hung drawn sworn".split())
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
            heard = _listener(draft) if named.startswith("outside") else ""
            return f"{heard} {named}" if heard in PRESS else formal(named)
    told = to_us(draft.circumstance) or occasion(draft, _lemma(draft))
    return told or _carrier(draft) or _listener(draft) or _agent(draft)


def spreads(words: str) -> bool:
    """Whether other words of the same speaker in the report likely came the same way."""
    return any(kind in words for kind in _SPREAD) or in_court(words)


def vague(words: str) -> bool:
    """Whether a channel says little: what the same speaker used just before says more."""
    listener = words.removeprefix("to the ")
    return words in ("", "message", "post", *PRESS) or listener in listed("outlet_nouns")


def meets(words: str) -> bool:
    """Whether a channel is an occasion at which several may speak to the press."""
    return any(kind in words for kind in ("conference", "briefing"))


def written(words: str) -> bool:
    """Whether a channel carries written words."""
    return any(kind in words for kind in _WRITTEN)


def writes(draft: Draft) -> bool:
    """Whether the cue says that the words were written."""
    return _lemma(draft) in ("write", "post")


def mode(draft: Draft) -> Mode:
    """The form of a statement: where a noun alone carries what is claimed, it is that ("claimed | victory")."""
    return Mode.NOUN if draft.mode is Mode.INDIRECT and draft.cue and _by_noun(draft) else draft.mode


def _by_noun(draft: Draft) -> bool:
    """Whether a content behind its cue has no clause, or hangs on the noun for a claim ("her warning | that")."""
    tokens, inside = draft.sentence.tokens, _content_tokens(draft)
    start = next((i for i, token in enumerate(tokens) if token.start >= draft.content[0][0]), 0)
    if not draft.cue or not inside or draft.content[0][0] < draft.cue[1]:
        return False
    between = [token for token in tokens[:start] if token.start >= draft.cue[0]]
    if between and between[-1].low == "that":
        led = any(token.low in listed("prepositions") for token in between)
        return not led and any(token.low in listed("claims") | listed("tellings") for token in between[1:-1])
    first = inside[0].low
    after = inside[1].low if len(inside) > 1 else ""
    gerund = first.endswith("ing") and after and after not in listed("prepositions")
    clausal = first in listed("pronouns") or gerund or {"as", "to"} & {token.low for token in inside[:_LEAST]}
    return _lemma(draft) in listed("by_noun") and not clausal and not has_clause(tokens, start - 1, start + len(inside))


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
        if doubtful or any(token.low in _DOUBT and not token.capital for token in _content_tokens(draft)[:12])
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
    """The words at the very end of an object that tell the channel ("urged them to wait in a letter to")."""
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
        if token.low == "media" and i > 1 and tokens[i - 1].low == "social":
            return "social media"
        if token.text == "X" and i and tokens[i - 1].low in ("on", "to"):
            return "tweet"
        if token.low not in channels() or not token.word or token.low == "x" or _no_document(tokens, i):
            continue
        if channels()[token.low] == PRESS[0]:
            if i and tokens[i - 1].low in ("to", "with"):
                return f"to {token.text}"
            continue
        lead = next((j for j in range(i - 1, max(-1, i - 7), -1) if tokens[j].low in _BY), None)
        if (
            lead is None
            or any(_breaks(tokens[j], first=j == lead + 1, last=j == i - 1) for j in range(lead, i))
            or _in_cue(token, draft)
        ):
            continue
        if token.low in _NETWORKS and tokens[lead].low not in (
            "to",
            "on",
            "via",
            "through",
            "in",
        ):
            continue
        return _phrase(tokens, lead + 1, i) if tokens[lead].low != "outside" else f"outside the {token.text}"
    verb = _lemma(draft)
    return "tweet" if verb in ("tweet", "retweet") else ""


def _no_document(tokens: Tokens, i: int) -> bool:
    """Whether a word that may be a document is none: a report in no words of its maker's, a sheet of paper."""
    before = tokens[i - 1].low if i else ""
    if tokens[i].low == "sheet":
        return before != "charge"
    if tokens[i].low != "report":
        return False
    made = i + 1 < len(tokens) and tokens[i + 1].low in ("by", "to", "from", "published", "released")
    return before in ("a", "an", "the", "this", "that", "media", "news") and not made


def _breaks(token: Token, *, first: bool, last: bool) -> bool:
    """Whether a word cannot stand between a preposition and the channel that it introduces."""
    known = lexicon().verbs.get(token.low)
    verbal = known and token.low not in listed("nounlike") and not (last and Form.PARTICIPLE in known[1])
    verbal = verbal or token.low in listed("finite")
    return not token.word or verbal or (first and token.low in listed("calendar")) or token.low == "that"


def _in_cue(token: Token, draft: Draft) -> bool:
    """Whether a word is (part of) the cue or the speaker."""
    return bool(draft.cue and draft.cue[0] <= token.start < draft.cue[1]) or token in draft.speaker


def _phrase(tokens: Tokens, start: int, i: int) -> str:
    """The report's own words for a channel, or the field's where one says it all."""
    if (tokens[i].low in _NETWORKS or tokens[i].low in ("telephone", "phone", "sms")) and not any(
        token.low in _KEPT for token in tokens[i : i + 3]
    ):
        return channels()[tokens[i].low]
    while start < i and tokens[start].low in listed("determiners"):
        start += 1
    end = _extended(tokens, i)
    if tokens[end - 1].text == "X" and tokens[end - 2].low == "on":
        return "tweet"
    return " ".join(token.text for token in tokens[start:end]).replace(" 's", "'s").replace(" ’s", "’s").strip(" ,")


def _extended(tokens: Tokens, i: int) -> int:
    """Where the phrase of a channel ends, with "sent to the members" and "in Teldu" behind it."""
    phrase = phrase_after(tokens, i, len(tokens))
    end = phrase.end if phrase else i + 1
    end = next((k for k in range(i + 1, end) if _begins(tokens, k)), end)
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


def _begins(tokens: Tokens, k: int) -> bool:
    """Whether a new phrase begins there ("in a statement | the company said")."""
    opens = tokens[k].low in listed("determiners") or tokens[k].low in listed("pronouns")
    return opens and tokens[k - 1].low not in listed("prepositions") and tokens[k - 1].low != "'s"


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
    for words in (draft.speaker, draft.outer):
        for i in range(len(words) - 1, -1, -1):
            low = words[i].low
            if low in listed("carriers") and low in channels() and not (i and words[i].capital) and _heads(words, i):
                return _document(words, i)
    return "broadcast" if any(_on_air(words) for words in (draft.speaker, draft.outer)) else ""


def _document(words: Tokens, i: int) -> str:
    """The channel that a document in the speaker's place is; reports are one where they are a certain one."""
    low = words[i].low
    if low == "report" and words[0].low not in ("the", "a", "an", "its", "their", "his", "her"):
        return ""
    return f"{channels()[low]} (court filing)" if low in listed("pleadings") else channels()[low]


def _on_air(words: Tokens) -> bool:
    """Whether words name or describe a broadcaster ("the channel", "broadcaster Kanal 5")."""
    pairs = pairwise((*words, None))
    return any(word and word.low in _AIRED and (after is None or after.capital) for word, after in pairs)


def _heads(words: Tokens, i: int) -> bool:
    """Whether a word is the head of a phrase, and does not merely describe it ("image specialists")."""
    after = words[i + 1] if i + 1 < len(words) else None
    if after is None or not after.word or after.low in listed("prepositions"):
        return True
    return after.low.endswith("ed") or after.low in _LEFT


def _agent(draft: Draft) -> str:
    """Through whom it was said ("through a lawyer")."""
    for tokens in (draft.circumstance, _content_tokens(draft)):
        for i in range(len(tokens) - 2):
            if tokens[i].low in ("through", "via") and tokens[i + 1].low in listed("determiners"):
                phrase = phrase_after(tokens, i + 1, len(tokens))
                if phrase and tokens[phrase.end - 1].low in listed("persons"):
                    return " ".join(token.text for token in tokens[i : phrase.end])
    return ""


def _listener(draft: Draft) -> str:
    """To whom it was told, where nothing else tells the channel."""
    words = [token.text for token in draft.listener or spoken_to(draft.circumstance) if token.word]
    if not words or words[0].lower() in ("me", "us", "him", "her", "them", "you"):
        return ""
    low = words[-1].lower()
    if low in _HALLS:
        return " ".join(word for word in words if word.lower() not in ("a", "an", "the"))
    return "to " + " ".join(words).replace(" 's", "'s").replace(" ’s", "’s")
