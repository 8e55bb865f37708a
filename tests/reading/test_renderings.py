from __future__ import annotations

from reading.reports import contents, only, reading, sources

from onrecord.record.statement import Mode

GERMAN = "«Die Brücke hält, und ich fahre selbst jeden Tag mit meinen Kindern darüber.»"
ENGLISH = "The bridge holds, and I drive across it with my children every day."


def test_quotation_whose_speaker_follows_as_a_sentence():
    text = "Leo Marsh said it would rain.\n\n“We stay here, all of us.” Ana Brod, the mayor, said on Friday in a letter to parents."
    assert contents(text) == ["it would rain", "We stay here, all of us."]
    assert sources(text) == ["Leo Marsh", "Ana Brod"]
    assert reading(text).statements[1].channel == "letter to parents"


def test_sentence_behind_a_quotation_that_says_more_is_its_own():
    text = "Leo Marsh was there. “We stay here, all of us.” Ana Brod said on Friday that the dam had held."
    assert contents(text)[-1] == "the dam had held"


def test_quotation_and_its_rendering_are_one_statement():
    text = f"{GERMAN} Ana Brod said on Thursday at a press conference. In English: “{ENGLISH}”"
    statement = only(text)
    assert [span.of(text) for span in statement.content] == [GERMAN.strip("«»"), ENGLISH]
    assert sources(text) == ["Ana Brod"]
    assert statement.mode is Mode.DIRECT
    assert statement.channel == "press conference"
    assert str(statement.said) == "2024-05-02"


def test_rendering_with_no_quotation_before_it_has_no_speaker():
    text = f"Rain fell on Tolva. In English: “{ENGLISH}”"
    assert sources(text) == [""]


def test_foreign_quotation_in_an_english_sentence_is_read():
    text = f"Ana Brod, the mayor of Tolva, said on Thursday at a meeting in the town hall in German: {GERMAN}"
    assert contents(text) == [GERMAN.strip("«»")]
    assert sources(text) == ["Ana Brod"]
    assert reading(text).problems == ()
