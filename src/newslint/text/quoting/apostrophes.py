"""Apostrophes drawn as opening quotation marks, before years and words cut short: the ‘80s, ‘em."""

from __future__ import annotations

from newslint.core.pattern import lazy_pattern

# What may close a quotation that began there: "the ‘80s boom’".
CLOSING = lazy_pattern(r"[\w,.?!…]’(?!\w)")
REACH = 200


def may_open(text: str, end: int) -> bool:
    """Tell whether a mark whose word goes to *end* may be the opening one of a quotation."""
    return CLOSING.search(text, end, end + REACH) is not None
