"""Intake: files and feeds in, reports and problems out."""
