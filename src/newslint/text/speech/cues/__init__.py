"""Cues: the words by which a statement shows, and the words beside them for its source and its content."""
