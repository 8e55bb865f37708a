"""Names as the reports of a view tell of them, for tests of who is who."""

from __future__ import annotations

from onrecord.matching.identity import NameUse, identify
from onrecord.record.name import Kind
from onrecord.wording import name_key

PERSON, BODY, OUTLET, PLACE, THING = Kind.PERSON, Kind.ORGANISATION, Kind.OUTLET, Kind.PLACE, Kind.THING


def use(name, kind=PERSON, spellings=(), reports=1):
    return NameUse(name_key(name), kind, name, (name, *spellings), reports)


def together(kind, *names):
    sources = identify([use(name, kind) for name in names])
    return len({source.id for source in sources.values()}) == 1
