"""Dates in news English, resolved against the day of publication."""

from onrecord.reading.dating.finding import find_dates

__all__ = ["find_dates"]
