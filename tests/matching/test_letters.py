"""What is learnt of how letters of another script are written, from pairs of our own."""

import pytest
from training.letters import aligned, learnt, rewritten, shares

PAIRS = [("طر", "tara"), ("طرط", "tarat"), ("رط", "rat"), ("طط", "tata"), ("رر", "rara"), ("ططر", "tatar")]


def test_letters_are_learnt_from_whole_names_alone():
    table = learnt([(native, latin, 1.0) for native, latin in PAIRS])
    assert table.keys() == {"ط", "ر"}
    assert {chunk[0] for chunk, share in table["ط"].items() if share > 0.1} == {"t"}
    assert sum(table["ر"].values()) == pytest.approx(1)


def test_rare_ways_to_write_a_letter_are_left_out():
    assert shares({"s": 997.0, "z": 1.0, "ss": 2.5}) == {
        "s": pytest.approx(997 / 999.5),
        "ss": pytest.approx(2.5 / 999.5),
    }


def test_aligned_names_weigh_as_the_root_of_their_number(tmp_path):
    (tmp_path / "pairs").write_text("Dára\tد ا ر ا\t9\n!\tر\t1\n", "utf-8")
    assert list(aligned(tmp_path / "pairs")) == [("دارا", "dara", 3.0)]


def test_two_latin_forms_of_one_name_are_taken_either_way_unless_they_share_little():
    pairs = [("كريم", "karim", 3.0), ("كريم", "kareem", 2.0), ("كريم", "osman", 9.0), ("دارا", "dara", 1.0)]
    assert list(rewritten(pairs)) == [("karim", "kareem", 2.0), ("kareem", "karim", 2.0)]
