"""Nouns as JSON has them, and back: a dataclass is the list of its fields, a day its ordinal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

Plain: TypeAlias = Any
"""Lists, mappings, texts, numbers and nothing."""


@dataclass(frozen=True, slots=True)
class Form:
    """How nouns of one type are put into plain form, and made of it again.

    Attributes:
        put: gives the plain form of a noun; None where a noun is plain as it is.
        take: makes the noun of its plain form.
    """

    put: Callable[[Any], Plain] | None
    take: Callable[[Plain], Any]


def put(kind: object, noun: object) -> Plain:
    """A noun of a type in plain form."""
    return _put(_form(kind))(noun)


def take(kind: object, plain: Plain) -> Any:  # noqa: ANN401 - a noun of that type
    """The noun of a type that a plain form is of."""
    return _form(kind).take(plain)


@cache
def _form(kind: object) -> Form:
    of, inner = get_origin(kind), get_args(kind)
    if of in {Union, UnionType}:
        return _or_none(_form(next(one for one in inner if one is not NoneType)))
    if of is tuple:
        return _several(_form(inner[0])) if inner[-1] is Ellipsis else _each(list(map(_form, inner)))
    if of is dict:
        return _named(_form(inner[1]))
    return _one(kind) if isinstance(kind, type) else _refused(kind)


def _one(kind: type) -> Form:
    if issubclass(kind, StrEnum):
        return Form(None, {member.value: member for member in kind}.__getitem__)
    if issubclass(kind, date):
        return Form(date.toordinal, date.fromordinal)
    if is_dataclass(kind):
        return _built(kind)
    return Form(None, kind) if kind in {str, int, float, bool} and not issubclass(kind, Enum) else _refused(kind)


def _built(kind: type) -> Form:
    cells = attrgetter(*(names := [field.name for field in fields(kind)]), names[0])  # one more: always several

    @cache
    def forms() -> tuple[list[Callable[[Plain], Any]], list[tuple[int, Callable[[Any], Plain]]]]:
        """Of the fields; when first asked for, since a type may hold others of its own."""
        hints = get_type_hints(kind)
        found = [_form(hints[name]) for name in names]
        return [form.take for form in found], [(at, form.put) for at, form in enumerate(found) if form.put]

    def putting(noun: object) -> Plain:
        plain = [*cells(noun)[:-1]]
        for at, each in forms()[1]:
            plain[at] = each(plain[at])
        return plain

    return Form(putting, lambda plain: kind(*[take(value) for take, value in zip(forms()[0], plain, strict=True)]))


def _or_none(form: Form) -> Form:
    each = form.put
    return Form(
        each and (lambda noun: None if noun is None else each(noun)),
        lambda plain: None if plain is None else form.take(plain),
    )


def _several(form: Form) -> Form:
    each = form.put
    return Form(
        each and (lambda nouns: list(map(each, nouns))),
        tuple if form.take is str else lambda plain: tuple(map(form.take, plain)),
    )


def _each(forms: list[Form]) -> Form:
    """A tuple of so many, each of a type of its own."""
    puts = list(map(_put, forms))
    return Form(
        lambda nouns: [each(noun) for each, noun in zip(puts, nouns, strict=True)],
        lambda plain: tuple(form.take(each) for form, each in zip(forms, plain, strict=True)),
    )


def _named(form: Form) -> Form:
    each = form.put
    return Form(
        each and (lambda nouns: {key: each(noun) for key, noun in nouns.items()}),
        lambda plain: {key: form.take(value) for key, value in plain.items()},
    )


def _put(form: Form) -> Callable[[Any], Plain]:
    return form.put or (lambda noun: noun)


def _refused(kind: object) -> Form:
    raise TypeError(f"{kind} has no plain form")
