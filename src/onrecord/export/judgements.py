"""Decisions as lines of JSON, to be handed from one record to another: with the words and titles for people to read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from onrecord.errors import BadArgument
from onrecord.record.judgement import Judged, Judgement, Ruling, judgement
from onrecord.record.problem import Problem
from onrecord.record.report import Listing
from onrecord.record.span import Span

_FAR = 2**31  # no text is as long
_ADVICE = "mend the line, or export it anew where it came from; the other lines are taken in"


def lines(judged: Iterable[Judged], reports: Mapping[str, Listing]) -> Iterator[str]:
    """Each decision as one line.

    Args:
        judged: the decisions with their words.
        reports: what is known of the reports that they are about, by id.
    """
    for one in judged:
        made = one.judgement
        places = [
            {"report": place.report, "start": place.start, "end": place.end, "words": words, **_told(place, reports)}
            for place, words in zip(made.places, one.words, strict=True)
        ]
        said = {"names": list(made.names), "part": made.part, "value": made.value}
        whose = {"who": made.who, "why": made.why, "when": made.when.isoformat()}
        row = {"id": made.id, "ruling": made.ruling.value, "places": places, **said, **whose}
        yield json.dumps(row, ensure_ascii=False)


def _told(place: Span, reports: Mapping[str, Listing]) -> dict[str, str]:
    """By what people know a report."""
    listing = reports.get(place.report)
    if listing is None:
        return {}
    return {"title": listing.title, "outlet": listing.outlet, "published": str(listing.published)}


def read(path: Path) -> tuple[list[Judgement], list[Problem]]:
    """The decisions of a file, and the lines that could not be read. Raises BadArgument where there is no such file."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadArgument(f"cannot read {path}: {error.strerror or error}; give a file of judgements") from error
    made, problems = list[Judgement](), list[Problem]()
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        try:
            made += [_decision(json.loads(line.decode()))] if line.strip() else []
        except (ValueError, TypeError, KeyError, RecursionError, OverflowError) as error:
            problems.append(Problem(f"{path.name}:{number}", f"is no judgement: {_why(error)}", _ADVICE))
    return made, problems


def _why(error: Exception) -> str:
    match error:
        case KeyError():
            return f"it says nothing of {error}"
        case UnicodeError():
            return "it is no text in UTF-8"
        case json.JSONDecodeError():
            return f"it is no JSON ({error.msg}, column {error.colno})"
    return str(error)


def _decision(line: Any) -> Judgement:  # noqa: ANN401 - whatever JSON holds
    """The decision of a line; keys that it does not know are left aside."""
    if not isinstance(line, dict):
        raise TypeError("it is no JSON object")
    when = datetime.fromisoformat(_text(line, "when"))
    if when.tzinfo is None:
        raise ValueError("its time has no time zone")
    if not _text(line, "who").strip():
        raise ValueError("it does not say whose it is")
    made = judgement(
        Ruling(_text(line, "ruling")),
        [_place(place) for place in _list(line, "places")],
        [_plain(name, "a name") for name in _list(line, "names")],
        _text(line, "part", ""),
        _text(line, "value", ""),
        who=_text(line, "who"),
        why=_text(line, "why", ""),
        when=when,
    )
    if line.get("id", made.id) != made.id:
        raise ValueError(f"it says otherwise than when it got the id {line['id']!r}: it was changed on its way")
    return made


def _place(place: Any) -> Span:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(place, dict):
        raise TypeError("a place is no JSON object")
    start, end = place["start"], place["end"]
    if type(start) is not int or type(end) is not int or end > _FAR:
        raise ValueError("a place needs whole numbers for its start and end")
    return Span(_plain(place["report"], "the report of a place"), start, end)


def _list(line: dict[str, Any], key: str) -> list[Any]:
    found = line.get(key, [])
    if not isinstance(found, list):
        raise TypeError(f"{key!r} is no list")
    return found


def _text(line: dict[str, Any], key: str, otherwise: str | None = None) -> str:
    return _plain(line[key] if otherwise is None else line.get(key, otherwise), repr(key))


def _plain(value: Any, what: str) -> str:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(value, str):
        raise TypeError(f"{what} is no text")
    value.encode()  # raises where it holds half a character
    return value
