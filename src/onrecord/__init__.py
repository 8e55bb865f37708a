"""Onrecord: who said what, when, on whose word, and who disputes it."""
