"""Who is meant by an office: the one person whom the reports give it, or nobody."""

from __future__ import annotations

import pytest

from onrecord.matching.offices import appointed
from onrecord.record.name import Ground, Kind, Source, source_id
from onrecord.wording import name_key


def meant(office, **people):
    """Who is meant, by the last name, among people with these roles."""
    sources = {
        name: Source(source_id(name), name, Kind.PERSON, (name,), (name,)) for name in sorted(map(name_key, people))
    }
    found = appointed([f"{office}@aa", f"{office}@bb"], sources, people)
    assert found.get(f"{office}@aa") == found.get(f"{office}@bb")
    source = found.get(f"{office}@aa")
    return source.name if source else None


@pytest.mark.parametrize(
    ("office", "roles"),
    [
        ("interior minister", ["interior minister"]),
        ("interior minister", ["ostrel's interior minister"]),
        ("interior minister", ["minister of the interior"]),
        ("interior minister", ["interior minister rear admiral", "ms"]),
        ("mayor of ostrel", ["mayor of ostrel"]),
        ("ostrel mayor", ["mayor of ostrel"]),
        ("salt board chairwoman", ["chair of the salt board"]),
        ("director of st orm hospital", ["st orm hospital director"]),
        ("former interior minister", ["former interior minister", "essayist"]),
        ("prime minister", ["prime minister"]),
    ],
)
def test_the_one_who_holds_an_office(office, roles):
    assert meant(office, delk=roles, quist=["baker"]) == "delk"


@pytest.mark.parametrize(
    ("office", "people"),
    [
        ("interior minister", {"delk": ["interior minister"], "quist": ["interior minister"]}),
        ("interior minister", {"delk": ["former interior minister"]}),
        ("interior minister", {"delk": ["interior minister", "former interior minister"]}),
        ("interior minister", {"delk": ["deputy interior minister"]}),
        ("interior minister", {"delk": ["adviser to the interior minister"]}),
        ("interior minister", {"delk": ["trade minister"]}),
        ("former interior minister", {"delk": ["interior minister"]}),
        ("mayor of ostrel", {"delk": ["mayor of kelm"], "quist": ["mayor"]}),
        ("salt board chair", {"delk": ["spokesman of the salt board"]}),
    ],
)
def test_an_office_of_nobody_known(office, people):
    assert meant(office, **people) is None


def test_a_body_holds_no_office():
    board = Source("so-1", "Salt Board", Kind.ORGANISATION, ("Salt Board",), ("salt board",))
    assert appointed(["interior minister@aa"], {"salt board": board}, {"salt board": ("interior minister",)}) == {}


def test_the_holder_keeps_their_grounds_and_gains_one():
    ground = Ground("delk", "runa delk", "short for the only one that fits")
    runa = Source("so-1", "Runa Delk", Kind.PERSON, ("Delk", "Runa Delk"), ("delk", "runa delk"), (ground,))
    found = appointed(["trade minister@aa"], {"delk": runa, "runa delk": runa}, {"runa delk": ("minister of trade",)})
    assert found.keys() == {"trade minister@aa", "delk", "runa delk"}
    assert {*found.values()} == {found["delk"]}
    assert [one.other for one in found["delk"].grounds] == ["runa delk", "trade minister"]
