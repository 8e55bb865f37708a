from __future__ import annotations

SPOKEN = (
    ("2024-03-11", "In an audio message on Monday, Ida Renn said that her guard held the pier."),
    ("2024-03-12", "Ida Renn said in an audio message on March 11 that nobody would surrender."),
    ("2024-03-13", "In an audio message, Ida Renn said the guard was ready for talks."),
    ("2024-03-13", "Per Lund told reporters on Wednesday that the pier was empty."),
)


def test_one_message_in_three_reports_is_one_origin(told):
    record = told(*SPOKEN)
    origin = record.origins(source="Ida Renn")[0]
    assert (str(origin.said), origin.statements) == ("2024-03-11", 3)
    traced = record.traced(origin)
    assert len(traced.origin.reports) == 3
    assert traced == record.origin(origin.id)
    assert len(record.traced(origin, limit=1).entries) == 1


def test_another_speaker_is_another_origin(told):
    record = told(*SPOKEN)
    assert len({origin.source for origin in record.origins()}) == 2
    assert record.as_of("2024-03-12").origins(source="Ida Renn")[0].statements == 2


def test_a_passage_in_two_reports_is_reuse_with_exact_places(told):
    sentence = (
        "The old lighthouse keeper counted nineteen boats leaving Teldu harbour before the storm broke over Varn."
    )
    record = told(("2024-03-11", sentence), ("2024-03-12", f"From our reporter. {sentence} Nobody knows why."))
    [shared] = record.reuse()
    texts = [record.text(span.report)[span.start : span.end] for span in (shared.a, shared.b)]
    assert texts == [sentence.rstrip("."), sentence.rstrip(".")]
