"""The learned encoder: which question words bear on, and how the words of two speakers stand to each other."""
