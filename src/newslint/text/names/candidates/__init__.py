"""Candidates: what may be a name, by its own words and by those beside it."""
