"""The trained tagger: which words are sources, cues and contents of attributions, and which are names."""
