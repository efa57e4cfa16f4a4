"""HTML between the blocks of Markdown: one block may open an element, and another close it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.plugin import BlockKind, LeftOut, Span, lazy_pattern
from newslint.readers.cuts import Cuts
from newslint.readers.html.tags import LEFT_OUT
from newslint.readers.html.templates import MASK
from newslint.readers.markdown_events import Event
from newslint.readers.parts import Part

if TYPE_CHECKING:
    from newslint.readers.html.composition import Composition

# Blocks that hold no copy and open nothing.
EMPTY = lazy_pattern(r"\s*+(?:(?:<!--.*?-->|<[bh]r\b[^>]*+>)\s*+)*+", re.DOTALL)
UNREAD = "HTML, which takes turbohtml"
MASKED = f"HTML, which is not read beside a U+{ord(MASK):04X}"
# What a page sets beside its article, and a writer amid the story.
LEFT_OUT_HERE = LEFT_OUT - {"aside", "footer"}


class HtmlBlocks:
    """Reads the blocks one by one. It keeps the elements that are open, and so changes."""

    def __init__(self, cuts: Cuts, events: Sequence[Event]) -> None:
        self.cuts, self.events = cuts, events
        self.composition: Composition | None = None
        self.last_ends: dict[str, int] = {}
        self.unread: list[LeftOut] = []

    @property
    def hides(self) -> bool:
        """Tell whether what stands here is in an element that a page does not show."""
        return self.composition is not None and self.composition.inmost.out

    @property
    def kind(self) -> BlockKind | None:
        """Return the part that an open element gives what stands in it."""
        return self.composition.inmost.kind if self.composition else None

    def parts(self, span: Span, *, kind: BlockKind | None) -> tuple[Part, ...]:
        """Return the blocks of copy in a stretch of HTML, which stands in a block of some *kind*.

        It stays *unread* where there is no parser for it, or the copy holds the letter of our masks.
        """
        if EMPTY.fullmatch(self.cuts.letters, span.start, span.end):
            return ()
        composition = self.composition = self.composition or self._composition()
        if composition is None:
            self.unread.append(LeftOut(span, MASKED if MASK in self.cuts.letters else UNREAD))
            return ()
        composition.read(span)
        composition.close_but(lambda tag: self._closes_below(tag, span.end))
        found = tuple(self.cuts.held(part, kind=kind) for part in composition.parts)
        composition.parts.clear()
        return found

    def _composition(self) -> Composition | None:
        """Return what reads the blocks; None without a parser, or where its mask is in the copy."""
        if MASK in self.cuts.letters:
            return None
        try:
            import turbohtml  # noqa: F401
        except ImportError:
            return None
        from newslint.readers.html.composition import Composition

        letters = self.cuts.of_html(self._margins())
        return Composition(letters, descriptions=True, left_out=LEFT_OUT_HERE)

    def _margins(self) -> Iterator[Span]:
        """Yield what stands between the lines of a block, in the margin of a list or a quotation."""
        end = None
        for event in self.events:
            if event.name == "Html":
                if end is not None and end < event.start:
                    yield Span(end, event.start)
                end = event.end
            else:
                end = None

    def _closes_below(self, tag: str, position: int) -> bool:
        """Tell whether an end tag stands below; where each stands last is found once."""
        if tag not in self.last_ends:
            found = [match.start() for match in re.finditer(rf"(?i)</{re.escape(tag)}\b", self.cuts.letters)]
            self.last_ends[tag] = found[-1] if found else -1
        return self.last_ends[tag] >= position
