"""Nouns in plain form come back as they were."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

import pytest

from onrecord.record.name import Ground, Kind, Source
from onrecord.record.report import Fate, Status
from onrecord.record.span import Span
from onrecord.record.when import UNKNOWN, Precision, When
from onrecord.story.forms import put, take

SPAN = Span("r1", 3, 9)
DAY = date(2031, 3, 9)


@dataclass(frozen=True)
class Held:
    """One of each."""

    words: tuple[str, ...]
    places: tuple[int, ...]
    by: dict[str, When]
    likely: float | None
    sure: bool
    source: Source


SOURCE = Source(
    "so-1", "Émile 🚢 Varn", Kind.PERSON, ("Varn", "Émile 🚢 Varn"), ("varn",), (Ground("a", "b", "spelling"),)
)
FELL = Fate(Status.CORRECTED, UNKNOWN, "Ida Renn", "r2", SPAN, (Fate(Status.WITHDRAWN, When.on(DAY), "", None, None),))
NOUNS = [
    (SOURCE, Source),
    (Source("so-2", "", Kind.THING, (), ()), Source),
    (When.on(DAY, SPAN), When),
    (When(None, DAY, Precision.INTERVAL), When),
    (UNKNOWN, When),
    (None, Span | None),
    (SPAN, Span | None),
    ((("a", DAY), ("b", DAY)), tuple[tuple[str, date], ...]),
    (("a", DAY, SPAN), tuple[str, date | None, Span]),
    ((1, 2.5), tuple[int, float]),
    ({"x": ("y",)}, dict[str, tuple[str, ...]]),
    (Kind.PERSON, Kind),
    (FELL, Fate),
    ((SPAN, SPAN), tuple[Span, ...]),
    ((), tuple[Span, ...]),
    (Held(("“so”", "\u200b"), (4, 0), {"x": UNKNOWN, "y": When.on(DAY)}, None, sure=True, source=SOURCE), Held),
    (Held((), (), {}, 0.1, sure=False, source=SOURCE), Held),
]


@pytest.mark.parametrize(("noun", "kind"), NOUNS)
def test_it_comes_back_as_it_was(noun, kind) -> None:
    back = take(kind, json.loads(json.dumps(put(kind, noun), ensure_ascii=False)))
    assert back == noun
    assert repr(back) == repr(noun)  # tuples are tuples and kinds are kinds


@pytest.mark.parametrize("noun", [{1, 2}, object(), b"x"])
def test_what_has_no_plain_form_is_refused(noun) -> None:
    with pytest.raises(TypeError, match="no plain form"):
        put(type(noun), noun)
    with pytest.raises(TypeError, match="no plain form"):
        take(type(noun), [])
