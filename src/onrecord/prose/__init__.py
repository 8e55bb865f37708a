"""Records put into words: whoever is quoted is named, and so is the report."""
