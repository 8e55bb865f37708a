"""Reading: what one report alone tells, with the words that show it."""
