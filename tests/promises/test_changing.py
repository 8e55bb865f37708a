"""Promises 2 to 4 for reports that change: no order, batch or repetition tells, and no day knows what came later."""

from __future__ import annotations

import json
from random import Random

import pytest

from onrecord import Record
from onrecord.export.plain import plain

PAGE = "https://cps.example/2031/03/mayor"
FLED = (
    "Mayor flees by night boat\n\n"
    "TELDU (CPS) - Mayor Per Lund has fled Teldu by boat with 14 guards, captain Ida Renn said on Monday.\n\n"
    '"Nobody stopped the boat when it left the lower pier," Renn said.'
)
NOTE = 'A note to readers\n\nWe published a dispatch headed "Mayor flees by night boat". That dispatch is withdrawn.'
AGAIN = 'Correction\n\nOur item headed "A note to readers" is corrected: it was captain Renn who took back her word.'


def row(day, text, outlet="CPS", **beside):
    return {"text": text, "publisher": outlet, **({"date": day} if day else {}), **beside}


ROWS = [
    row("2031-03-10", FLED, url=PAGE, versioncreated="2031-03-10T09:00:00Z"),
    row("2031-03-10", FLED.replace("14", "19"), url=f"{PAGE}?utm_source=x", versioncreated="2031-03-10T20:00:00Z"),
    row("2031-03-10", FLED, url=f"{PAGE}/", version=1),
    row("2031-03-11", FLED, "Teldu Gazette"),
    row("2031-03-11", "Council silent\n\nCPS reported that mayor Per Lund had fled by boat.", "Varn Courier"),
    row("2031-03-12", NOTE),
    row("2031-03-13", AGAIN),
    row("", "", url=PAGE, pubstatus="canceled", ednote="Kill this item."),
    row("2031-03-14", FLED.replace("14", "nine"), url=PAGE),
]


def answers(record):
    tables = [record.revisions(), record.statements(), record.changes("2031-03-11"), *map(record.fates, _ids(record))]
    return json.dumps([plain(list(table)) for table in tables])


def _ids(record):
    return [listing.id for listing in record.reports()]


def told(path, batches):
    """All that a record of these batches answers, of everything and as of a day."""
    with Record.open(path.with_suffix(".onrecord")) as record:
        for batch in batches:
            path.with_name("feed.jsonl").write_text("\n".join(map(json.dumps, batch)), encoding="utf-8")
            record.add_all(path.with_name("feed.jsonl"), jobs=1)
        return [answers(record), *(answers(record.as_of(f"2031-03-{day}")) for day in range(10, 15))]


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    return told(tmp_path_factory.mktemp("changing") / "0", [ROWS])


def test_much_is_told(expected):
    for word in ("withdrawn", "corrected", "revised", "same words", "through CPS", "changed"):
        assert word in expected[0]


@pytest.mark.parametrize("seed", range(12))
def test_no_order_batch_or_repetition_tells(expected, tmp_path, seed):
    random = Random(seed)
    rows = random.sample([*ROWS, *random.sample(ROWS, 4)], len(ROWS) + 4)
    cut = random.randrange(1, len(rows))
    assert told(tmp_path / "r", [rows[:cut], rows[cut:]]) == expected


@pytest.mark.parametrize("day", range(10, 15))
def test_a_view_of_a_day_is_that_of_a_record_without_what_came_later(expected, tmp_path, day):
    known = [one for one in ROWS if one.get("date", "9") <= f"2031-03-{day}"]
    assert told(tmp_path / "r", [known])[day - 9] == expected[day - 9]
