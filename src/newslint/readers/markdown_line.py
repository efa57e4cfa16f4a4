"""The line: the pieces of one block of Markdown, with the tags of HTML that stand in it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from newslint.plugin import BlockKind, Piece, Span, lazy_pattern
from newslint.readers.cuts import Cuts
from newslint.readers.html.tags import OBJECTS, STRUCK, UNSEEN
from newslint.readers.markdown_events import SPANNING, Event
from newslint.readers.parts import ESCAPE, OBJECT, Part, holds_copy
from newslint.readers.raised import stand_in

BREAKS = frozenset(("SoftBreak", "HardBreak"))
TAG = lazy_pattern(r"<(?P<close>/?)(?P<name>[A-Za-z][\w:.-]*)")
# What only gives words a look or a meaning; any other tag takes a place in its line.
FORMATTING = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "center", "cite", "data", "dfn", "em", "font"),
        *("i", "ins", "kbd", "label", "mark", "nobr", "rb", "ruby", "samp", "small", "span", "strong"),
        *("time", "tt", "u", "var", "wbr"),
    )
)
RAISING = frozenset(("sup", "sub"))
GONE = STRUCK | UNSEEN | {"Strikethrough"}
HOLDING = GONE | OBJECTS | RAISING | {"q"}
# 80^1^, H~2~O
ABOVE, BELOW = r"\^(?<=\S\^)(?P<sup>[^\s^]{1,12})\^", r"~(?<=[A-Za-z]~)(?P<sub>\d{1,3})~"
# By the signs that a text holds: one is found much faster than either of two.
RAISED = {"^": lazy_pattern(ABOVE), "~": lazy_pattern(BELOW), "^~": lazy_pattern(f"{ABOVE}|{BELOW}")}
# A tag that so many others stand in was left open; what has so many pieces is no mark of a note.
FARTHEST, LONGEST_RAISED = 100, 20
CLOSERS = (" ", ".", ",", ";", ":", "!", "?", ")", "]", "’", "”")
STOPS = frozenset(",.;:!?")
MARKS = (("“", "”"), ("‘", "’"))


class Opened(msgspec.Struct, frozen=True, gc=False):
    """A tag that is open, the place of its first piece, and its own place in the source."""

    tag: str
    first: int
    start: int


class Line:
    """The pieces so far and the tags that are open: mutable, as each end tag changes what came before it.

    *tagged*: a tag of a template stands somewhere in the line.
    """

    def __init__(self, cuts: Cuts, *, tagged: bool) -> None:
        self.cuts, self.tagged = cuts, tagged
        self.pieces: list[Piece] = []
        self.descriptions: list[Part] = []
        self.opened: list[Opened] = []
        self.written = 0
        self.gap = False

    def take(self, event: Event) -> None:
        """Set what the parser met."""
        name, start, end = event.name, event.start, event.end
        if name == "Text":
            self._text(event.content, start, end)
        elif event.tag in SPANNING:
            self._bound(event.tag, start, end, opens=name == "Start")
        elif name in BREAKS:
            self._thing(start, end, "\n")
        elif name == "InlineHtml":
            self._html(event)
        elif name == "Code":
            self._thing(start, end)

    def parts(self, kind: BlockKind | None) -> Iterable[Part]:
        """Return the block, or the descriptions of images that stand where a paragraph would."""
        paragraph = Part(kind, self.cuts.without_wraps(self.pieces))
        # The description of an image amid words would stand out of order.
        return (paragraph,) if holds_copy(paragraph) else filter(holds_copy, self.descriptions)

    def _text(self, content: str, start: int, end: int) -> None:
        cuts = self.cuts
        if self.gap:
            self._close_gap(content)
        raises = cuts.raises and ("^" in content or "~" in content)
        escapes = cuts.escapes and (ESCAPE in content or cuts.letters[start - 1 : start] == ESCAPE)
        tagged = self.tagged and cuts.tagged(start, end)
        if not (tagged or escapes or raises):
            self.written = end
            self.pieces.append(Piece(content, Span(start, end), cuts.letters[start:end] == content))
            return
        pieces = cuts.pieces(content, start, end, follows=self.written, tagged=tagged)
        self.written = end
        if raises:
            for piece in pieces:
                self._copy(piece)
        else:
            self.pieces.extend(pieces)

    def _copy(self, piece: Piece) -> None:
        """Set copy, and take out what pairs of carets or tildes set above or below the line."""
        raised = RAISED.get("".join([sign for sign in "^~" if sign in piece.text]))
        if not raised or not piece.verbatim:
            self.pieces.append(piece)
            return
        start, position = piece.source.start, 0
        for match in raised.finditer(piece.text):
            mark = str(match.lastgroup)
            self._set(piece.text[position : match.start()], start + position)
            self.opened.append(Opened(mark, len(self.pieces), start + match.start()))
            self._set(match[mark], start + match.start(mark))
            self._close(mark, start + match.end())
            position = match.end()
        self._set(piece.text[position:], start + position)

    def _close_gap(self, behind: str) -> None:
        """Leave out the space before what was left out, where a space or a stop stands behind it.

        Between two stops stands a sign: what they part is gone, and neither is one too many.
        """
        self.gap = False
        last = self.pieces[-1] if self.pieces else None
        if last and last.verbatim and last.text.endswith(" ") and behind.startswith(CLOSERS):
            place = last.source
            if behind[0] in STOPS and last.text[-2:-1] in STOPS:
                self._thing(place.end, place.end)
            else:
                self.pieces[-1:] = [Piece(last.text[:-1], Span(place.start, place.end - 1))]

    def _set(self, text: str, start: int) -> None:
        """Set words that are written so."""
        if text:
            self.pieces.append(Piece(text, Span(start, start + len(text))))

    def _thing(self, start: int, end: int, text: str = OBJECT) -> None:
        """Set what is no copy, but takes a place in the sentence."""
        verbatim = self.cuts.letters[start:end] == text
        self.pieces.append(Piece(text, Span(start, end), verbatim))

    def _html(self, event: Event) -> None:
        """Take a tag of HTML; a comment is nothing."""
        match = TAG.match(event.content)
        if match is None:
            self.gap = True
            return
        name = match["name"].lower()
        if name == "br":
            self._thing(event.start, event.end, "\n")
        elif name in HOLDING and not event.content.endswith("/>"):
            self._bound(name, event.start, event.end, opens=not match["close"])
        elif name not in FORMATTING and name not in HOLDING:
            self._thing(event.start, event.end)

    def _bound(self, tag: str, start: int, end: int, *, opens: bool) -> None:
        if opens:
            self.opened.append(Opened(tag, len(self.pieces), start))
        else:
            self._close(tag, end)

    def _close(self, tag: str, end: int) -> None:
        """Do to what a tag was opened round what the tag means; one that was not opened means nothing."""
        around = self.opened[-FARTHEST:]
        while around and around[-1].tag != tag:
            around.pop()
        if not around:
            return
        opened = around.pop()
        del self.opened[self.opened.index(opened, -FARTHEST) :]
        if tag == "q":
            depth = sum(each.tag == "q" for each in around) % 2
            mark = Piece(MARKS[depth][0], Span(opened.start, opened.start), verbatim=False)
            self.pieces.insert(opened.first, mark)
            self._thing(end, end, MARKS[depth][1])
        elif tag in RAISING:
            self._settle(opened, end)
        else:
            described = tuple(self.pieces[opened.first :])
            del self.pieces[opened.first :]
            self.gap = tag in GONE
            if not self.gap:
                self._thing(opened.start, end)
            if tag == "Image" and all(each.tag != "Image" for each in around):
                self.descriptions.append(Part(BlockKind.CAPTION, described))

    def _settle(self, opened: Opened, end: int) -> None:
        """Leave out what is raised or lowered and no part of its word."""
        first = opened.first
        if len(self.pieces) - first > LONGEST_RAISED:
            return
        before = "".join(piece.text for piece in self.pieces[max(0, first - 3) : first])
        content = "".join(piece.text for piece in self.pieces[first:]).strip()
        behind = self.cuts.letters[end : end + 1]
        instead = stand_in(before, content, tag=opened.tag, behind=behind)
        if instead is not None:
            del self.pieces[first:]
            self.gap = True
        if instead:
            self._thing(opened.start, end)
