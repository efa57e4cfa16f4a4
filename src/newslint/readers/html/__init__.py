"""HTML: the copy of a page, with the place of every letter in its source."""
