"""The reports that benchmarks are measured on: the same every time, and no two alike."""

from itertools import islice

from benchmarks.rows import Row, table
from benchmarks.run import written
from benchmarks.stories import STORY, digest, made


def test_the_same_every_time():
    assert list(made(50)) == list(made(50))
    assert digest(50) == digest(50) != digest(51)


def test_nearly_no_two_texts_are_alike():
    texts = [report.text for report in made(4 * STORY)]
    assert len(texts) == 4 * STORY
    assert len(set(texts)) > 0.99 * len(texts)


def test_each_telling_has_names_and_days_of_its_own():
    first, again = made(1), islice(made(3 * STORY + 1), 3 * STORY, None)
    (told,), (retold,) = first, again
    assert "Velk" in told.text
    assert "2024-03-11" in told.text
    assert "Velk" not in retold.text
    assert "2024-04-01" in retold.text


def test_table_is_markdown():
    shown = table([Row("add", 12.5, "ms", "sqlite3", 6.25), Row("read", 100, "ms")])
    assert shown.splitlines()[0].startswith("| what")
    assert "× 2.00" in shown
    assert len({len(line) for line in shown.splitlines()}) == 1


def test_results_of_one_benchmark_take_the_place_of_its_old_ones():
    old = "# Benchmarks\n\n## Adding to 10\n\nold\n\n## Views of 10\n\nold\n"
    new = written(old, "Adding to ", "Adding to 20", "new")
    assert new == "# Benchmarks\n\n## Adding to 20\n\nnew\n\n## Views of 10\n\nold\n"
    assert written(new, "Reading", "Reading", "new").endswith("old\n\n## Reading\n\nnew\n")
