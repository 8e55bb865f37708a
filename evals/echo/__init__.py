"""Invented utterances carried by invented reports: how many origins are counted behind them."""
