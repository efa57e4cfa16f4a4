"""Notes of a Word file, and its comments: paragraphs by number."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.plugin import BlockKind
from newslint.readers.docx_body import Body
from newslint.readers.docx_names import NAMES, word_names
from newslint.readers.paragraphs import Paragraph


class Notes(Body):
    """Gathers the paragraphs of notes, or of comments, by their number."""

    names = {**NAMES, **word_names(("footnote", "endnote", "comment"))}

    def __init__(self, styles: Mapping[str, BlockKind]) -> None:
        self.by_number: dict[str, list[Paragraph]] = {}
        super().__init__(styles, {})

    def start_footnote(self, attributes: Mapping[str, str]) -> None:
        """Open a note."""
        self.places.append(self.by_number.setdefault(self.word_attribute(attributes, "id"), []))

    def end_footnote(self) -> None:
        """Close a note."""
        self.places.pop()

    start_endnote = start_comment = start_footnote
    end_endnote = end_comment = end_footnote
