"""How the statements on one matter stand to each other, each link with its ground."""

from __future__ import annotations

from onrecord.ledger.base import Selection
from onrecord.matching.links import opposed, pointed
from onrecord.record.matter import Link
from onrecord.story.derived import derived
from onrecord.story.known import Known
from onrecord.story.matters import bearing, named


def links(known: Known, wanted: str) -> tuple[Link, ...]:
    """The links between statements on the matter of an id or the start of one, in a stable order. Raises NotFound."""
    key = named(known, wanted)
    return derived(known.view, f"links {key[0]} {key[1]}", tuple[Link, ...], lambda: _links(known, key))


def _links(known: Known, key: tuple[str, str]) -> tuple[Link, ...]:
    on = bearing(known, key)
    if on is None:
        return ()
    said = known.kept(known.view.statements(Selection(ids=[row.statement for row in on.rows])))
    ids = {statement.id for statement in said}
    found = {link for link in (*pointed(said), *opposed(on, known.who)) if {link.source, link.target} <= ids}
    return tuple(sorted(found, key=lambda link: (link.kind, link.source, link.target, link.ground)))
