"""The flat and the folded text: the copy with every spelling of a space or an apostrophe made one.

Both have the length of `document.text`, so that a position in one is a position in the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from newslint.core.check import Sought
from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern

ONE_FOR_ONE = (
    ("’", "'"),
    ("ʼ", "'"),
    ("′", "'"),
    ("″", '"'),
    ("\u00a0", " "),
    ("\u202f", " "),
    ("\u2009", " "),
    ("\t", " "),
    ("\u2011", "-"),
    ("\u2010", "-"),
)
# An apostrophe that is turned the wrong way is one all the same: "didn‘t".
TURNED = lazy_pattern(r"‘(?<=[A-Za-z].)(?=[a-z])")
# What is half a character stays one.
ASCII, KEPT = bytes(range(128)), "surrogatepass"
PIECE = 1 << 15


class Holding(Sought, frozen=True):
    """Whether some letters stand in the folded text."""

    def __call__(self, document: Document) -> bool:
        """Look for each of them."""
        text = document.view(folded)
        return any(letters in text for letters in self.words)


def flat(document: Document) -> str:
    """Return the text with plain spaces and apostrophes; a line end inside a block is a space too."""
    text = document.text
    for odd, plain in ONE_FOR_ONE:
        if odd in text:
            text = text.replace(odd, plain)
    if "‘" in text:
        text = TURNED.sub("'", text)
    return _joined_lines(document, text)


def folded(document: Document) -> str:
    """Return the flat text in lower case, letter for letter."""
    return "".join(map(_lowered, pieces(document.view(flat))))


def odd_characters(document: Document) -> frozenset[str]:
    """Return the characters of the text that are not ASCII, of which most stories have few."""
    text = document.text
    if text.isascii():
        return frozenset()
    return frozenset(chain.from_iterable(map(_odd, pieces(text))))


def _odd(text: str) -> str:
    # Bytes are dropped by a table, in less time than it takes to look at every character.
    return text.encode("utf-8", KEPT).translate(None, ASCII).decode("utf-8", KEPT)


def pieces(text: str) -> Iterator[str]:
    """Yield a text in pieces of whole lines: what is made of all of it takes many times its memory."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + PIECE) + 1 or len(text)
        yield text[start:end]
        start = end


def _joined_lines(document: Document, text: str) -> str:
    if not any("\n" in text[block.span.start : block.span.end] for block in document.blocks):
        return text
    parts, position = [], 0
    for block in document.blocks:
        start, end = block.span.start, block.span.end
        parts += [text[position:start], text[start:end].replace("\n", " ")]
        position = end
    parts.append(text[position:])
    return "".join(parts)


def _lowered(text: str) -> str:
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(map(_lower_one, text))


def _lower_one(letter: str) -> str:
    # Lower-casing "İ" gives two code points; the position of what follows matters more than its dot.
    lower = letter.lower()
    return lower if len(lower) == 1 else lower[0]
