"""Entries: what front matter says under each key, with the place of every letter."""

from __future__ import annotations

import msgspec

from newslint.plugin import FrontMatterFault, Piece, Span

# Without the marks between their words: `date_published` and `date-published`, too.
MARKS = str.maketrans("", "", "_- ")
# Hugo keeps here what a site has thought of for its stories.
PARAMS = "params"


class Entry(msgspec.Struct, frozen=True):
    """A value: the key it stands under, letter for letter where it is written so.

    It is a *top* one where it is the story's, at the top or in `params`, and not of a picture, an author or a
    page in a list. An edit may write none of the *reserved* letters.
    """

    key: str
    pieces: tuple[Piece, ...]
    top: bool
    reserved: str

    @property
    def text(self) -> str:
        """Return what the value says."""
        return "".join(piece.text for piece in self.pieces).strip()

    @property
    def place(self) -> Span:
        """Return where the value stands, without the marks round it."""
        return Span(self.pieces[0].source.start, self.pieces[-1].source.end)


class BrokenError(Exception):
    """A place, counted from the start of the front matter, at which it is none of its notation."""

    def __init__(self, position: int, fault: FrontMatterFault, found: str = "") -> None:
        super().__init__(f"{fault.value} at {position}")
        self.position, self.fault, self.found = position, fault, found


def plain_key(key: str) -> str:
    """Return a key as the lists have it, in small letters and without marks."""
    return key.lower().translate(MARKS)
