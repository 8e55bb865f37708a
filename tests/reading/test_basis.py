from __future__ import annotations

import pytest

from onrecord.reading.basis import basis
from onrecord.record.statement import Basis


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("said", "I saw the crane fall into the water", Basis.SAW),
        ("said", "he had seen two men on the roof", Basis.SAW),
        ("said", "we watched them carry the boxes out", Basis.SAW),
        ("said", "I heard two shots and then nothing", Basis.SAW),
        ("told", "with my own eyes I counted nine boats", Basis.SAW),
        ("said she saw", "smoke over the depot", Basis.SAW),
        ("said", "I was told that the gate had been shut", Basis.TOLD),
        ("said", "she had been informed of the transfer on Friday", Basis.TOLD),
        ("said", "they heard that the pump had failed", Basis.TOLD),
        ("said", "a guard told me the cells were empty", Basis.TOLD),
        ("said he had heard from", "a cousin that the road was mined", Basis.TOLD),
        ("said", "I was told to leave the building", Basis.SAYS),
        ("said", "nobody told me which side they were on", Basis.SAYS),
        ("said", "they told us to wait by the gate", Basis.SAYS),
        ("said", "We were standing on the quay when the crane came down", Basis.SAW),
        ("said", "I ran with the child under my coat", Basis.SAW),
        ("said", "he ran the depot for nine years", Basis.SAYS),
        ("said", "My brother says he saw it", Basis.SAYS),
        ("said", "The pier is closed, and he was told so in May", Basis.SAYS),
        ("said", "the pier is closed", Basis.SAYS),
        ("reported", "the inspector, who told nobody, resigned", Basis.SAYS),
    ],
)
def test_how_a_speaker_knows_it(cue, content, expected):
    assert basis("Ida Renn", cue, content) is expected


def test_whoever_is_called_a_witness_saw_it():
    assert basis("a witness who asked not to be named", "said", "the gates were open") is Basis.SAW
    assert basis("a guard", "said", "the gates were open") is Basis.SAYS
