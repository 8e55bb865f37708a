"""No figure of any story is under its floor, and no floor sinks unnoticed."""

import pytest
from evals.floors import Measured, Pinned, Sunk, failures, load, measured, pin
from evals.story import stories

DIGESTS = {"gold": "aa", "reports": "bb"}
COUNTS = {"reports": 3}


def today(**figures):
    return Measured(DIGESTS, COUNTS, {name.replace("_", ".", 1): value for name, value in figures.items()})


def pinned(**floors):
    return Pinned(DIGESTS, COUNTS, {name.replace("_", ".", 1): value for name, value in floors.items()})


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.name)
def test_every_floor_holds(story):
    if not story.here:
        pytest.skip(f"{story.name} is not here")
    floors = load()
    assert story.name in floors, "no floors are pinned: run python -m evals.run --pin"
    assert list(failures(floors[story.name], measured(story, story.case()))) == []


def test_figure_under_its_floor_fails():
    assert list(failures(pinned(said_exact=0.5), today(said_exact=0.49)))
    assert not list(failures(pinned(said_exact=0.5), today(said_exact=0.5)))


def test_missing_figure_fails():
    assert list(failures(pinned(said_exact=0.0), today()))


def test_changed_ledger_is_noticed():
    changed = Measured({**DIGESTS, "gold": "cc"}, COUNTS, {})
    assert list(failures(pinned(), changed)) == ["the gold changed since the floors were pinned: pin them anew"]


def test_pinning_raises_floors_less_the_slack():
    assert pin(pinned(said_exact=0.5), today(said_exact=0.8)).floors == {"said.exact": 0.79}


def test_pinning_keeps_a_floor_that_today_only_just_holds():
    assert pin(pinned(said_exact=0.795), today(said_exact=0.8)).floors == {"said.exact": 0.795}


def test_pinning_refuses_to_lower_without_a_reason():
    with pytest.raises(Sunk, match=r"said\.exact"):
        pin(pinned(said_exact=0.9), today(said_exact=0.8))


def test_lowering_keeps_its_reason():
    lowered = pin(pinned(said_exact=0.9), today(said_exact=0.8), "the ledger was wrong")
    assert lowered.floors == {"said.exact": 0.79}
    assert [(one["reason"], one["figures"]) for one in lowered.lowered] == [
        ("the ledger was wrong", {"said.exact": [0.9, 0.8]})
    ]
