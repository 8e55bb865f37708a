"""Whom persons speak for, by the roles that reports give them."""

from __future__ import annotations

import pytest

from onrecord.matching.who import affiliations
from onrecord.record.name import Kind, Source, source_id
from onrecord.wording import name_key


def source(name, kind=Kind.ORGANISATION, *more):
    key = name_key(name)
    return Source(source_id(key), name, kind, (name, *more), (key,))


BODIES = [
    source("Interior Ministry"),
    source("Ministry of Health"),
    source("Ostrel Salt Front", Kind.ORGANISATION, "OSF"),
    source("Ostrel town hall"),
    source("Regional Fire Service"),
    source("Ostrel Port Authority"),
    source("public prosecutor's office"),
    source("Salt Gazette", Kind.OUTLET),
]


def spoken_for(*roles):
    person = source("Runa Delk", Kind.PERSON)
    sources = {one.keys[0]: one for one in (*BODIES, person)}
    found = affiliations(sources, {"runa delk": roles})
    named = {one.id: one.name for one in BODIES}
    return named.get(found.get(person.id, ""))


@pytest.mark.parametrize(
    ("roles", "body"),
    [
        (["interior ministry spokeswoman"], "Interior Ministry"),
        (["interior ministry's spokeswoman"], "Interior Ministry"),
        (["interior minister", "ms"], "Interior Ministry"),
        (["minister of the interior"], "Interior Ministry"),
        (["health minister"], "Ministry of Health"),
        (["osf leader"], "Ostrel Salt Front"),
        (["osf's leader", "leader of the ostrel salt front"], "Ostrel Salt Front"),
        (["mayor"], "Ostrel town hall"),
        (["mayor of ostrel"], "Ostrel town hall"),
        (["fire chief"], "Regional Fire Service"),
        (["harbourmaster of ostrel"], "Ostrel Port Authority"),
        (["public prosecutor"], "public prosecutor's office"),
        (["editor of the salt gazette"], "Salt Gazette"),
        (["osf leader", "osf founder", "editor of the salt gazette"], "Ostrel Salt Front"),
    ],
)
def test_who_has_a_role_in_a_body_speaks_for_it(roles, body):
    assert spoken_for(*roles) == body


@pytest.mark.parametrize(
    "roles",
    [
        ["minister"],
        ["prime minister"],
        ["trade minister"],
        ["former interior minister"],
        ["mayor of kelm"],
        ["son of the ostrel salt front leader"],
        ["critic of the osf"],
        ["osf leader", "editor of the salt gazette"],
        ["chief"],
        ["dentist"],
        [],
    ],
)
def test_who_has_none_or_two_speaks_for_themselves(roles):
    assert spoken_for(*roles) is None
