"""Lists in patterns: `{weekdays}` stands for each word of that list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any, TypeVar

import msgspec

from newslint.plugin import Lexicon, RuleError, lazy_pattern

NAMED = lazy_pattern(r"\{([a-z][a-z-]+)\}")
# What a rule is written out to at most; a list of places has 5,000 words.
MOST = 50_000
Options = TypeVar("Options", bound=msgspec.Struct)
# A name in braces, and the word that stands for it.
Words = Mapping[str, str]


def written_out(options: Options, lexicon: Lexicon) -> Options:
    """Return options with every list spelled out, word by word; they themselves where they name none.

    Raises RuleError for a list that is not there, or that holds no plain words.
    """
    changed = {}
    for name in options.__struct_fields__:
        value = getattr(options, name)
        # A string that is no list is an expression, which has words of lists in its own way.
        if not isinstance(value, str) and names_list(value):
            changed[name] = _spelled(value, lexicon)
    return msgspec.structs.replace(options, **changed) if changed else options


def names_list(value: object) -> bool:
    """Tell whether a word, or one in a list or a table, names a word list."""
    if isinstance(value, str):
        return "{" in value and NAMED.search(value) is not None
    if isinstance(value, Mapping):
        return any(map(names_list, value))
    return isinstance(value, (tuple, frozenset)) and any(map(names_list, value))


def lists_in(value: object) -> Iterator[str]:
    """Yield the names of the lists in the words of an option."""
    if isinstance(value, str):
        if "{" in value:
            yield from NAMED.findall(value)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from lists_in(getattr(value, name))
    elif isinstance(value, (Mapping, tuple, frozenset)):
        for each in value:
            yield from lists_in(each)


def spelled_out(phrase: str, lexicon: Lexicon) -> Iterator[tuple[str, Words]]:
    """Yield a phrase with each choice of words for the lists that it names, and the choice."""
    names = list(dict.fromkeys(NAMED.findall(phrase)))
    for words in product(*(_words(name, lexicon) for name in names)):
        chosen = dict(zip(names, words, strict=True))
        yield filled(phrase, chosen), chosen


def filled(phrase: str, chosen: Words) -> str:
    """Return a phrase with the words chosen for the lists that it names."""
    return NAMED.sub(lambda found: chosen.get(found[1], found[0]), phrase)


def _spelled(value: Any, lexicon: Lexicon) -> Any:
    if isinstance(value, Mapping):
        rows = (
            (word, _replaced(replacement, chosen))
            for key, replacement in value.items()
            for word, chosen in spelled_out(key, lexicon)
        )
        return dict(_few(rows))
    phrases = _few(word for phrase in value for word, _ in spelled_out(phrase, lexicon))
    return type(value)(phrases)


def _replaced(replacement: Any, chosen: Words) -> Any:
    if isinstance(replacement, str):
        return filled(replacement, chosen)
    return tuple(filled(each, chosen) for each in replacement)


Each = TypeVar("Each")


def _few(each: Iterable[Each]) -> Iterator[Each]:
    for number, one in enumerate(each):
        if number == MOST:
            raise RuleError(f"its lists come to more than {MOST:,} phrases")
        yield one


def _words(name: str, lexicon: Lexicon) -> tuple[str, ...]:
    if name not in lexicon.lists:
        raise RuleError(f"there is no list `{name}`; `newslint lists` names them")
    words = lexicon.words(name)
    if not words:
        raise RuleError(f"the list `{name}` holds no words")
    if stem := next((word for word in words if "*" in word), None):
        raise RuleError(f"the list `{name}` holds `{stem}`; only the kind `pattern` reads such stems")
    return words
