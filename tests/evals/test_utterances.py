from __future__ import annotations

import pytest
from evals.story import chosen
from evals.utterances import events_of, scored, under


@pytest.mark.parametrize("name", ["dam", "merger", "seeds"])
def test_every_floor_of_utterances_holds(name):
    [story] = chosen([name])
    if not story.here:
        pytest.skip(f"{story.ledger} is not here")
    case, _ = scored(story)
    events = events_of(name, case.gold.statements.values())
    assert events
    assert under(name, case, events) == []


def test_what_is_not_put_together_is_under_its_floor():
    [story] = chosen(["merger"])
    case, _ = scored(story)
    events = events_of("merger", case.gold.statements.values())
    for match in case.matches:
        match.found["origin"] = None
    assert len(under("merger", case, events)) == 2
