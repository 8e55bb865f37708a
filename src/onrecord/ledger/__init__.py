"""The ledger: an append-only store of reports and judgements, with what was read in them."""
