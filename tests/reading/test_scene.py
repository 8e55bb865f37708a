"""Who and what a report speaks of: mentions, places, and whom pronouns and roles mean."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise

from work import growth

from onrecord.reading.claims import stated
from onrecord.reading.mentioned import Mention
from onrecord.reading.own import narrated
from onrecord.reading.scene import Scene, scene
from onrecord.reading.triggers import index, needed, triggers
from onrecord.record.name import Kind, Name
from onrecord.record.span import Span
from onrecord.record.statement import Act, Mode, Stance, Statement
from onrecord.record.when import UNKNOWN

ANN = Name("ann lee", "Ann Lee", Kind.PERSON, ("Ann Lee", "Lee"), ("spokeswoman of the harbour guard",))
BO = Name("bo marsh", "Bo Marsh", Kind.PERSON, ("Bo Marsh", "Marsh"), ("mayor of tesk",))
GUARD = Name("harbour guard", "Harbour Guard", Kind.ORGANISATION, ("Harbour Guard", "the guard"))


def seen(text: str, *names: Name, speaking: tuple[str, ...] = ()) -> Scene:
    return scene(text, names or (ANN, BO, GUARD), set(speaking))


def of(found: Scene, kind: str) -> list[tuple[str, str]]:
    return [(found.text[m.start : m.end], m.key) for m in found.mentions if m.kind == kind]


def test_places_are_capitals_that_stand_where_places_stand() -> None:
    found = seen("Fighting went on in Tesk and near the Marvel Valley. Orvane was taken on Monday.")
    assert [place.key for place in found.places] == ["marvel", "orvane", "tesk"]


def test_whoever_speaks_is_no_place() -> None:
    assert (
        seen(
            "Confidence in Tolvex fell.", Name("tolvex", "Tolvex", Kind.ORGANISATION, ("Tolvex",)), speaking=("tolvex",)
        ).places
        == ()
    )


def test_forces_of_a_body_make_no_place_of_it() -> None:
    assert [
        place.key for place in seen("The takeover of the Kestrel forces shook Tesk. Boats lay in Tesk.").places
    ] == ["tesk"]


def test_a_title_in_capitals_tells_of_no_place() -> None:
    assert seen("Ann Lee Appears In New Recording Today\n\nMore follows.").places == ()


def test_a_place_fought_over_is_the_main_one() -> None:
    text = "Officials in Orvane said so. Ministers in Orvane agreed. The guard took control of Tesk."
    assert seen(text).main_place == "tesk"


def test_the_valley_is_the_place_last_called_so() -> None:
    found = seen("Rain fell in Marvel Valley and in Tesk. The valley is cut off.")
    assert ("The valley", "marvel") in of(found, "place")


def test_a_spelling_of_several_words_wins_over_one_within_it() -> None:
    assert of(seen("Ann Lee and Lee spoke."), "person") == [("Ann Lee", "ann lee"), ("Lee", "ann lee")]


def test_a_body_is_known_by_its_description() -> None:
    assert ("the guard", "harbour guard") in of(seen("Boats of the guard left."), "body")


def test_whoever_has_fighters_is_no_person() -> None:
    front = Name("red dawn", "Red Dawn", Kind.PERSON, ("Red Dawn",))
    assert of(seen("Red Dawn fighters left. Red Dawn denied it.", front), "person") == []


def test_a_name_that_runs_on_into_the_next_sentence_is_not_looked_for() -> None:
    wrong = Name("port tesk the", "Port Tesk. The", Kind.ORGANISATION, ("Port Tesk. The", "Port Tesk"))
    found = seen("They hold Port Tesk. The guard left.", wrong)
    assert ("Port Tesk", "port tesk") in of(found, "place")


def test_a_person_speaks_for_the_body_of_their_role() -> None:
    found = seen("Ann Lee spoke.")
    assert found.side("ann lee") == "harbour guard"
    assert found.side("bo marsh") == "bo marsh"


def test_she_is_the_woman_named_before() -> None:
    found = seen("Ms Lee met Mr Marsh. She left.")
    at = found.text.index("She")
    assert found.person_before(at, but="", sex="she") == "ann lee"
    assert found.person_before(at, but="", sex="he") == "bo marsh"


def test_the_mayor_is_whoever_holds_that_role() -> None:
    found = seen("Ann Lee spoke. The mayor listened.")
    role = next(m for m in found.mentions if m.kind == "role")
    assert found.in_role(role, but="") == "bo marsh"


def test_it_is_the_thing_named_last() -> None:
    found = seen("The letter came. Then the picture. It is a fake.")
    assert found.thing_before(found.text.index("It is"), "record") == "picture"


def test_mentions_do_not_overlap() -> None:
    rng = random.Random(1)
    words = (
        "Ann Lee the guard in Tesk his her fighters The mayor they fire ceasefire of Valley said it. its leader".split()
    )
    for _ in range(50):
        mentions: list[Mention] = list(seen(" ".join(rng.choices(words, k=40))).mentions)
        assert all(one.end <= other.start for one, other in pairwise(mentions))


def test_a_pattern_needs_its_most_telling_words() -> None:
    assert needed(r"(?:was|were)(?: \w+)? (?:seized|taken)") == ("seized", "taken")
    assert needed(r"resign(?:s|ed)?|quit") == ("quit", "resign")
    assert needed(r"\w+") == ()


def test_the_index_leaves_out_no_trigger_that_matches() -> None:
    text = "no one was hurt; 14 people were killed, and the ceasefire has been reopened, re-elected, won"
    may = {id(one) for one in index().possible(text.replace(";", "").replace("-", " ").replace(",", "").split())}
    assert all(id(one) in may for one in triggers() if one.pattern.search(text))


def test_work_on_hostile_text_grows_with_its_length() -> None:
    unit = 'Harbour Guard captured Tesk and Ann Lee was killed in a strike near it 1,111 "he fled" '

    def work(length: int) -> Callable[[], object]:
        text = unit * (length // len(unit))
        spans = [Span("r", at, at + 30) for at in range(0, len(text) - 30, 30)]
        parts = [_said(f"s{n}", span) for n, span in enumerate(spans)]

        def done() -> None:
            found = seen(text)
            stated(found, [_said("w", Span("r", 0, len(text)))])
            narrated(found, [Span("r", 0, len(text))], stated(found, parts), "x", UNKNOWN)

        return done

    assert growth(work, 8_000) <= 5


def _said(key: str, span: Span) -> Statement:
    return Statement(
        key, "r", Mode.DIRECT, Act.ASSERT, Stance.ATTRIBUTED, ("ann lee",), None, None, (span,), "", UNKNOWN
    )
