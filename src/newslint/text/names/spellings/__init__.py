"""Spellings: one name written in two ways, in a story, across stories and against the house."""
