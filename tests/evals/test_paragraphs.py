"""The annotated paragraphs hold their floors, and their measure tells right from wrong."""

from dataclasses import replace

import pytest
from evals.floors import failures, load
from evals.paragraphs.__main__ import FLOORS
from evals.paragraphs.measure import chain_right, channel_right, figures, measured, outcome, outcomes
from evals.paragraphs.paragraph import HALVES, Misquoted, paragraphs, row_to_paragraph

ROW = {
    "id": "example-1",
    "kind": "dam",
    "text": 'The dam holds, engineer Vera Tolk said in a letter. "It will hold," she said. Rain fell.',
    "statements": [
        {
            "content": ["The dam holds"],
            "cue": "said",
            "speaker": "engineer Vera Tolk",
            "chain": ["Vera Tolk"],
            "mode": "indirect",
            "channel": "letter",
        },
        {
            "content": ["It will hold"],
            "cue": "said #2",
            "speaker": "she",
            "chain": ["Vera Tolk"],
            "mode": "direct",
            "channel": "letter",
        },
    ],
}


@pytest.fixture
def read():
    return outcome(row_to_paragraph(ROW))


@pytest.mark.parametrize("half", HALVES)
def test_every_floor_holds(half):
    assert list(failures(load(FLOORS)[half], measured(half, outcomes(half)))) == []


def test_halves_share_no_paragraph():
    learn, measure = ({one.report.text for one in paragraphs(half)} for half in HALVES)
    assert learn
    assert measure
    assert not learn & measure


def test_what_was_read_is_laid_beside_the_annotation(read):
    assert [pair.found is not None for pair in read.pairs] == [True, True]
    assert read.surplus == ()
    assert all(chain_right(pair) for pair in read.pairs)
    assert channel_right(read.pairs[0])


def test_statement_of_another_speaker_is_wrong(read):
    pair = read.pairs[0]
    assert not chain_right(replace(pair, told=replace(pair.told, chain=(frozenset({"otto grebe"}),))))
    assert not chain_right(replace(pair, told=replace(pair.told, chain=(frozenset({"radio ulm"}), *pair.told.chain))))
    assert not chain_right(replace(pair, told=replace(pair.told, chain=())))


def test_other_channel_or_none_is_wrong(read):
    pair = read.pairs[0]
    for channel in ("tweet", ""):
        assert not channel_right(replace(pair, told=replace(pair.told, channel=channel)))


def test_figures_fall_for_what_is_missed_and_for_what_is_too_much(read):
    whole = figures([read])
    first, second = read.pairs
    missing = figures([replace(read, pairs=(first, replace(second, found=None, links=())))])
    assert whole["mode"]["all"].value == 1
    assert missing["mode"]["found"].value == 1
    assert missing["mode"]["all"].value == 0.5
    assert figures([replace(read, pairs=(first,), surplus=(second.found,))])["statements"]["precision"].value == 0.5


def test_words_that_do_not_stand_there_are_refused():
    with pytest.raises(Misquoted, match="said #3"):
        row_to_paragraph({**ROW, "statements": [{**ROW["statements"][0], "cue": "said #3"}]})
