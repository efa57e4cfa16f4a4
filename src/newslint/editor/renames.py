"""Renaming: a word of a name, in every mention of it in the story, whatever way it is spelled there."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex
from lsprotocol import types

from newslint.editor.checked import Checked
from newslint.editor.lines import Lines
from newslint.text.folding import plain
from newslint.text.names.names_index import Name, names_index

WORD = regex.compile(r"\p{L}[\p{L}\p{M}'’\-]*")


class NamedWord(msgspec.Struct, frozen=True):
    """A word of a name where an editor's cursor is, and its places in all mentions."""

    start: int
    end: int
    text: str
    places: tuple[tuple[int, int, str], ...]


def named_word(result: Checked, position: types.Position) -> NamedWord | None:
    """Return the word of a name at a place, or None where no name stands."""
    offset = result.lines.offset(position)
    for document in result.documents:
        for name in names_index([document]):
            for mention in name.mentions:
                if mention.start <= offset <= mention.end:
                    return _word(name, result.story.text, mention.start, mention.end, offset)
    return None


def renamed(lines: Lines, word: NamedWord, new: str) -> list[types.TextEdit]:
    """Return the edits that write *new* for the word, in capitals where the mention is."""
    return [
        types.TextEdit(lines.range(start, end), new.upper() if text.isupper() and len(text) > 1 else new)
        for start, end, text in word.places
    ]


def _word(name: Name, text: str, start: int, end: int, offset: int) -> NamedWord | None:
    for match in WORD.finditer(text, start, end):
        if match.start() <= offset <= match.end():
            return NamedWord(
                match.start(), match.end(), match[0], tuple(_places(name, text, _spellings(name, match[0])))
            )
    return None


def _spellings(name: Name, word: str) -> frozenset[str]:
    """Return the ways in which a word of a name is spelled: its own, and where it varies all others."""
    alike = {plain(each) for each in name.variants}
    return frozenset(alike) if plain(word) in alike else frozenset({plain(word)})


def _places(name: Name, text: str, spellings: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    for mention in name.mentions:
        for match in WORD.finditer(text, mention.start, mention.end):
            if plain(match[0]) in spellings:
                yield match.start(), match.end(), match[0]
