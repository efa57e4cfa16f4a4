"""Annotated copy: text and markup in turns, as LanguageTool's clients send it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

import msgspec

from newslint.core.span import Span
from newslint.server.faults import RequestError

Missing = msgspec.UnsetType


class Annotation(msgspec.Struct, frozen=True, rename="camel"):
    """A piece of copy, or of markup that may stand for letters of copy."""

    text: str | Missing = msgspec.UNSET
    markup: str | Missing = msgspec.UNSET
    interpret_as: str | Missing = msgspec.UNSET


class AnnotatedCopy(msgspec.Struct, frozen=True):
    """The field `data` of a request."""

    annotation: tuple[Annotation, ...] | None = None
    text: str | None = None


class Copy:
    """Copy to be linted, and the way from its places to those of what was sent."""

    def __init__(self, pieces: Iterable[tuple[str, str]]) -> None:
        """Put together pieces: what was sent, and what is read for it."""
        self.starts: list[int] = []
        self.sent: list[tuple[int, int, bool]] = []
        read: list[str] = []
        position = place = 0
        for written, meant in pieces:
            if meant:
                self.starts.append(position)
                self.sent.append((place, len(written), written == meant))
                read.append(meant)
            position += len(meant)
            place += len(written)
        self.text = "".join(read)

    def place(self, span: Span) -> Span:
        """Return where a stretch of the copy was sent; letters that markup stands for are its whole."""
        return Span(self._place(span.start, at_end=False), self._place(span.end, at_end=True))

    def _place(self, offset: int, *, at_end: bool) -> int:
        if not self.starts:
            return 0
        # The end of a stretch belongs to the piece before it.
        index = max(0, bisect_right(self.starts, offset - at_end) - 1)
        place, length, is_verbatim = self.sent[index]
        if is_verbatim:
            return place + offset - self.starts[index]
        return place + (length if at_end else 0)


def annotated_pieces(content: str) -> tuple[tuple[str, str], ...]:
    """Read the field `data`: pieces as they were sent, and what is read for each. Raises RequestError."""
    try:
        found = msgspec.json.decode(content.encode("utf-8", "replace"), type=AnnotatedCopy)
    except RecursionError:
        raise RequestError(400, "Could not read 'data': it is nested too deeply") from None
    except (msgspec.DecodeError, msgspec.ValidationError) as cause:
        raise RequestError(400, f"Could not read 'data': {cause}") from None
    if found.text is not None:
        return ((found.text, found.text),)
    if found.annotation is None:
        raise RequestError(400, "Expected either 'text' or 'annotation' in 'data'")
    return tuple(map(_piece, found.annotation))


def _piece(piece: Annotation) -> tuple[str, str]:
    if isinstance(piece.text, str) and piece.markup is piece.interpret_as is msgspec.UNSET:
        return piece.text, piece.text
    if isinstance(piece.markup, str) and piece.text is msgspec.UNSET:
        return piece.markup, "" if piece.interpret_as is msgspec.UNSET else piece.interpret_as
    raise RequestError(
        400,
        "Expected either 'text' or 'markup' in each annotation of 'data', 'interpretAs' beside 'markup' only",
    )
