"""The bearers of a report as names for the record."""

from __future__ import annotations

from onrecord.reading.names import Bearer, Cast
from onrecord.record.name import Kind, Name
from onrecord.wording import name_key


def keyed(report: str, bearer: Bearer) -> str:
    """The key of a bearer: one who is nobody in particular is known to this report alone."""
    if bearer.local:
        return f"{' '.join(bearer.words)}@{report}"
    key = name_key(bearer.name)
    return f"{key}~{report}" if key and bearer.common else key or f"{' '.join(bearer.words)}@{report}"


def roster(report: str, cast: Cast) -> tuple[Name, ...]:
    """The names of a report, sorted by key; bearers of one key are one."""
    found: dict[str, Name] = {}
    for bearer in cast.bearers:
        if bearer.adjective:
            continue
        key = keyed(report, bearer)
        old = found.get(key)
        spellings = {*bearer.spellings, *(old.spellings if old else ())} or {bearer.name}
        roles = {*bearer.roles, *(old.roles if old else ())}
        nobody = bearer.local and bearer.kind is not Kind.OFFICE
        kind = Kind.ANONYMOUS if nobody else (old.kind if old else bearer.kind)
        found[key] = Name(key, bearer.name, kind, tuple(sorted(spellings)), tuple(sorted(roles)))
    return tuple(found[key] for key in sorted(found))
