"""A user's own file adds relations, and what is wrong in it is told with its place."""

import pytest
from evals.claims import IN_SIGHT, bank, claimed

from onrecord.errors import BadArgument
from onrecord.reading import mentioned, triggers
from onrecord.relations import VARIABLE, added_digest, load

CACHES = (load, triggers.index, triggers.triggers, triggers.wordings, mentioned.kinds)
HARVEST = """
[words]
crop = '''(?:wheat|barley|hops)'''

[relation.harvest]
question = "How did the harvest of {subject} go?"
asks = "harvest"
subject = "actor"
excludes = [["good", "bad"]]

[[relation.harvest.trigger]]
verbs = "bring in/home a crop, reap"
left = "subject"
value = "good"

[[relation.harvest.trigger]]
words = '''(?:{crop}) (?:withered|rotted)'''
left = "subject"
value = "bad"
owned = true

[[relation.office.trigger]]
verbs = "hang up one's chain"
left = "subject"
value = "resigned"
"""


@pytest.fixture
def added(tmp_path, monkeypatch):
    def add(text):
        path = tmp_path / "mine.toml"
        path.write_text(text, "utf-8")
        monkeypatch.setenv(VARIABLE, str(path))
        for cache in CACHES:
            cache.cache_clear()
        return path

    yield add
    monkeypatch.undo()
    for cache in CACHES:
        cache.cache_clear()


def given(words):
    return [(claim.relation, claim.subject, claim.value) for claim in claimed(words, bank(IN_SIGHT).cast)]


def test_a_new_relation_is_read(added):
    added(HARVEST)
    assert given("Medara Group brought home a record crop.") == [("harvest", "medara group", "good")]
    assert given("Medara Group's barley rotted in the field.") == [("harvest", "medara group", "bad")]
    assert load().relations["harvest"].disputed("good", "bad")


def test_a_relation_that_there_is_gets_more_phrases_and_keeps_its_own(added):
    assert ("office", "karl odeh", "resigned") not in given("Karl Odeh hung up his chain.")
    added(HARVEST)
    assert ("office", "karl odeh", "resigned") in given("Karl Odeh hung up his chain.")
    assert ("office", "karl odeh", "resigned") in given("Karl Odeh has resigned.")


def test_the_digest_tells_one_file_from_another(added):
    assert added_digest() == ""
    added(HARVEST)
    first = added_digest()
    added(HARVEST.replace("hops", "rye"))
    assert len(first) == 8
    assert added_digest() != first


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[relation.harvest", "is no TOML"),
        ("[question]", "table that means nothing here: question"),
        (HARVEST.replace("asks =", "ask ="), "relation harvest: asks is missing"),
        (HARVEST.replace("owned =", "own ="), "relation harvest, trigger 2: unknown key own"),
        (HARVEST.replace("(?:withered|rotted)", "(withered"), "relation harvest, trigger 2: words is no regular"),
        (HARVEST.replace('verbs = "hang', 'hedged = "hang'), "relation office, trigger 1: it needs words"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(added, text, told):
    added(text)
    with pytest.raises(BadArgument, match=told):
        load()


def test_a_file_that_is_not_there_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "none.toml"))
    load.cache_clear()
    with pytest.raises(BadArgument, match="cannot be read"):
        load()


def test_a_relation_that_a_record_holds_and_nobody_declares_is_told():
    load.cache_clear()
    with pytest.raises(BadArgument, match=f"not declared here: harvest; set {VARIABLE}"):
        load().relations["harvest"]
