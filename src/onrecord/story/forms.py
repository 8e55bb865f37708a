"""Nouns as JSON has them, and back: a dataclass is the list of its fields, a day its ordinal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

Plain: TypeAlias = Any
"""Lists, mappings, texts, numbers and nothing."""

Take: TypeAlias = Callable[[Plain], Any]


def put(noun: object) -> Plain:
    """A noun in plain form."""
    if noun is None or isinstance(noun, str | int | float):
        return noun
    if isinstance(noun, date):
        return noun.toordinal()
    if isinstance(noun, Mapping):
        return {key: put(value) for key, value in noun.items()}
    if is_dataclass(noun):
        return [put(getattr(noun, field.name)) for field in fields(noun)]
    if isinstance(noun, tuple):  # all of one type: texts stay as they are
        return list(noun) if noun and isinstance(noun[0], str) else list(map(put, noun))
    raise TypeError(f"{type(noun)} has no plain form")


def taking(kind: object) -> Take:
    """What makes a noun of this type of its plain form."""
    of, inner = get_origin(kind), get_args(kind)
    if of in {Union, UnionType}:
        return _or_none(taking(next(one for one in inner if one is not NoneType)))
    if of is tuple:
        return _several(taking(inner[0]))
    if of is dict:
        return _named(taking(inner[1]))
    return _one(kind) if isinstance(kind, type) else _refused(kind)


def _one(kind: type) -> Take:
    if issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    if issubclass(kind, date):
        return date.fromordinal
    if is_dataclass(kind):
        return _built(kind)
    return kind if kind in {str, int, float, bool} else _refused(kind)


@cache
def _built(kind: type) -> Take:
    hints = get_type_hints(kind)
    takes = [taking(hints[field.name]) for field in fields(kind)]
    return lambda plain: kind(*[take(value) for take, value in zip(takes, plain, strict=True)])


def _or_none(take: Take) -> Take:
    return lambda plain: None if plain is None else take(plain)


def _several(take: Take) -> Take:
    return tuple if take is str else lambda plain: tuple(map(take, plain))


def _named(take: Take) -> Take:
    return lambda plain: {key: take(value) for key, value in plain.items()}


def _refused(kind: object) -> Take:
    raise TypeError(f"{kind} has no plain form")
