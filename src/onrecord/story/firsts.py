"""The first telling of each of some utterances."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.ledger.base import Selection
from onrecord.record.origin import Origin
from onrecord.story.entries import Entry, entries
from onrecord.story.known import Known
from onrecord.story.origins import of_source


def firsts(known: Known, origins: Iterable[Origin]) -> dict[str, Entry]:
    """The statement that told each of these utterances first, by the utterance's id; no other is looked at.

    Args:
        known: the view.
        origins: utterances of it.
    """
    first = {
        whole.statements[0]: whole.origin.id
        for origin in origins
        for whole in of_source(known, origin.source)
        if whole.origin.id == origin.id
    }
    found = entries(known, known.view.statements(Selection(ids=list(first))))
    return {first[entry.id]: entry for entry in found}
