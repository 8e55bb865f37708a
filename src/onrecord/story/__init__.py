"""The story: read models over a view of the ledger."""
