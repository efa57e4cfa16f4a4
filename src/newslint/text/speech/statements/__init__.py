"""Statements: source, cue and content, by each way in which copy attributes."""
