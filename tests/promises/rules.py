"""A reader without weights: no tagger proposes, no encoder compares. A worker process imports it by its name."""

from __future__ import annotations

from onrecord.reading.claiming import claiming
from onrecord.reading.reader import read as attributed
from onrecord.reading.tagger.tagging import Tagged
from onrecord.record.reading import Reading
from onrecord.record.report import Report


def ruled(report: Report) -> Reading:
    """What the rules alone find in a report."""
    return claiming(report, attributed(report, lambda _: Tagged((), ())))
