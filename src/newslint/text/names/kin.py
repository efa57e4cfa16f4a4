"""Kin: words beside a full name that tell its bearer from a relative of nearly the same name."""

from __future__ import annotations

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.flat import flat

KIN = lazy_pattern(
    r"\b(?:(?:step|half-)?(?:father|mother|son|daughter|brother|sister)s?|uncle|aunt|nephew|niece|cousins?|grand\w+|"
    r"namesake|twins?|siblings?|wife|husband|wid(?:ow|ower)|fianc[eé]e?|spouse|(?:\w+-)in-law)\b"
)


def is_kin(document: Document, name: Span, *, reach: int) -> bool:
    """Tell whether a word for a relative stands near a name: "his father, Ahmed Rahimi"."""
    return KIN.search(document.view(flat), max(0, name.start - reach), name.end + reach) is not None
