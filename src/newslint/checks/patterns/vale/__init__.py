"""Rules of Vale: its kinds, as they look at copy there."""
