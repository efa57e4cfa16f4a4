"""People: who and what a story names, each with all its mentions."""
