"""The library: a record and its views, for programs and notebooks."""

from onrecord.library.record import Record
from onrecord.library.snapshot import Day, Snapshot

__all__ = ["Day", "Record", "Snapshot"]
