"""What a form decides: its fields as a ruling, and the page to go back to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl, urlencode

from onrecord.errors import BadArgument
from onrecord.record.doubt import Choice, Doubt
from onrecord.record.name import Source, called
from onrecord.wording import name_key

CHOICE: Final = "choice"
"""The field that holds what a button decides: further fields, written as in an address."""

WHY: Final = "on reading the words"
"""The reason that stands in a form until a person gives another."""

PARTS: Final = ("speaker", "channel", "act", "stance", "said")
"""What of a statement a person can correct."""

_LONGEST: Final = 2_000  # code points of a name, a reason or a value
_OWN = re.compile(r"/(?![/\\])[^\\\x00-\x1f\x7f]*")


def chosen(doubt: Doubt, choice: Choice) -> str:
    """What a button decides that answers a doubt."""
    fields = [("ruling", choice.ruling.value), *(("statement", one) for one in doubt.statements)]
    if choice.value:
        return urlencode([("ruling", choice.ruling.value), ("judgement", choice.value)])
    if doubt.names:
        fields = [fields[0], *(("name", one) for one in doubt.names)]
    if doubt.report:
        fields.append(("report", doubt.report))
    if choice.part:
        fields.append(("part", choice.part))
    return urlencode(fields)


def spellings(source: Source) -> list[str]:
    """The names of a source that may be another's: those that brought a name of a report to it, but its own."""
    keys = {called(key) for key in source.keys}
    names = {name_key(name): name for name in source.names if name_key(name) in keys}
    return sorted(name for key, name in names.items() if key != name_key(source.name))


def fields_of(sent: Mapping[str, str]) -> dict[str, list[str]]:
    """The fields of a form with those of the button that was pressed, each with its values. Raises BadArgument."""
    found = {name: [value] for name, value in sent.items() if name != CHOICE}
    for name, value in parse_qsl(sent.get(CHOICE, ""), keep_blank_values=True):
        found.setdefault(name, []).append(value)
    long = next((name for name, some in found.items() for value in some if len(value) > _LONGEST), "")
    if long:
        raise BadArgument(f"{long}: at most {_LONGEST:,} characters can be kept")
    return found


def back(sent: Mapping[str, str]) -> str:
    """The page to go back to: one of this application, whatever the form says."""
    given = sent.get("back", "")
    return given if _OWN.fullmatch(given) else "/"
