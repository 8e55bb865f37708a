"""The measure on MPQA, on two documents of our own in the corpus's form."""

import re

import pytest
from evals.mpqa import documents, figures, held_out, judged, main, table

from onrecord.record.when import UNKNOWN

TEXT = (
    "The Orrel Gazette reported that Mayor Ina Torv denied that the pier was unsafe. \n\t\n"
    "Harbour master Per Aldun said the pier would reopen in June. \n\t\n"
    "It was said that the bill was high. Per Aldun hopes for rain. \n"
)
MUTE = re.sub(r"\b(?!denied\b)\w+", lambda word: "x" * len(word[0]), TEXT)
WRITER = '0\t0,0\tstring\tGATE_agent\tid="w"\n'


def line(text, words, sort, attributes):
    """A line of annotation on the first place of some words."""
    start = text.index(words)
    return f"1\t{start},{start + len(words)}\tstring\tGATE_{sort}\t{attributes}\n"


@pytest.fixture
def corpus(tmp_path):
    """A corpus of one document, and of one that is held out and marks nothing."""
    layer = [
        "# MPQA annotation file\n",
        WRITER,
        '2\t0,0\tstring\tGATE_objective-speech-event\tnested-source="w" implicit="true"\n',
        line(TEXT, "The Orrel Gazette", "agent", 'nested-source="w, gazette" id="gazette"'),
        line(TEXT, "reported", "objective-speech-event", 'nested-source="w, gazette"'),
        line(TEXT, "Mayor Ina Torv", "agent", 'nested-source="w,gazette,torv" id="torv"'),
        line(TEXT, "denied", "direct-subjective", 'nested-source="w,gazette,torv" intensity="medium"'),
        line(TEXT, "Harbour master Per Aldun", "agent", 'nested-source="w, aldun" id="aldun"'),
        line(TEXT, "said", "objective-speech-event", 'nested-source="w, aldun, aldun"'),
        line(TEXT, "was said", "objective-speech-event", 'nested-source="w, implicit"'),
        line(TEXT, "hopes", "direct-subjective", 'nested-source="w, aldun"'),
    ]
    for name, text, marks in (("2020/one", TEXT, layer), ("2020/two", "Nothing is said.\n", [WRITER])):
        for folder in ("docs/2020", f"man_anns/{name}", "meta_anns/2020"):
            (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text(text, "latin-1")
        (tmp_path / "man_anns" / name / "gateman.mpqa.lre.1.2").write_text("".join(marks), "latin-1")
    (tmp_path / "meta_anns/2020/one").write_text("5\t0,0\tstring\tmeta_document_time\t2002-03-14\n", "latin-1")
    (tmp_path / "test_setCoNLL03").write_text("2020/two\n", "utf-8")
    return tmp_path


def test_events_of_speech_are_read_with_their_sources_and_mentions(corpus):
    one, two = documents(corpus)
    words = {TEXT[slice(*event.place)]: event for event in one.events}
    assert {key: event.sources for key, event in words.items()} == {
        "reported": ("gazette",),
        "denied": ("gazette", "torv"),
        "said": ("aldun",),
    }
    assert [TEXT[slice(*place)] for place in words["denied"].mentions] == ["Mayor Ina Torv"]
    assert (one.implicit, str(one.published)) == (1, "2002-03-14")
    assert (two.events, two.published) == ((), UNKNOWN)
    assert held_out(corpus) == {"2020/two"}


def test_what_was_read_is_held_against_the_events(corpus):
    verdicts = list(judged(next(documents(corpus))))
    read = {TEXT[slice(*one.event.place)]: (one.gold, one.ours, one.by, one.spoken) for one in verdicts}
    assert read["said"] == (1, 1, "cue", True)
    assert read["denied"] == (2, 2, "cue", True)
    assert read["reported"][:3] == (1, 2, "cue")
    found = figures(verdicts)
    assert [(found[name].part, found[name].whole) for name in ("found", "depth", "speaker")] == [(3, 3), (3, 3), (2, 3)]
    assert "            1       0       1       1" in "\n".join(table(verdicts))


def test_a_report_that_says_nothing_finds_nothing(corpus):
    (corpus / "docs/2020/one").write_text(MUTE, "latin-1")
    verdicts = list(judged(next(documents(corpus))))
    assert [one.by for one in verdicts] == ["", "", ""]
    assert "missed" in "\n".join(table(verdicts))


def test_the_command_prints_both_parts_and_lists_no_misses_of_the_part_held_out(corpus, monkeypatch, capsys):
    (corpus / "docs/2020/one").write_text(MUTE, "latin-1")
    monkeypatch.setattr("sys.argv", ["mpqa", str(corpus), "--misses", "9"])
    assert main() == 0
    printed = capsys.readouterr().out
    assert "held out: 1 documents, 0 events" in printed
    assert "others: 1 documents, 3 events" in printed
    assert "corpus gazette > torv; ours missed" in printed
    (corpus / "test_setCoNLL03").write_text("2020/one\n", "utf-8")
    assert main() == 0
    assert "corpus gazette > torv" not in capsys.readouterr().out


def test_a_folder_without_the_corpus_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.argv", ["mpqa", str(tmp_path)])
    with pytest.raises(SystemExit, match="no documents"):
        main()
