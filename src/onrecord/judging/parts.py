"""What of a statement a person can correct, and the statement that comes of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from onrecord.record.name import Kind, Name, called
from onrecord.record.statement import Act, Stance, Statement
from onrecord.record.when import When
from onrecord.wording import fold, name_key

SPEAKER, CHANNEL, ACT, STANCE, SAID = PARTS = ("speaker", "channel", "act", "stance", "said")


def _speaker(value: str) -> str:
    if value.strip() and not name_key(value):
        raise ValueError("a speaker needs a name")
    return name_key(value)


def _one_of(kind: type[Act | Stance], value: str) -> str:
    if value not in {member.value for member in kind}:
        raise ValueError(f"{value!r} is none of {', '.join(member.value for member in kind)}")
    return value


_FORMS: Mapping[str, Callable[[str], str]] = {
    SPEAKER: _speaker,
    CHANNEL: lambda value: " ".join(value.casefold().split()),
    ACT: lambda value: _one_of(Act, value),
    STANCE: lambda value: _one_of(Stance, value),
    SAID: lambda value: str(When.written(value)),
}


def comparable(part: str, value: str) -> str:
    """What a part is corrected to, in the form in which two people mean the same. Raises ValueError."""
    if part not in _FORMS:
        raise ValueError(f"{part!r} is no part of a statement: it is one of {', '.join(PARTS)}")
    return _FORMS[part](value)


def corrected(statement: Statement, part: str, value: str, names: Iterable[Name]) -> Statement:
    """The statement with one of its parts as a person has it.

    Args:
        statement: as it was read.
        part: what is corrected.
        value: what that is; of a speaker the name, in any spelling of the report, or empty for nobody.
        names: the bearers of names in the report.
    """
    plain = comparable(part, value)
    match part:
        case "speaker":
            return replace(statement, chain=_chain(statement, plain and bearer(value, names)), speaker=None)
        case "channel":
            return replace(statement, channel=plain)
        case "act":
            return replace(statement, act=Act(plain))
        case "stance":
            return replace(statement, stance=Stance(plain))
    return replace(statement, said=When.written(plain))


def _chain(statement: Statement, speaker: str) -> tuple[str, ...]:
    """The chain with another speaker at its end; nobody speaks where none is named."""
    through = tuple(key for key in statement.chain[:-1] if key != speaker)
    return (*through, speaker) if speaker else ()


def bearer(name: str, names: Iterable[Name]) -> str:
    """The key of whoever bears a name in a report; where nobody there does, the key that the name has anywhere."""
    key, spelled = name_key(name), fold(name.strip())
    found = sorted(names, key=lambda one: (called(one.key) != key, one.key))
    return next((one.key for one in found if called(one.key) == key or spelled in map(fold, one.spellings)), key)


def unnamed(speakers: Iterable[str], names: Collection[Name]) -> list[Name]:
    """Those of some speakers whom a report does not name, by key; who they are, the kind that others tell decides."""
    keys = {name.key for name in names}
    new = {key: " ".join(name.split()) for name in sorted(speakers, reverse=True) if (key := bearer(name, names))}
    return [Name(key, new[key], Kind.PERSON, (new[key],)) for key in sorted(new) if key not in keys]
