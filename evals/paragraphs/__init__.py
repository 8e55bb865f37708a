"""Invented paragraphs of developing news: how well chain, channel, mode, act and stance are read."""
