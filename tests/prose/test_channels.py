from __future__ import annotations

import pytest

from onrecord.prose.channels import by_channel


@pytest.mark.parametrize(
    ("channel", "told"),
    [
        ("", ""),
        ("tweet", "in a tweet"),
        ("press conference in Teldu", "at a press conference in Teldu"),
        ("Friday press conference", "at a Friday press conference"),
        ("audio message sent to media", "in an audio message sent to media"),
        ("opinion piece in the Varn Courier", "in an opinion piece in the Varn Courier"),
        ("interview at her flat", "in an interview at her flat"),
        ("telephone", "by telephone"),
        ("state radio", "by state radio"),
        ("photographs", "in photographs"),
        ("first message", "in the first message"),
        ("his statement", "in his statement"),
        ("parliament", "in parliament"),
        ("speech to parliament", "in a speech to parliament"),
        ("to reporters", "to reporters"),
        ("website", "on a website"),
        ("court", "at court"),
        ("charge sheet", "in a charge sheet"),
        ("what they hummed", "by a channel given as “what they hummed”"),
    ],
)
def test_a_channel_gets_its_preposition_and_article(channel, told):
    assert by_channel(channel) == told
