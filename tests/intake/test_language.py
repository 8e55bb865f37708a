from __future__ import annotations

import subprocess
import sys

import pytest

from onrecord.intake.language import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The harbour guard said on Monday that its men held the pier.", "en"),
        ("Die Hafenwache sagte am Montag, ihre Leute hielten den Pier.", "de"),
        ("La garde du port a déclaré lundi que ses hommes tenaient la jetée.", "fr"),
        ("Портовая охрана заявила в понедельник, что её люди удерживают пирс.", "ru"),
        ("قال حرس الميناء يوم الاثنين إن رجاله يسيطرون على الرصيف.", "ar"),
        ("Too short 2021-09-06", "und"),
        ("12345 67890 " * 50, "und"),
        ("ߊ" * 60, "und"),
        ("q" * 60, "und"),
        ("", "und"),
    ],
)
def test_the_language_is_told_where_there_is_enough_to_tell(text, code):
    assert language(text) == code


def test_nothing_heavy_is_loaded_before_a_language_is_asked_for():
    code = "import sys, onrecord.intake.files; print('py3langid' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
