"""Rich text: RTF, by way of striprtf."""

from __future__ import annotations

from collections.abc import Iterator
from locale import windows_locale
from typing import ClassVar

from newslint.plugin import BlockKind, Document, Lexicon, Source, SourceError, lazy_pattern
from newslint.readers.office_document import document
from newslint.readers.paragraphs import Line, Paragraph
from newslint.readers.rtf_codes import CELL_END, GONE, ITEM, Codes

SIGNATURE = b"{\\rtf"
SIGN = lazy_pattern(f"([{''.join(GONE)}])")
SOFT_HYPHEN = "\u00ad"


class RtfReader:
    """Reads RTF. It is not written back: nothing tells where in the file a word stands."""

    extensions: ClassVar[tuple[str, ...]] = (".rtf",)
    writable: ClassVar[bool] = False

    def read(self, source: Source, lexicon: Lexicon) -> Document:
        """Return the story: its paragraphs and the cells of its tables, without notes and text boxes."""
        if not source.content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(SIGNATURE):
            raise SourceError(source.path, "no RTF; expected `{\\rtf` at its start.")
        codes = Codes(source.content.decode("latin-1"))
        text = _stripped(source, "".join(codes.mended()))
        language = windows_locale.get(codes.language, "").replace("_", "-")
        return document(
            source, _lines(text), lexicon, format_name="rtf", title="", language=language, beside=codes.beside
        )


def _stripped(source: Source, letters: str) -> str:
    from striprtf.striprtf import rtf_to_text

    try:
        text = str(rtf_to_text(letters, errors="replace"))  # type: ignore[no-untyped-call]
    # What it raises on a broken file is told nowhere.
    except (ValueError, TypeError, LookupError, ArithmeticError):
        raise SourceError(source.path, "no well-formed RTF; save it anew, or as .docx.") from None
    # Letters beyond U+FFFF come as two halves; half of one is none.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _lines(text: str) -> Iterator[Line]:
    for paragraph in text.replace("\r", "\n").replace(SOFT_HYPHEN, "").split("\n"):
        *cells, rest = paragraph.split(CELL_END)
        for cell in cells:
            yield _line(cell, BlockKind.TABLE_CELL)
        yield _line(rest, BlockKind.LIST_ITEM if ITEM in rest else None)


def _line(letters: str, kind: BlockKind | None) -> Line:
    """Return a paragraph, with the places where words of it are left out."""
    paragraph = Paragraph(kind=kind)
    for piece in SIGN.split(letters.replace(ITEM, "")):
        if piece in GONE:
            paragraph.leave(GONE[piece])
        else:
            paragraph.pieces.append(piece)
    return paragraph.line()
