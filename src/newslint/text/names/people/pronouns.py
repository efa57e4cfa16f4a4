"""Pronouns: whether "he" or "she" suits the title and the given name of a person."""

from __future__ import annotations

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.wording import WordSet

SINGULAR = frozenset({"he", "she"})
FEMININE = WordSet("womens-titles")
MASCULINE = WordSet("mens-titles")


def pronoun_of(document: Document, title: str) -> str:
    """Return "she" for "Mrs.", "he" for "Lord", and nothing for a title that anybody can have."""
    return "she" if title in FEMININE.of(document) else "he" if title in MASCULINE.of(document) else ""


def suits(document: Document, name: str, pronoun: str) -> bool:
    """Tell whether a pronoun suits the given name of a person; any suits one that tells nothing."""
    others = {"he": womens_names, "she": mens_names}.get(pronoun)
    return others is None or name.partition(" ")[0] not in document.lexicon.view(others)


def surely_suits(document: Document, name: str, pronoun: str) -> bool:
    """Tell whether a given name is one to which the pronoun belongs."""
    own = {"he": mens_names, "she": womens_names}.get(pronoun)
    return own is not None and name.partition(" ")[0] in document.lexicon.view(own)


def womens_names(lexicon: Lexicon) -> frozenset[str]:
    """Return the given names that only women have."""
    return frozenset(lexicon.words("womens-names"))


def mens_names(lexicon: Lexicon) -> frozenset[str]:
    """Return the given names that only men have."""
    return frozenset(lexicon.words("mens-names"))
