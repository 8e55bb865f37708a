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


def test_what_the_speaker_of_an_utterance_said_is_had_without_its_retellings(told):
    record = told(*DENIED)
    for origin in record.origins():
        assert tuple(record.spoken(origin)) == record.traced(origin).entries
        assert tuple(record.spoken(origin, limit=1)) == record.traced(origin, limit=1).entries
    assert any(record.traced(origin).retold for origin in record.origins())


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


DENIED = (
    (
        "2024-03-11",
        "Ida Renn of the harbour guard said on Monday that nineteen boats had left the northern pier at dawn.",
    ),
    ("2024-03-12", "Nineteen boats had left the northern pier at dawn, a senior official told reporters on Tuesday."),
    ("2024-03-12", "“Nobody has left, and nobody will leave before the storm has passed,” Per Lund said on Tuesday."),
)


def test_numbers_open_into_their_lists(told):
    record = told(*DENIED)
    made = record.behind(entry.id for entry in record.statements())
    assert [[record.who(source).name for source in one.sources] for one in made.origins] == [["Ida Renn"], ["Per Lund"]]
    assert (made.backing.origins, made.backing.reports, made.backing.outlets) == (2, 3, 1)
    assert len(made.origins[0].reports) == 2  # the official's words are hers


def test_words_without_a_name_go_back_to_whoever_spoke_them(told):
    record = told(*DENIED)
    [official] = [entry for entry in record.statements() if "official" in entry.speaker]
    traced = record.origin_of(official.id)
    assert record.who(traced.origin.source).name == "Ida Renn"
    assert [entry.id for entry in traced.retold] == [official.id]
    assert record.as_of("2024-03-11").behind([official.id]).origins == ()


def test_an_answer_counts_the_same_in_its_matter_and_behind_it(told):
    record = told(
        ("2024-03-11", "Ida Renn said on Monday that the harbour guard controlled all of Teldu."),
        ("2024-03-12", "The harbour guard controlled all of Teldu, Per Lund told reporters on Tuesday."),
    )
    for matter in record.matters():
        opened = record.backed(matter.id)
        assert [one.behind.backing for one in opened] == [position.backing for position in matter.positions]


def test_a_body_of_two_words_without_a_name_is_one_where_reports_know_one(told):
    record = told(
        ("2024-03-11", "The coast guard said on Monday that nineteen boats had left the northern pier."),
        (
            "2024-03-12",
            "The fire brigade said on Tuesday that the pier was burning. The coast guard said it was empty.",
        ),
    )
    carried = {record.who(origin.source).name: len(origin.reports) for origin in record.origins()}
    assert carried["coast guard"] + carried["fire brigade"] >= 2
    assert len([one for one in record.sources() if one.source.name == "coast guard"]) == 1
