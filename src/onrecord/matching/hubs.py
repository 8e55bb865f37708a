"""Topics brought to the questions that the claims of their statements answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from onrecord.matching.who import Who
from onrecord.record.claimed import TopicClaims, TopicCount

Key = tuple[str, str]  # relation, and the source id of the subject

MOST: Final = 0.5  # of the claiming statements of a topic, those that must answer one question
SOME: Final = 0.3  # of all of its statements


@dataclass(frozen=True, slots=True)
class Hubs:
    """Which topics bear on the questions of relations, and which are questions of their own.

    Attributes:
        topics: the topics of each question.
        free: those that bear on none.
    """

    topics: Mapping[Key, tuple[str, ...]]
    free: tuple[TopicCount, ...]


def hubs(counts: Iterable[TopicCount], claims: Iterable[TopicClaims], who: Who) -> Hubs:
    """Topics by the question that most of their claiming statements answer, and enough of all of them."""
    answering: dict[str, dict[Key, int]] = defaultdict(lambda: defaultdict(int))
    for one in claims:
        answering[one.topic][one.relation, who.id(one.subject)] += one.statements
    topics: dict[Key, list[str]] = defaultdict(list)
    free = list[TopicCount]()
    for count in counts:
        asked = answering.get(count.topic)
        key = min(asked, key=lambda key: (-asked[key], key)) if asked else None
        if asked and key and asked[key] >= max(MOST * count.claiming, SOME * count.statements):
            topics[key].append(count.topic)
        else:
            free.append(count)
    return Hubs({key: tuple(some) for key, some in topics.items()}, tuple(free))
