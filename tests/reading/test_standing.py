from __future__ import annotations

import pytest

from onrecord.reading.standing import standing
from onrecord.record.statement import Standing


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("said", "I saw the crane fall into the water", Standing.SAW),
        ("said", "he had seen two men on the roof", Standing.SAW),
        ("said", "we watched them carry the boxes out", Standing.SAW),
        ("said", "I heard two shots and then nothing", Standing.SAW),
        ("told", "with my own eyes I counted nine boats", Standing.SAW),
        ("said she saw", "smoke over the depot", Standing.SAW),
        ("said", "I was told that the gate had been shut", Standing.TOLD),
        ("said", "she had been informed of the transfer on Friday", Standing.TOLD),
        ("said", "they heard that the pump had failed", Standing.TOLD),
        ("said", "a guard told me the cells were empty", Standing.TOLD),
        ("said he had heard from", "a cousin that the road was mined", Standing.TOLD),
        ("said", "I was told to leave the building", Standing.SAYS),
        ("said", "nobody told me which side they were on", Standing.SAYS),
        ("said", "they told us to wait by the gate", Standing.SAYS),
        ("said", "We were standing on the quay when the crane came down", Standing.SAW),
        ("said", "I ran with the child under my coat", Standing.SAW),
        ("said", "he ran the depot for nine years", Standing.SAYS),
        ("said", "My brother says he saw it", Standing.SAYS),
        ("said", "The pier is closed, and he was told so in May", Standing.SAYS),
        ("said", "the pier is closed", Standing.SAYS),
        ("reported", "the inspector, who told nobody, resigned", Standing.SAYS),
    ],
)
def test_how_a_speaker_knows_it(cue, content, expected):
    assert standing("Ida Renn", cue, content) is expected


def test_whoever_is_called_a_witness_saw_it():
    assert standing("a witness who asked not to be named", "said", "the gates were open") is Standing.SAW
    assert standing("a guard", "said", "the gates were open") is Standing.SAYS
