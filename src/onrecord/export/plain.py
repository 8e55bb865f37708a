"""Records as plain values: dictionaries, lists, strings and numbers, as JSON has them."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from onrecord.record.span import Span
from onrecord.record.when import When


def plain(value: Any) -> Any:  # noqa: ANN401, PLR0911 - any record in, any JSON value out, a line for each kind
    """A record, or anything made of records, as JSON has it; dates are ISO days."""
    if isinstance(value, When):
        return dated(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: plain(getattr(value, field.name)) for field in fields(value) if not field.metadata.get("inner")
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, AbstractSet):
        return sorted(map(plain, value))
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def dated(when: When) -> dict[str, str | None]:
    """A date with its precision; open and unknown ends are null."""
    start, end = (day.isoformat() if day else None for day in (when.start, when.end))
    return {"start": start, "end": end, "precision": when.precision.value}


def placed(span: Span | None) -> list[int] | None:
    """A span within its report: [start, end]."""
    return [span.start, span.end] if span else None


def located(span: Span) -> dict[str, str | int]:
    """A span with its report."""
    return {"report": span.report, "start": span.start, "end": span.end}
