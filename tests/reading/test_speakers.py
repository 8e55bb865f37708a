from __future__ import annotations

import pytest
from reading.reports import reading, sources

from onrecord.record.name import Kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mayor Ana Brod said the dam had held. She urged people to stay.", ["Ana Brod", "Ana Brod"]),
        ("Ana Brod, the mayor, said the dam had held. Brod praised the army.", ["Ana Brod", "Ana Brod"]),
        (
            "Union spokesman Leo Marsh said work would resume. The union spokesman praised the police.",
            ["Leo Marsh"] * 2,
        ),
        (
            "The Tolva Dockers Union (TDU) said work would resume. The TDU thanked the town.",
            ["Tolva Dockers Union"] * 2,
        ),
        ("The Tolva Dockers Union said work would resume. The union thanked the town.", ["Tolva Dockers Union"] * 2),
        ("An engineer said the dam was old. The engineer predicted a flood.", ["engineer"] * 2),
        ("Its own spokesman, Leo Marsh, said the dam had held.", ["Leo Marsh"]),
        ("Mr Marsh said the dam had held. Mrs Marsh said it leaked.", ["Marsh", "Mrs Marsh"]),
        ("Robert Marsh said the dam had held. Ms Marsh said it leaked.", ["Robert Marsh", "Ms Marsh"]),
        (
            "Dr Robin Marsh met Alex Marsh, an engineer. Dr Marsh said the dam had held. Dr Marsh said it leaked.",
            ["Robin Marsh"] * 2,
        ),
        ("Tolva Water said the dam had held. It rained in Tolva. Tolva said it leaked.", ["Tolva Water", "Tolva"]),
        ("Marsh Water said the dam had held. Marsh said it leaked.", ["Marsh Water"] * 2),
        ("Nurse Ida Holm said the dam had held. Farmer Marsh said it leaked.", ["Ida Holm", "Marsh"]),
        ("Engineers Beyond Borders said the dam had held.", ["Engineers Beyond Borders"]),
        ("Leo Tolva is in Tolva. It rained in Tolva. Leo Tolva said the dam had held.", ["Leo Tolva"]),
        (
            "The energy minister, Ida Holm, praised the army. The deputy minister said the dam had held. The minister said it leaked.",
            ["Ida Holm", "deputy minister", "Ida Holm"],
        ),
        (
            "Energy minister Leo Marsh said the dam had held. The transport minister said the road was shut.",
            ["Leo Marsh", "transport minister"],
        ),
        (
            "The harbour's director, Ida Holm, said the dam had held. The museum director praised the army.",
            ["Ida Holm", "museum director"],
        ),
        (
            "The energy minister, Ida Holm, said the dam had held. The ousted minister praised the army.",
            ["Ida Holm"] * 2,
        ),
        ("Director Ida Holm said the dam had held. The museum director praised the army.", ["Ida Holm"] * 2),
        (
            "The energy ministry said the dam had held. The transport ministry said the road was shut. The ministry said it was sure.",
            ["energy ministry", "transport ministry", "transport ministry"],
        ),
        (
            "A local historian has claimed that the dam is older. Writing on Twitter, Ida Holm said it was built in 1902.",
            ["Ida Holm"] * 2,
        ),
        ("He said the dam had held.", [""]),
        ("A manager who was in the room said the dam had held.", ["manager"]),
        ("Engineers consulted by the Tolva Times said the dam had held.", ["Engineers"]),
        ("“The dam leaks,” said one of the town's attorneys, Leo Marsh.", ["Leo Marsh"]),
        ("“The dam leaks,” Rep. Ana Brod (D-Tolva) said.", ["Ana Brod"]),
        (
            "Leo Marsh said the dam had held. The lawyer of the town, Sylvia Holm, praised the army. He thanked the town.",
            ["Leo Marsh", "Sylvia Holm", "Leo Marsh"],
        ),
        ("The firm said Brod had left; two days later she denied having agreed.", ["firm", "Brod"]),
        ("Marsh, the union leader, was not convinced. The dam would break, he said.", ["Marsh"]),
        ("For Leo Marsh the dam is old news. “It leaked in May and in June,” he said.", ["Leo Marsh"]),
        ("Brod Capital bought the dam. Leo Marsh said it was over, and he thanked the town.", ["Leo Marsh"] * 2),
        ("Brod is said to be in hiding.", [""]),
    ],
)
def test_whose_words(text, found):
    assert sources(text) == found


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The dam leaks, the Tolva Times reported, citing two officials.", ["Tolva Times", "two officials"]),
        ("The Tolva Times, citing two officials, reported that the dam leaks.", ["Tolva Times", "two officials"]),
        ("Leo Marsh, quoted by the Tolva Times, said the dam leaks.", ["Tolva Times", "Leo Marsh"]),
        ("Ana Brod quoted Leo Marsh as saying that the dam leaks.", ["Ana Brod", "Leo Marsh"]),
        ("“The dam leaks badly,” Ana Brod quoted Leo Marsh as saying.", ["Ana Brod", "Leo Marsh"]),
        ("Ana Brod said Leo Marsh had told her on Friday that the dam leaks.", ["Ana Brod", "Leo Marsh"]),
        ("Speaking to Reuters, Ana Brod said the dam leaks.", ["Reuters", "Ana Brod"]),
        ("Ana Brod said the dam leaks, citing safety concerns.", ["Ana Brod"]),
        ("The dam leaks, Leo Marsh said as quoted by the Tolva Times.", ["Tolva Times", "Leo Marsh"]),
        ("Citing @abrod, the Tolva Times reported on Friday that the dam leaks.", ["Tolva Times", "@abrod"]),
        ("The dam leaks, the Tolva Times reported on Friday, citing @abrod.", ["Tolva Times", "@abrod"]),
        ("Quoting Ana Brod, the Tolva Times reported that the dam leaks.", ["Tolva Times", "Ana Brod"]),
        ("Citing Ana Brod, the mayor, the Tolva Times said the dam leaks.", ["Tolva Times", "Ana Brod"]),
        (
            "Citing a glazier who lives near the dam, Ida Holm, the Tolva Times said it leaks.",
            ["Tolva Times", "Ida Holm"],
        ),
        (
            "The dam leaks, the Tolva Times reported, citing a glazier on the Tolva, Ida Holm.",
            ["Tolva Times", "Ida Holm"],
        ),
        ("The dam leaks, Leo Marsh said, as cited by the Tolva Times.", ["Tolva Times", "Leo Marsh"]),
        ("The dam leaks, Leo Marsh said, as expected by the Tolva Times.", ["Leo Marsh"]),
        ("According to the Tolva Times, Leo Marsh said the dam leaks.", ["Tolva Times", "Leo Marsh"]),
        ("According to the Tolva Times, Leo Marsh, the mayor, said the dam leaks.", ["Tolva Times", "Leo Marsh"]),
        ("According to the Tolva Times, the mayor, Leo Marsh, said the dam leaks.", ["Tolva Times", "Leo Marsh"]),
        ("According to Leo Marsh, he told the town that the dam leaks.", ["Leo Marsh"]),
        (
            "“The dam will hold,” Water Minister Hugo Pask was quoted as saying by the news agency Lanpress.",
            ["Lanpress", "Hugo Pask"],
        ),
        ("Radio Tolva quoted Hugo Pask as telling lawmakers that the dam would hold.", ["Radio Tolva", "Hugo Pask"]),
        (
            "Radio Tolva cited the head of the water board, Hugo Pask, as saying the dam would hold.",
            ["Radio Tolva", "Hugo Pask"],
        ),
        (
            "Radio Tolva reported that, according to a clerk, the dam had been inspected.",
            ["Radio Tolva", "clerk"],
        ),
        (
            "The dam had leaked, according to the Ostra Gazette, which cited two officials.",
            ["Ostra Gazette", "two officials"],
        ),
        ("Quoting officials, the Ostra Gazette said the dam had leaked.", ["Ostra Gazette", "officials"]),
        ("Quoted by Radio Tolva, Hugo Pask said the dam would hold.", ["Radio Tolva", "Hugo Pask"]),
        ("Witnesses quoted by Radio Tolva said the dam had leaked.", ["Radio Tolva", "Witnesses"]),
        ("Hugo Pask said the dam would hold in remarks carried by Radio Tolva.", ["Hugo Pask"]),
        ("The dam would hold, Hugo Pask said in remarks carried by Radio Tolva.", ["Radio Tolva", "Hugo Pask"]),
        (
            "In an interview with Radio Tolva broadcast on Sunday, Hugo Pask said the dam would hold.",
            ["Radio Tolva", "Hugo Pask"],
        ),
        ("Asked by Radio Tolva whether it would hold, Hugo Pask replied: “It will.”", ["Radio Tolva", "Hugo Pask"]),
        ("“It will hold,” Hugo Pask told Radio Tolva's breakfast show.", ["Radio Tolva", "Hugo Pask"]),
        ("Reached by phone, the head of the water board, Hugo Pask, said the dam would hold.", ["Hugo Pask"]),
        ("According to Hugo Pask, Ida Holm promised that the dam would hold.", ["Hugo Pask", "Ida Holm"]),
        ("Citing security concerns, Hugo Pask said the dam would be closed.", ["Hugo Pask"]),
        ("A banker accused of stealing from a choir in Tolva said he was innocent.", ["banker"]),
    ],
)
def test_on_whose_word(text, chain):
    found = reading(text)
    names = {name.key: name.name for name in found.names}
    assert [[names[key] for key in statement.chain] for statement in found.statements] == [chain]


def test_father_and_son_stay_apart():
    text = "Ivan Petar Brod built the dam. Ivan Brod, the son of Ivan Petar Brod, said it would hold. Brod praised the army."
    keys = {name.key for name in reading(text).names}
    assert {"ivan brod", "ivan petar brod"} <= keys
    assert [statement.source for statement in reading(text).statements] == ["ivan brod", "ivan brod"]


def test_misspelt_surname_is_the_same_bearer():
    text = "Ana Kostova said the dam had held. Kostovva praised the army."
    assert [statement.source for statement in reading(text).statements] == ["ana kostova"] * 2


def test_anonymous_source_is_known_to_one_report_alone():
    (name,) = [name for name in reading("Several residents said the dam had held.").names if name.local]
    assert name.kind is Kind.ANONYMOUS


@pytest.mark.parametrize(
    ("text", "key", "kind"),
    [
        ("The Ministry of Tides said so on Friday, that the dam held.", "ministry of tides", Kind.ORGANISATION),
        ("Prime Minister Ana Brod said the dam held.", "ana brod", Kind.PERSON),
        ("The Tolva Times reported that the dam held.", "tolva times", Kind.OUTLET),
    ],
)
def test_kind(text, key, kind):
    (name,) = [name for name in reading(text).names if name.key == key]
    assert name.kind is kind


def test_bare_surname_is_not_the_relative_who_was_named_beside():
    text = "Eva Dahl left the court. Dahl's sister Karin Dahl said they were tired. Dahl said she would work again."
    assert [statement.source for statement in reading(text).statements] == ["karin dahl", "eva dahl"]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Ministry denies fraud\n\nThe energy ministry said the dam had held.", ["energy ministry~"] * 2),
        ("The energy ministry said the dam had held. The ministry said the road was shut.", ["energy ministry~"] * 2),
        (
            "The Energy Ministry said the dam had held. The Tolvan energy ministry said it was so.",
            ["energy ministry~", "tolvan energy ministry"],
        ),
        (
            "The Tolvan energy ministry said the dam had held. The energy ministry said it was so.",
            ["tolvan energy ministry"] * 2,
        ),
        ("The ministry said the dam had held.", ["ministry@"]),
        (
            "Ministry denies flood\n\nThe energy ministry said the dam had held. The Trade Ministry said it leaked.",
            ["ministry@", "energy ministry~", "trade ministry~"],
        ),
        (
            "Hospital denies flood\n\nTolva Hospital said the dam had held. It is near the Ministry of Tides.",
            ["tolva hospital"] * 2,
        ),
        (
            "Hospital full\n\nSt Orm’s Hospital said the dam had held. The hospital said it was so.",
            ["st orms hospital"] * 2,
        ),
        (
            "The Council said the dam had held. The Tolva Relief Council said the road was shut.",
            ["tolva relief council"] * 2,
        ),
        ("The fire service said the dam had held. The army said the road was shut.", ["fire service~", "army~"]),
        ("The armed group said the dam had held.", ["armed group@"]),
    ],
)
def test_bodies_that_others_have_too(text, keys):
    read = reading(text)
    assert [statement.source for statement in read.statements] == [
        key + read.report if key[-1] in "@~" else key for key in keys
    ]
