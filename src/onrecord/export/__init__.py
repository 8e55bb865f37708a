"""Export: the tables that go out."""
