"""Needles: the words that phrase rules look for, those of all rules found in one scan of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from newslint.plugin import Document, Span
from newslint.text.flat import ONE_FOR_ONE, flat, folded
from newslint.text.trie import prefixes, trie_pattern

PLAIN = str.maketrans(dict(ONE_FOR_ONE))
# Stands in the trie for the edge of a word. It sorts last, so that of two needles the longer is tried first.
EDGE = "\U0010ffff"
NEVER = "(?!)"


class Needles(msgspec.Struct, frozen=True):
    """The words one rule looks for, as they are spelled; in any case unless *exact*."""

    words: frozenset[str]
    exact: bool = False


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A needle, in lower case, and where it stands."""

    needle: str
    span: Span


class Scanner(msgspec.Struct, frozen=True):
    """The compiled scan: for each longest needle, the rules of it and of the needles it hides."""

    pattern: re.Pattern[str]
    owners: Mapping[str, tuple[tuple[int, str], ...]]
    spellings: Mapping[int, frozenset[str]]


def scanner(needles: Sequence[Needles]) -> Scanner:
    """Compile one scan for all *needles*; a rule is known by its place among them."""
    homes: dict[str, list[int]] = {}
    for owner, each in enumerate(needles):
        for word in sorted({fold(word) for word in each.words}):
            homes.setdefault(word, []).append(owner)
    hidden = prefixes(homes)
    return Scanner(
        pattern=re.compile(_pattern(homes)),
        owners={
            word: tuple((owner, needle) for needle in hidden[word] for owner in homes[needle])
            for word in homes
        },
        spellings={
            owner: frozenset(word.translate(PLAIN) for word in each.words)
            for owner, each in enumerate(needles)
            if each.exact
        },
    )


def hits(scan: Scanner, document: Document) -> Mapping[int, list[Hit]]:
    """Return by rule where its needles stand: at each place the longest, and none inside another."""
    found: dict[int, list[Hit]] = {}
    text = document.view(flat)
    for match in scan.pattern.finditer(document.view(folded)):
        start = match.start()
        for owner, needle in scan.owners[match[1] or match[2]]:
            known = found.setdefault(owner, [])
            span = Span(start, start + len(needle))
            taken = known and known[-1].span.end > start
            if not taken and span.cut(text) in scan.spellings.get(owner, (span.cut(text),)):
                known.append(Hit(needle, span))
    return found


def fold(word: str) -> str:
    """Return a needle as the folded text has it."""
    return word.translate(PLAIN).lower()


def _pattern(words: Iterable[str]) -> str:
    """Return the scan as a regular expression. A word's edge is asked for only where there is a letter."""
    ordered = sorted(words)
    lettered = [word for word in ordered if _is_letter(word[0])]
    marked = [word for word in ordered if not _is_letter(word[0])]
    firsts = "".join(re.escape(mark) for mark in sorted({word[0] for word in marked}))
    at_word = rf"(?<!\w)(?=\w)(?=({_trie(lettered)}))"
    return rf"{at_word}|(?=[{firsts}])(?=({_trie(marked)}))" if marked else rf"{at_word}|{NEVER}()"


def _trie(words: Iterable[str]) -> str:
    edged = (word + EDGE if _is_letter(word[-1]) else word for word in words)
    return (trie_pattern(edged) or NEVER).replace(EDGE, r"(?!\w)")


def _is_letter(character: str) -> bool:
    return re.match(r"\w", character) is not None
