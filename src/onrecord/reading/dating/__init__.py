"""Time expressions in news English, resolved against the day of publication; and the dates among them."""

from onrecord.reading.dating.expressions import Expression, find_expressions
from onrecord.reading.dating.finding import find_dates
from onrecord.reading.dating.timex import Kind, Timex

__all__ = ["Expression", "Kind", "Timex", "find_dates", "find_expressions"]
