"""How well Onrecord reads: scored against ledgers made by hand, and held to floors."""
