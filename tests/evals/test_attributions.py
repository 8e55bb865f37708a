"""The measure of attributions, and the corpus loader, on an article of our own in the corpus's form."""

import pytest
from evals.attributions import Tally, Told
from evals.polnear import gold, shown, statements
from training.polnear import polnear

WORDS = "The mayor , Ann Lee , said the bridge is safe .".split()


def told(source, cue, *content):
    parts = [(frozenset(range(*part)),) if part else () for part in (source, cue)]
    return Told(*parts, tuple(frozenset(range(*part)) for part in content))


def tally(wanted, found):
    counts = Tally()
    counts.add(WORDS, wanted, found)
    return counts


def test_the_same_is_right_in_everything():
    one = told((0, 5), (6, 7), (7, 11))
    counts = tally([one], [one])
    assert [counts.ratio(name).f1 for name in ("source", "cue", "content", "whole")] == [1, 1, 1, 1]


def test_marks_are_left_out_of_spans():
    counts = tally([told((0, 5), (6, 7), (7, 11))], [told((0, 6), (6, 7), (7, 12))])
    assert counts.ratio("source").right == counts.ratio("content").right == 1


def test_a_whole_needs_source_and_cue_to_meet_and_half_of_the_content():
    wanted = told((0, 5), (6, 7), (7, 11))
    assert tally([wanted], [told((3, 5), (6, 7), (8, 11))]).ratio("whole").right == 1
    assert tally([wanted], [told((3, 5), (6, 7), (10, 11))]).ratio("whole").right == 0
    assert tally([wanted], [told(None, (6, 7), (7, 11))]).ratio("whole").right == 0
    assert tally([wanted], [told((3, 5), None, (7, 11))]).ratio("whole").right == 0


def test_each_is_matched_once():
    wanted = told((0, 5), (6, 7), (7, 11))
    ratio = tally([wanted], [wanted, wanted]).ratio("whole")
    assert (ratio.right, ratio.found, ratio.precision, ratio.recall) == (1, 2, 0.5, 1)


@pytest.fixture
def corpus(tmp_path):
    text = (
        "The bridge over the Mell is safe for lorries, Mayor Ann Lee said on Tuesday. She denied that it had moved.\n"
    )

    def place(words):
        start = text.index(words)
        return f"{start} {start + len(words)}"

    rows = [
        ("T1", "Source", "Mayor Ann Lee"),
        ("T2", "Cue", "said"),
        ("T3", "Content", "The bridge over the Mell is safe for lorries"),
        ("T4", "Source", "She"),
        ("T5", "Cue", "denied"),
        ("T6", "Content", "that it had moved"),
    ]
    lines = [f"{key}\t{role} {place(words)}\t{words}" for key, role, words in rows]
    lines += ["E1\tAttribution:T3 Content:T3 Cue:T2 Source:T1", "E2\tAttribution:T6 Content:T6 Cue:T5 Source:T4"]
    for split in ("train", "dev"):
        home = tmp_path / "data" / split
        (home / "text").mkdir(parents=True)
        (home / "attributions").mkdir()
        (home / "text" / "lee.txt").write_text(text, "utf-8")
        (home / "attributions" / "lee_anna.ann").write_text("\n".join(lines), "utf-8")
        (home / "attributions" / "lee_ben.ann").write_text("", "utf-8")
    return tmp_path


def test_reads_an_article_of_the_corpus_of_several_annotators_the_first(corpus):
    (article,) = polnear(corpus, "dev")
    found = [[" ".join(article.words[n].text for n in part) for part in one.content] for one in article.attributions]
    assert found == [["The bridge over the Mell is safe for lorries"], ["that it had moved"]]


def test_statements_are_held_to_the_corpus_with_the_that_before_them(corpus):
    (article,) = polnear(corpus, "dev")
    counts = Tally()
    counts.add([word.text for word in article.words], gold(article), statements(article))
    assert counts.ratio("whole").right == 2
    assert counts.ratio("content").right == 2
    assert "whole 1.000/1.000/1.000" in shown(counts)
