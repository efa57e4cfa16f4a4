"""Casing: a word in the capitals of another."""

from __future__ import annotations


def match_case(replacement: str, original: str) -> str:
    """Give *replacement* the capitalisation of *original*; capitals of its own stay."""
    if any(letter.isupper() for letter in replacement):
        return replacement
    if len(original) > 1 and original.isupper():
        return replacement.upper()
    return replacement[:1].upper() + replacement[1:] if original[:1].isupper() else replacement
