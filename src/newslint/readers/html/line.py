"""The line: the pieces of one block as a browser sets them, white space closed up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.plugin import Piece, Span, lazy_pattern
from newslint.readers.html.templates import MASK
from newslint.readers.parts import OBJECT
from newslint.readers.raised import stand_in

# Where one of these stands is white space that a browser closes up, or the mask of a tag.
ODD = ("\n", "  ", "\t", "\f", "\r", MASK)
RUN = lazy_pattern(
    rf"(?P<copy>[^ \t\n\f\r{MASK}]++(?:[ ][^ \t\n\f\r{MASK}]++)*+)|(?P<tag>{MASK}++)|[ \t\n\f\r]++"
)
SPACE = lazy_pattern(r"[ \t\n\f\r]++")
LINE_END = lazy_pattern(r"\r\n?")
OPENING, CLOSING = "“‘", "”’"
STOPS = ",.;:!?"
BLANK = frozenset((" ", "\n", OBJECT))


class Line:
    """The pieces of the block that is being set: mutable, as each one depends on the last.

    *odd* are those of `ODD` that the letters hold.
    """

    def __init__(self, letters: str, odd: Sequence[str]) -> None:
        self.letters, self.odd = letters, odd
        self.pieces: list[Piece] = []
        self.spaced = True
        self.broken = False
        self.quotes = 0
        self.raised: tuple[str, int, int] | None = None
        # Whether words were left out right here.
        self.gap = False
        # Between which pieces the time stands that the line begins with.
        self.time: tuple[int, int] | None = None

    def text(self, content: str, start: int, end: int) -> None:
        """Set the text that stands from *start* to *end*, and says *content*."""
        if self.gap:
            self._close_gap(start)
        if len(content) != end - start and LINE_END.sub("\n", self.letters[start:end]) != content:
            self._set(SPACE.sub(" ", content), start, end, verbatim=False)
            return
        words = self.letters[start:end]
        # Looking for each is faster than an expression that looks at every letter.
        for odd in self.odd:
            if odd in words:
                break
        else:
            self._copy(words, start, end)
            return
        for match in RUN.finditer(self.letters, start, end):
            if match["copy"]:
                self._set(match[0], match.start(), match.end())
            elif match["tag"]:
                self.thing(match.start(), match.end())
            elif not self.spaced:
                self._space(match)

    def reference(self, content: str, start: int, end: int) -> None:
        """Set a letter that is written as a character reference."""
        self._set(content, start, end, verbatim=False)

    def thing(self, start: int, end: int) -> None:
        """Set what is no copy, but takes a place in the sentence."""
        self._set(OBJECT, start, end, verbatim=False)

    def line_break(self, start: int, end: int) -> bool:
        """Break the line; tell whether it was broken already, so that a new block begins."""
        self._drop_last_space()
        if self.pieces and self.pieces[-1].text == "\n" and self.broken:
            return True
        self._set("\n", start, end, verbatim=False)
        self.spaced = self.broken = True
        return False

    def quote(self, start: int, end: int, *, opens: bool) -> None:
        """Set the quotation mark that a browser draws for a tag."""
        if not opens and self.quotes == 0:
            return
        self.quotes -= not opens
        self._set((OPENING if opens else CLOSING)[self.quotes % 2], start, end, verbatim=False)
        self.quotes += opens

    def raise_from(self, tag: str, start: int) -> None:
        """Note that what follows stands above or below the line."""
        self.raised = (tag, len(self.pieces), start)

    def lower(self, end: int) -> None:
        """End what stands above or below the line: only what belongs to its word stays in it."""
        if self.raised is None:
            return
        tag, first, start = self.raised
        self.raised = None
        before = "".join(piece.text for piece in self.pieces[max(0, first - 3) : first])
        content = "".join(piece.text for piece in self.pieces[first:]).strip()
        instead = stand_in(before, content, tag=tag, behind=self.letters[end : end + 1])
        if instead is not None:
            del self.pieces[first:]
            self.spaced = not self.pieces or self.pieces[-1].text.endswith((" ", "\n"))
        if instead:
            self.thing(start, end)

    def time_from(self) -> None:
        """Note that a time begins here, if nothing is before it."""
        if self.time is None and _is_blank(self.pieces):
            self.time = len(self.pieces), 0

    def time_to(self) -> None:
        """Note that a time ends here."""
        if self.time and not self.time[1]:
            self.time = self.time[0], len(self.pieces)

    def is_time(self) -> bool:
        """Tell whether the line is nothing but a time."""
        if self.time is None or self.time[0] >= self.time[1]:
            return False
        return _is_blank(self.pieces[self.time[1] :])

    def ended(self) -> tuple[Piece, ...]:
        """Return the pieces without the space and the objects at their ends."""
        pieces = self.pieces
        first, last = 0, len(pieces)
        while last > first and pieces[last - 1].text in BLANK:
            last -= 1
        while first < last and pieces[first].text in BLANK:
            first += 1
        return tuple(pieces[first:last])

    def _copy(self, words: str, start: int, end: int) -> None:
        """Set copy with single spaces only."""
        if self.spaced and words[0] == " ":
            words, start = words[1:], start + 1
        if words:
            self.pieces.append(Piece(words, Span(start, end)))
            self.spaced, self.broken = words[-1] == " ", False

    def _close_gap(self, start: int) -> None:
        """Leave out the space before what was left out, if a stop is behind it; between two, set a sign."""
        self.gap = False
        before = "".join(piece.text for piece in self.pieces[-2:])
        if before.endswith(" ") and self.letters[start] in STOPS:
            if before[-2:-1] in STOPS:
                self.thing(start, start)
            else:
                self._drop_last_space()

    def _drop_last_space(self) -> None:
        last = self.pieces[-1] if self.pieces else None
        if last and last.text.endswith(" "):
            self.pieces.pop()
            if len(last.text) > 1:
                place = last.source
                self._set(last.text[:-1], place.start, place.end - last.verbatim, verbatim=last.verbatim)

    def _space(self, run: re.Match[str]) -> None:
        """Set the first of the white space, which stands for all of it."""
        first = run[0][0]
        if first in " \n":
            self._set(first, run.start(), run.start() + 1)
        else:
            self._set("\n" if first == "\r" else " ", run.start(), run.end(), verbatim=False)
        self.spaced = True

    def _set(self, text: str, start: int, end: int, *, verbatim: bool = True) -> None:
        self.pieces.append(Piece(text, Span(start, end), verbatim))
        self.spaced = self.broken = False


def _is_blank(pieces: Sequence[Piece]) -> bool:
    return all(piece.text.replace(OBJECT, " ").isspace() for piece in pieces)
