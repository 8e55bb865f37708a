"""What a ledger quotes stands where it says, and what it says of files, links and speech events agrees with itself."""

from collections import defaultdict
from datetime import date
from functools import cache

import pytest
from evals.story import stories

INVENTED = [story for story in stories() if story.here and story.reports.parent.parent.name == "stories"]
every_story = pytest.mark.parametrize("story", INVENTED, ids=lambda story: story.name)


@cache
def ledger(story):
    return story.gold()


@cache
def texts(story):
    return {path.name: path.read_bytes().decode("utf-8") for path in story.reports.iterdir()}


def quoted(row):
    """The words that a statement quotes, and where each begins."""
    places = [(row.get(f"{name}_start"), row.get(name)) for name in ("cue", "source_mention")]
    return [(start, words) for start, words in places if start is not None]


def number(file):
    return file.split("_")[0]


@every_story
def test_files_are_as_they_are_described(story):
    reports, rows = texts(story), ledger(story).doc["files"]
    assert {row["file"]: row["chars"] for row in rows} == {name: len(text) for name, text in reports.items()}
    assert [row["file"] for row in rows if f"{date.fromisoformat(row['date']):%A}" != row["weekday"]] == []


@every_story
def test_what_is_quoted_stands_where_it_begins(story):
    reports, rows = texts(story), ledger(story).statements.values()
    for row in rows:
        for start, words in quoted(row):
            assert reports[row["file"]].startswith(words, start), row["id"]


@every_story
def test_contents_are_whole_words(story):
    reports = texts(story)
    for row in ledger(story).statements.values():
        text, start, end = reports[row["file"]], row["content_start"], row["content_end"]
        assert text[start:end] == text[start:end].strip(), row["id"]
        assert not (text[start - 1].isalnum() and text[start].isalnum()), row["id"]
        assert not (text[end - 1].isalnum() and text[end].isalnum()), row["id"]


@every_story
def test_links_and_changes_name_statements_that_are_there(story):
    gold = ledger(story)
    links = [link for row in gold.statements.values() for link in row.get("links", [])]
    linked = {key for link in links for kind, key in link.items() if kind != "how"}
    changes = gold.doc.get("changes", [])
    changed = {key for row in changes for kind in ("withdraws", "bears_on") for key in row.get(kind, [])}
    assert (linked | changed) - gold.statements.keys() == set()


@every_story
def test_a_speech_event_lists_the_reports_that_carry_it(story):
    gold = ledger(story)
    carried = defaultdict(set)
    for row in gold.statements.values():
        if "utterance" in row:
            carried[row["utterance"]].add(number(row["file"]))
    assert {row["name"]: set(row["reports"]) for row in gold.doc.get("utterances", [])} == carried


@every_story
def test_the_source_of_a_speech_event_is_a_listed_one(story):
    gold = ledger(story)
    listed = {row["name"] for row in gold.doc["sources"]}
    assert {row["source"] for row in gold.doc.get("utterances", [])} <= listed
