"""Judging: which decisions of people count, and what they make of what was read."""
