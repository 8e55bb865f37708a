"""Matching: what many readings have in common."""
