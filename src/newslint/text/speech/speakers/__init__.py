"""Speakers: whom the sources of statements resolve to, as a reader would."""
