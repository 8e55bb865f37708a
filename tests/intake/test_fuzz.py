from __future__ import annotations

import re
from pathlib import Path
from random import Random

from intake.fuzzing import inputs

from onrecord.intake.files import take
from onrecord.record.problem import Problem
from onrecord.record.report import Report, report_id

ROOT = Path(__file__).parents[2]
HARD = [
    "Guard holds pier\n\nBy Lena Marsh, The Quay Times\n\nPublished 6 September 2021 | Updated 7 September 2021\n\nThe guard “held” it.",
    "STRAIT PRESS (SP) / Tuesday, 7 September 2021 / 21:40\r\n\r\nWorldRebel leader vows\r\n\r\nTELDU, Sept 6 (SP) - The rebel\r\n\r\n© 2021 SP",
    "Die Wache hält den Pier\n\n6. September 2021\n\n„Wir halten ihn“, sagte die Sprecherin – наконец. 漢字 قال الحرس\n\n(AFP)",
]
PLAIN = re.compile(r"[^\x00-\x08\x0e-\x1f\x7f]*")


def samples():
    folders = [ROOT / "src" / "onrecord" / "demo_story" / "reports", ROOT.parent / "shared" / "seeds"]
    found = [path.read_bytes() for folder in folders for path in sorted(folder.glob("*.txt"))]
    return [*found, *(text.encode() for text in HARD)]


def is_report(data):
    """Whether the bytes are a report beyond doubt: plain text with letters, and no markup or other format."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return False
    return any(map(str.isalpha, text)) and bool(PLAIN.fullmatch(text)) and not text.lstrip().startswith(("<", "%", "{"))


def check(name, items):
    for item in items:
        assert isinstance(item, (Report, Problem))
        if isinstance(item, Problem):
            assert item.where.startswith(name)
            assert item.what.encode()
            assert item.advice.encode()
            continue
        listing, words = item.listing, item.published.words
        assert listing.file == name
        assert item.text.encode()
        for told in (listing.url, listing.outlet, listing.title, listing.language):
            told.encode()  # whatever is told can be written to a file
        assert words is None or (words.report == item.id and words.of(item.text).strip())


def test_any_bytes_give_reports_and_problems(tmp_path):
    firm = 0
    for name, data in inputs(Random(20210906), samples(), 10_000):
        path = tmp_path / name
        path.write_bytes(data)
        items = list(take([path]))
        path.unlink()
        assert items or (name.endswith("jsonl") and data.strip()), name
        check(name, items)
        if name.endswith("txt"):
            [item] = items
            if isinstance(item, Report):
                assert (item.text.encode(), item.id) == (data, report_id(item.text))
            assert isinstance(item, Report) or not is_report(data), item
            firm += is_report(data)
    assert firm > 3_000


def test_the_inputs_are_the_same_each_time():
    assert list(inputs(Random(1), samples(), 50)) == list(inputs(Random(1), samples(), 50))
