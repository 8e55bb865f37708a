"""The echo cases hold their floors, are what they say they are, and their measure tells right from wrong."""

from dataclasses import replace
from itertools import islice

import pytest
from evals.echo import measure
from evals.echo.__main__ import FLOORS, NAME
from evals.echo.bank import stands_alone, stories, story
from evals.echo.counting import counted
from evals.echo.minhash import alike, clusters, signature
from evals.echo.planting import case, twice
from evals.echo.wording import Form, Naming
from evals.figures import value_of
from evals.floors import failures, load

SPEAKERS = 40  # in each story
DRAWN = [case(one, k, n, 3) for one in stories() for k, n in ((1, 1), (1, 40), (7, 12), (40, 1), (40, 40))]


@pytest.fixture(scope="module")
def read():
    return counted(case(story("dam"), 3, 5, 1))


def test_every_floor_holds():
    done = measure.count_all(measure.grid(measure.CASES, measure.SEED))
    today = measure.measured(done, measure.count_all(measure.of_two(measure.SEED)))
    assert list(failures(load(FLOORS)[NAME], today)) == []


@pytest.mark.parametrize("one", stories(), ids=lambda one: one.name)
def test_a_story_has_forty_speakers_who_say_each_thing_in_forms_of_its_own(one):
    assert len({said.name for said in one.firsts}) == len(one.firsts) == SPEAKERS
    for said in one.utterances:
        forms = [said.quote, said.trimmed, *said.told, said.headline, said.foreign, said.back]
        assert len(set(forms)) == len(forms), said.name
        assert any(map(stands_alone, said.told)), said.name
    for first, second in one.pairs:
        assert first.day != second.day
        assert first.where != second.where


@pytest.mark.parametrize("one", DRAWN, ids=lambda one: f"{one.story}-{one.k}-{one.n}")
def test_every_utterance_is_carried_with_its_speaker_in_full(one):
    bare = {Form.HEADLINE, Form.TEASED, Form.DROPPED, Form.REPRINTED}
    full = [planted for planted in one.planted if planted.naming is Naming.FULL and planted.form not in bare]
    assert len({planted.utterance.id for planted in full}) == one.k
    assert len({planted.utterance.name for planted in one.planted}) == one.k
    texts = {report.file: report.text.casefold() for report in one.reports}
    assert all(planted.utterance.name.casefold() in texts[planted.report] for planted in full)


@pytest.mark.parametrize("one", DRAWN, ids=lambda one: f"{one.story}-{one.k}-{one.n}")
def test_what_was_planted_stands_in_its_place(one):
    texts = {report.file: report.text for report in one.reports}
    for planted in one.planted:
        said = planted.utterance
        whole = " ".join([said.quote, said.trimmed, *said.told, said.headline, said.foreign, said.back, said.detail])
        for start, end in planted.places:
            words = texts[planted.report][start:end].rstrip(".,")
            kept = words.removesuffix(f", {said.detail}")
            assert kept[1:] in whole


def test_the_same_numbers_give_the_same_case():
    assert case(story("dam"), 3, 9, 5) == case(story("dam"), 3, 9, 5)
    assert case(story("dam"), 3, 9, 5) != case(story("dam"), 3, 9, 6)


def test_a_grid_has_every_number_as_often_as_any_other():
    drawn = list(measure.grid(40, 1))
    assert sorted(one.k for one in drawn) == sorted(one.n for one in drawn) == list(range(1, 41))


def test_only_echoes_of_one_form_are_drawn_where_one_is_asked_for():
    forms = {form: list(measure.of_form(form, 1)) for form in Form}
    for form in (Form.VERBATIM, Form.PARAPHRASED, Form.RELAYED):
        drawn = {planted.form for one in forms[form] for planted in one.planted}
        assert drawn <= {form, Form.HEADLINE}
    assert all(any(planted.form is Form.REPRINTED for planted in one.planted) for one in forms[Form.REPRINTED])


def test_counts_above_and_below_are_told_from_exact_ones(read):
    right, above, below = (replace(read, origins=count) for count in (3, 4, 2))
    assert value_of(measure.counts([right])["exact"]) == 1
    assert value_of(measure.counts([right, above])["never more"]) == 0.5
    assert value_of(measure.counts([right, below])["never more"]) == 1
    assert value_of(measure.counts([right, above, below])["exact"]) == pytest.approx(1 / 3)
    assert value_of(measure.counts([above])["ratio"]) == pytest.approx(4 / 3)


def test_a_carrying_that_is_not_read_and_statements_of_one_origin_are_noticed(read):
    unread = replace(read, read=tuple((planted, ()) for planted, _ in read.read))
    assert all(not figure.part for figure in measure.reading([unread]).values())
    together = replace(read, labels=dict.fromkeys(read.labels, "or-1"))
    apart = replace(read, labels=dict.fromkeys(read.labels, ""))
    assert value_of(measure.grouping([together])["recall"]) == 1
    assert value_of(measure.grouping([together])["precision"]) < 0.7
    assert value_of(measure.grouping([apart])["precision"]) == 1


def test_a_speaker_to_whom_nothing_is_ascribed_is_not_heard(read):
    assert value_of(measure.of_read([replace(read, origins=3)])["exact"]) == 1
    first = read.case.planted[0].utterance.name
    unheard = {one for planted, found in read.read for one in found if planted.utterance.name == first}
    speakers = {one: "Nobody Else" if one in unheard else name for one, name in read.speakers.items()}
    assert value_of(measure.of_read([replace(read, origins=3, speakers=speakers)])["exact"]) == 0
    assert value_of(measure.of_read([replace(read, origins=2, speakers=speakers)])["exact"]) == 1


def test_one_speaker_who_speaks_twice_is_one_and_is_listed_twice():
    pair = next(iter(story("dam").pairs))
    read = counted(twice(story("dam"), pair, 2, 1))
    right, wrong = replace(read, listed=2, origins=1), replace(read, listed=1, origins=2)
    assert [value_of(one) for one in measure.doubles([right]).values()] == [1, 1, 1]
    assert [value_of(one) for one in measure.doubles([wrong]).values()] == [0, 0, 0]


def test_minhash_groups_what_is_nearly_the_same():
    one = islice(case(story("recall"), 9, 9, 2).reports, 2)
    first, second = (report.text for report in one)
    edited = first.replace("Tessaron", "The firm")
    assert alike(signature(first), signature(first)) == 1
    assert alike(signature(first), signature(edited)) > 0.6
    assert clusters([first, edited, second])[0.6] == 2
