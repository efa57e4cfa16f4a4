"""The soundness of XML: what is wrong with a source, and where; and the inline ignores in it."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any
from xml.parsers import expat

from newslint.plugin import SourceError, Span, lazy_pattern, line_starts
from newslint.text.directives import is_directive, is_signed

SHOWN = 12
# An entity made of entities, of which a few lines make gigabytes; `&#38;` is a letter.
NESTED = lazy_pattern(r"&[^#]")


def ignores(letters: str, path: str, within: Span, encoded: bytes | None = None) -> tuple[Span, ...]:
    """Return the comments that are inline ignores in a stretch of XML, which may be *encoded* already.

    Raises SourceError where it is not well-formed, or makes entities of entities.
    """
    return _Parsing(letters, path, within, encoded).run()


def error(letters: str, path: str, place: int, reason: str) -> SourceError:
    """Return the error for what stands at a place."""
    starts = line_starts(letters)
    line = bisect_right(starts, place)
    return SourceError(path, f"line {line}, column {place - starts[line - 1] + 1}: {reason}.")


class _Parsing:
    """One pass of expat, which is asked for as little as can be. It keeps how far it has come."""

    def __init__(self, letters: str, path: str, within: Span, encoded: bytes | None) -> None:
        self.letters, self.path, self.first = letters, path, within.start
        self.content = within.cut(letters)
        # To the parser bytes are given, as a string would keep those that are made of it.
        self.encoded = self.content.encode() if encoded is None else encoded
        # Up to where bytes were counted as code points.
        self.byte, self.point = 0, self.first
        self.comments: list[Span] = []
        # The source is decoded already, whatever encoding it declares.
        self.parser: Any = expat.ParserCreate("utf-8")
        self.parser.StartDoctypeDeclHandler = self._mistrust
        if "<!--" in self.content and is_signed(self.content):
            self.parser.CommentHandler = self._comment

    def run(self) -> tuple[Span, ...]:
        try:
            self.parser.Parse(self.encoded, True)
        except expat.ExpatError as cause:
            raise self._malformed(cause) from None
        return tuple(self.comments)

    def _mistrust(self, *_: object) -> None:
        """Expand no entity of the file's own, and fetch none."""
        if "<!ENTITY" not in self.content:
            return
        self.parser.EntityDeclHandler = self._entity
        self.parser.ExternalEntityRefHandler = lambda *_: 1
        # With a default handler, expat skips entities instead. It hears of whatever nobody listens for, so
        # it does as little as can be done.
        self.parser.DefaultHandler = len

    def _entity(self, name: str, is_parameter: bool, value: str | None, *_: object) -> None:
        if value is not None and NESTED.search(value):
            reason = f"the entity `{name:.40}` is made of entities, which is not read"
            raise error(self.letters, self.path, self._place(self.parser.CurrentByteIndex), reason)

    def _comment(self, text: str) -> None:
        start = self._place(self.parser.CurrentByteIndex)
        span = Span(start, self.letters.index("-->", start) + 3)
        if is_directive(span.cut(self.letters)):
            self.comments.append(span)

    def _place(self, byte: int) -> int:
        """Return where a byte stands, in code points."""
        if self.content.isascii():
            return self.first + max(0, byte)
        if byte > self.byte:
            self.point += len(self.encoded[self.byte : byte].decode("utf-8", "ignore"))
            self.byte = byte
        return self.point

    def _malformed(self, cause: expat.ExpatError) -> SourceError:
        place = self._place(self.parser.ErrorByteIndex)
        fault = expat.ErrorString(cause.code).removeprefix("not well-formed (").removesuffix(")")
        reason = f"XML is not well-formed: {fault}"
        ampersand = self.letters.rfind("&", max(0, place - SHOWN), place + 1)
        if cause.code == 4 and ampersand >= 0:
            shown = self.letters[ampersand : ampersand + SHOWN].split()[0]
            reason = f"{reason} at “{shown}”; a bare & is written `&amp;`"
            return error(self.letters, self.path, ampersand, reason)
        return error(self.letters, self.path, place, reason)
