"""A record of a few reports on an invented harbour, fed as rows."""

from __future__ import annotations

import json

import pytest

from onrecord import Record

ROWS = [
    {
        "date": "2031-05-02",
        "publisher": "Varn Courier",
        "url": "https://varn.example/1",
        "title": "The sluice stayed shut",
        "text": "The Salt Guard has captured the town of Orvane, Mayor Tilde Brask said in a tweet on Thursday.\n\n"
        '"Nobody touched the sluice," spokesman Per Lund told a press conference in Teldu on Friday.',
    },
    {
        "date": "2031-05-04",
        "publisher": "Teldu Gazette",
        "url": "https://teldu.example/7",
        "title": "Mayor gone over",
        "text": "Captain Joost Kell denied that the Salt Guard controlled Orvane.\n\n"
        "The Salt Guard does not control Orvane, Mayor Tilde Brask said on Sunday.\n\n"
        '"They hold the mill and nothing else," Kell was quoted as saying by the Hill Agency.',
    },
    {
        "date": "2031-05-05",
        "publisher": "Hill Radio",
        "url": "https://hill.example/9",
        "title": "Rumours",
        "text": "The Salt Guard has taken all of Orvane, according to rumours.\n\nSomebody said that the town was empty.",
    },
]


@pytest.fixture(scope="package")
def record(tmp_path_factory):
    folder = tmp_path_factory.mktemp("prose")
    rows = "\n".join(json.dumps(row) for row in ROWS)
    (folder / "feed.jsonl").write_text(rows, encoding="utf-8")
    with Record.open(folder / "harbour.onrecord") as opened:
        opened.add_all(folder / "feed.jsonl", jobs=1)
        yield opened
