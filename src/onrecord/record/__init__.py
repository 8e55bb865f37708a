"""The nouns: frozen, without input or output, known to every stage."""
