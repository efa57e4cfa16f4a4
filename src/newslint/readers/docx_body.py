"""The body of a Word file: its elements → paragraphs, with all changes accepted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from newslint.plugin import BlockKind
from newslint.readers.docx_fields import Fields
from newslint.readers.docx_insertions import Insertions
from newslint.readers.docx_names import NAMES, OFF, SEALED_NAMES, SILENT_NAMES, WordElements
from newslint.readers.docx_runs import LONGEST, Row, Run, is_frame, is_utf8, opening, runs_on
from newslint.readers.packages import Package
from newslint.readers.paragraphs import (
    BREAK,
    DELETED,
    HIDDEN,
    LINE_BREAK,
    MOVED,
    TAB,
    Paragraph,
    Place,
    Written,
)
from newslint.readers.symbols import symbol


class Body(WordElements):
    """Gathers paragraphs, and which notes they refer to; *comments* are put to the paragraphs they are on."""

    names = NAMES

    def __init__(self, styles: Mapping[str, BlockKind], comments: Mapping[str, str]) -> None:
        super().__init__()
        self.styles, self.comments = styles, dict(comments)
        self.paragraphs: list[Paragraph] = []
        self.notes: list[tuple[str, str]] = []
        # Where paragraphs go: the body, or below the one that a text box hangs on.
        self.places: list[list[Paragraph]] = [self.paragraphs]
        self.open: list[Paragraph] = []
        self.joined: list[Paragraph | None] = [None]
        self.rows: list[Row] = []
        self.cells: list[Row] = []
        self.runs: list[Run] = []
        self.fields = Fields()
        self.silent = 0
        self.properties = ""
        self.part, self.content = "", b""
        self.insertions = Insertions()
        # How many elements are open in which no fix is written.
        self.sealed = 0
        # Where the last content control begins, and whether each that is open is sealed.
        self.control = 0
        self.controls: list[bool] = []
        # Where the words begin that are being read, and which piece of their paragraph is the first of them.
        self.words: tuple[int, int] | None = None
        # What was left out before the next paragraph.
        self.between: list[str] = []
        for name, why in SILENT_NAMES.items():
            self.starts.setdefault(name, partial(self._start_silent, why))
            self.ends.setdefault(name, self._end_silent)
        for name in SEALED_NAMES:
            self.starts.setdefault(name, self._start_sealed)
            self.ends.setdefault(name, self._end_sealed)

    def read(self, package: Package, part: str, content: bytes) -> None:
        """Read the part. Raises SourceError for one that is no XML, or has a DTD."""
        self.part, self.content = part, content
        self.sealed = 0 if is_utf8(content) else 1
        super().read(package, part, content)

    def _start_sealed(self, _: Mapping[str, str]) -> None:
        self.sealed += 1

    def _end_sealed(self) -> None:
        self.sealed -= 1

    def _start_silent(self, why: str, _: Mapping[str, str]) -> None:
        if why:
            self._leave(why)
        self.silent += 1

    def _end_silent(self) -> None:
        self.silent -= 1

    def start_del(self, _: Mapping[str, str]) -> None:
        """Leave out what is deleted: words, or the end of a paragraph, or a row."""
        if not self.silent:
            if self.properties == "pPr" and self.open:
                self.joined[-1] = self.open[-1]
            elif self.properties == "trPr" and self.rows:
                self.rows[-1].gone = True
        self.silent += 1

    def start_moveFrom(self, attributes: Mapping[str, str]) -> None:  # noqa: N802
        """Leave out what was moved away."""
        if not self.properties:
            self._leave(MOVED)
        self.start_del(attributes)

    def start_ins(self, _: Mapping[str, str]) -> None:
        self.sealed += self.insertions.open(self.content, self.parser.CurrentByteIndex)

    def end_ins(self) -> None:
        self.sealed -= self.insertions.close()

    def start_p(self, _: Mapping[str, str]) -> None:
        """Open a paragraph; after one whose end is deleted, go on with that one."""
        before, self.joined[-1] = self.joined[-1], None
        paragraph = Paragraph(kind=BlockKind.TABLE_CELL if self.cells else None, written=[])
        if before is not None:
            paragraph.take(before)
        for why in self.between:
            paragraph.leave(why)
        self.between.clear()
        self.open.append(paragraph)

    def end_p(self) -> None:
        """Close a paragraph."""
        if self.open:
            self.places[-1].append(self.open.pop())
        self.fields.end_paragraph()

    def start_pPr(self, _: Mapping[str, str]) -> None:  # noqa: N802
        self.properties = "pPr"

    def end_pPr(self) -> None:  # noqa: N802
        self.properties = ""

    def start_trPr(self, _: Mapping[str, str]) -> None:  # noqa: N802
        self.properties = "trPr"

    end_trPr = end_pPr  # noqa: N815

    def start_pStyle(self, attributes: Mapping[str, str]) -> None:  # noqa: N802
        """Give a paragraph the part that its style plays."""
        kind = self.styles.get(self.word_attribute(attributes, "val"))
        if kind and self.open and not self.silent:
            self.open[-1].kind = kind

    def start_framePr(self, attributes: Mapping[str, str]) -> None:  # noqa: N802
        """Join a drop cap, a paragraph of its own, to its word."""
        if self.word_attribute(attributes, "dropCap") not in ("", "none") and self.open and not self.silent:
            self.joined[-1] = self.open[-1]

    def start_numId(self, attributes: Mapping[str, str]) -> None:  # noqa: N802
        """Make a paragraph with a number or a bullet an item, unless it has a part already."""
        if self.open and not self.silent and self.word_attribute(attributes, "val") != "0":
            self.open[-1].kind = self.open[-1].kind or BlockKind.LIST_ITEM

    def start_r(self, _: Mapping[str, str]) -> None:
        self.runs.append(Run(self.parser.CurrentByteIndex))

    def end_r(self) -> None:
        self.runs.pop()

    def start_vanish(self, attributes: Mapping[str, str]) -> None:
        """Hide the words of a run."""
        if self.runs and not self.properties:
            self.runs[-1].hidden = self.word_attribute(attributes, "val") not in OFF

    def start_t(self, _: Mapping[str, str]) -> None:
        if self._speaks():
            pieces = self.open[-1].pieces
            self.parser.CharacterDataHandler = pieces.append
            self.words = self.parser.CurrentByteIndex, len(pieces)
        elif self.runs and self.runs[-1].hidden:
            self._leave(HIDDEN)

    def end_t(self) -> None:
        self.parser.CharacterDataHandler = None
        if self.words and self.runs and not self.sealed and not self.fields.opened:
            self._place(*self.words)
        self.words = None

    def _place(self, start: int, first: int) -> None:
        """Note where the words lie that were read, if a fix may be written there."""
        run, paragraph, content = self.runs[-1], self.open[-1], self.content
        end, last = self.parser.CurrentByteIndex, len(paragraph.pieces)
        words = paragraph.pieces[first] if last == first + 1 else "".join(paragraph.pieces[first:])
        if run.opening is None:
            run.opening = opening(content[run.start : min(start, run.start + LONGEST)]) or b""
        # Only letters may stand there; and one that stands for a break elsewhere would come out as that.
        if not words or not run.opening or LINE_BREAK in words or content.find(b"<", start + 1, end) >= 0:
            return
        insertion = self.insertions.around(content, run.start) if self.insertions.tags else b""
        if insertion is None:
            return
        place = Place(self.part, run.start, run.opening, start, end, insertion)
        if paragraph.written is None:
            paragraph.written = []
        written = paragraph.written
        joined = bool(written) and written[-1].last == first and runs_on(content, written[-1].place, place)
        written.append(Written(first, last, place, joined))

    def start_tab(self, _: Mapping[str, str]) -> None:
        self._write(TAB)

    start_ptab = start_tab

    def start_br(self, _: Mapping[str, str]) -> None:
        self._write(BREAK)

    start_cr = start_br

    def start_noBreakHyphen(self, _: Mapping[str, str]) -> None:  # noqa: N802
        self._write("\u2011")

    def start_sym(self, attributes: Mapping[str, str]) -> None:
        """Write a sign that a font draws."""
        self._write(symbol(self.word_attribute(attributes, "font"), self.word_attribute(attributes, "char")))

    def start_fldChar(self, attributes: Mapping[str, str]) -> None:  # noqa: N802
        """Leave out the code of a field, and keep what it came to."""
        if not self.silent:
            self.fields.mark(self.word_attribute(attributes, "fldCharType"))

    def start_tr(self, _: Mapping[str, str]) -> None:
        self.rows.append(Row(len(self.places[-1])))

    def end_tr(self) -> None:
        self._close(self.rows)

    def start_tc(self, _: Mapping[str, str]) -> None:
        self.cells.append(Row(len(self.places[-1])))
        self.joined.append(None)

    def end_tc(self) -> None:
        self.joined.pop()
        self._close(self.cells)

    def start_cellDel(self, _: Mapping[str, str]) -> None:  # noqa: N802
        if self.cells and not self.silent:
            self.cells[-1].gone = True

    def start_txbxContent(self, _: Mapping[str, str]) -> None:  # noqa: N802
        """Open a text box."""
        self.places.append(self.open[-1].below if self.open and not self.silent else [])
        self.joined.append(None)
        self.sealed += 1

    def end_txbxContent(self) -> None:  # noqa: N802
        self.sealed -= 1
        self.places.pop()
        self.joined.pop()

    def start_sdt(self, _: Mapping[str, str]) -> None:
        self.control = self.parser.CurrentByteIndex

    def start_sdtContent(self, _: Mapping[str, str]) -> None:  # noqa: N802
        """Seal a control that is more than a frame."""
        self.controls.append(not is_frame(self.content[self.control : self.parser.CurrentByteIndex]))
        self.sealed += self.controls[-1]

    def end_sdtContent(self) -> None:  # noqa: N802
        self.sealed -= self.controls.pop()

    def start_footnoteReference(self, attributes: Mapping[str, str]) -> None:  # noqa: N802
        self._note("footnotes", attributes)

    def start_endnoteReference(self, attributes: Mapping[str, str]) -> None:  # noqa: N802
        self._note("endnotes", attributes)

    def start_commentRangeStart(self, attributes: Mapping[str, str]) -> None:  # noqa: N802
        """Put a comment to the paragraph that it starts in."""
        comment = self.comments.pop(self.word_attribute(attributes, "id"), "") if self.open else ""
        if comment:
            self.open[-1].comments.append(comment)

    start_commentReference = start_commentRangeStart  # noqa: N815

    def _speaks(self) -> bool:
        """Tell whether what stands here is copy."""
        if self.silent or self.properties or self.fields.codes or not self.open:
            return False
        return not (self.runs and self.runs[-1].hidden)

    def _note(self, part: str, attributes: Mapping[str, str]) -> None:
        if self._speaks():
            self.notes.append((part, self.word_attribute(attributes, "id")))

    def _write(self, letters: str) -> None:
        if self._speaks():
            self.open[-1].pieces.append(letters)

    def _close(self, rows: list[Row]) -> None:
        if rows and (row := rows.pop()).gone:
            if self.places[-1][row.start :]:
                self.between.append(DELETED)
            del self.places[-1][row.start :]

    def _leave(self, why: str) -> None:
        """Note what is left out, unless it is within what is left out already."""
        if self.open and (not self.silent or why == DELETED):
            self.open[-1].leave(why)
