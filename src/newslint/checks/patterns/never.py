"""Never: words and expressions that no text can hold, so that a rule would pass every story in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.checks.patterns.needles import fold, spelled
from newslint.plugin import lazy_pattern

# `\\bword\\b`, `(?:a|b)`, `colou?r`, `[Aa]n`, `.*`: nobody writes these in copy.
EXPRESSION = lazy_pattern(r"\\[bBdDsSwW]|\(\?|\w\?\w|\[[^\]]*\]|\.[*+]|\\\.")


def never_found(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the words that are read letter by letter, and that copy does not have so."""
    for word in words:
        if "\n" in word:
            yield word, "it holds a line end, which is a space in the text"
        elif EXPRESSION.search(word):
            yield word, "words are read letter by letter; the kind `pattern` takes expressions"


def hidden(
    words: Iterable[str], exceptions: Iterable[str], *, ignore_case: bool
) -> Iterator[tuple[str, str]]:
    """Yield the words that are an exception themselves, or stand there twice."""
    key = fold if ignore_case else spelled
    accepted = frozenset(map(fold, exceptions))
    seen: set[str] = set()
    for word in words:
        if fold(word) in accepted:
            yield word, "it is an exception, too"
        elif key(word) in seen:
            yield word, "it stands there twice, but for capitals"
        seen.add(key(word))
