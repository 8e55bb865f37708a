"""Promise 1: any span of any statement, date or reuse reproduces its exact text, for any Unicode input."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import Record
from onrecord.export.plain import plain
from onrecord.follow import read
from onrecord.record.report import Listing, Report, Status, report_id
from onrecord.record.span import Span
from onrecord.record.when import When

PIECES = st.sampled_from(
    [
        "“We hold the pier,” said Ida Renn. ",
        "The ministry denied that 14 people had died on Monday. ",
        "According to the Teldu Courier, Captain Oss fled to Varn last night",
        "Je ne suis pas parti, j’attends. — Ida Renn (@idarenn) March 12, 2024\n\n",
        "Guard promises to stay as mayor declares the harbour safe\n\n",
        'He added: "No." ',
        "\n• Confirms the loss of the harbour\n",
        "\u00a0", "\u202e", "\U0001f525", "e\u0301", "\r\n", "”", '"', "—", ": ", "ﬁ", "\ufeff", "漢字", "\x1b[31m",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=20)), min_size=1, max_size=14).map("".join)


def spans_of(value: object) -> list[Span]:
    """Every span within a reading, however deep."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, When):
        return [value.words] if value.words else []
    if isinstance(value, tuple):
        return [span for item in value for span in spans_of(item)]
    slots = getattr(value, "__dataclass_fields__", ())
    return [span for name in slots for span in spans_of(getattr(value, name))]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_every_span_of_a_reading_reproduces_its_text(text):
    known = report_id(text)
    report = Report(Listing(known, "a.txt", "", "The Pier", "", UNDATED, "en", Status.USABLE), text)
    reading = read(report)
    for span in spans_of(reading):
        assert span.report == known
        assert 0 <= span.start < span.end <= len(text)
        assert len(span.of(text)) == span.end - span.start
    ids = [statement.id for statement in reading.statements]
    assert len(ids) == len(set(ids))
    assert read(report) == reading


UNDATED = When.between(None, None)


def test_every_span_that_goes_out_reproduces_its_text(reports, tmp_path):
    with Record.open(tmp_path / "story.onrecord") as record:
        record.add_all(*reports)
        texts = {listing.id: record.text(listing.id) for listing in record.reports()}
        for entry in record.statements():
            words = [texts[entry.report.id][span.start : span.end] for span in entry.statement.content]
            assert entry.words == " … ".join(words)
        for row in plain(tuple(record.reuse())):
            for side in (row["a"], row["b"]):
                assert texts[side["report"]][side["start"] : side["end"]].strip()
        assert not [fault for checked in record.check() for fault in checked.faults]
