"""XML events: what expat meets in a source, each with its place there, and nothing fetched or expanded."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import Any, Protocol
from xml.parsers import expat

from newslint.plugin import Source, SourceError, Span, lazy_pattern, line_starts
from newslint.readers.parts import OBJECT
from newslint.text.directives import SIGNATURE, is_directive

MOST_DEPTH = 1_000
SHOWN = 12
# An entity made of entities, of which a few lines make gigabytes; `&#38;` is a letter.
NESTED = lazy_pattern(r"&[^#]")
ROOT = lazy_pattern(
    r"""
    \ufeff? (?: \s++ | <\?.*?\?> | <!--.*?--> | <!DOCTYPE [^\[>]*+ (?: \[ .*? \] \s*+ )? > )*+
    < (?: [\w.-]++ : )? (?P<name> [\w.-]++ )
    """,
    re.DOTALL | re.VERBOSE,
)


class Listener(Protocol):
    """Who is told of elements and text; of text only while it is *listening*, and what it wants of that."""

    listening: bool

    def start(self, name: str, attributes: Mapping[str, str], place: Callable[[], int]) -> None:
        """Take up the start of an element; *place* says where it stands, for whom it matters."""

    def end(self, name: str) -> None:
        """Take up the end of an element."""

    def wants(self, letters: str) -> bool:
        """Tell whether a stretch of text would be taken up."""

    def text(self, letters: str, span: Span, *, verbatim: bool) -> None:
        """Take up a stretch of text: as it is written, or what a reference stands for."""


def root(head: bytes) -> str:
    """Return the name of the outermost element of a file that starts with *head*, or nothing."""
    match = ROOT.match(opening(head))
    return match["name"] if match else ""


def opening(head: bytes) -> str:
    """Decode the first bytes of a file, the last of which may be half a letter."""
    return head.decode(Source("", head).encoding(), "replace")


def tell(
    letters: str, path: str, listener: Listener, *, within: Span | None = None, prefixes: bool = False
) -> tuple[Span, ...]:
    """Parse the *letters* of a source, tell the listener what they hold, and return the inline ignores.

    *within*: only the one element there. *prefixes*: names are told with those of their namespaces. Raises
    SourceError for XML that is not well-formed, is nested too deep, or makes entities of entities.
    """
    return _Parsing(letters, path, listener, within or Span(0, len(letters)), prefixes=prefixes).run()


class _Parsing:
    """One pass of expat over a source. It keeps the place it has reached, and so changes."""

    def __init__(self, letters: str, path: str, listener: Listener, within: Span, *, prefixes: bool) -> None:
        self.letters, self.path, self.listener = letters, path, listener
        self.prefixes, self.first = prefixes, within.start
        self.content = within.cut(letters).encode()
        self.ascii = len(self.content) == len(within)
        self.byte = self.depth = 0
        self.point = within.start
        self.in_section = self.hears = False
        self.comments: list[Span] = []
        # The source is decoded already, whatever encoding it declares.
        self.parser = expat.ParserCreate("utf-8")
        self._listen(self.parser)

    def run(self) -> tuple[Span, ...]:
        self._hear()
        try:
            self.parser.Parse(self.content, True)
        except expat.ExpatError as error:
            raise self._malformed(error) from None
        return tuple(self.comments)

    def _listen(self, parser: Any) -> None:
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartCdataSectionHandler = self._section
        parser.EndCdataSectionHandler = self._section_end
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped
        parser.ExternalEntityRefHandler = self._outside
        # With a default handler, expat expands no entity of the file's own and skips it instead. It hears of
        # whatever nobody listens for, so it does as little as can be done.
        parser.DefaultHandler = len
        if SIGNATURE in self.letters:
            parser.CommentHandler = self._comment

    def _place(self) -> int:
        """Return where the parser is, in code points."""
        byte: int = self.parser.CurrentByteIndex
        if self.ascii:
            return self.first + byte
        if byte > self.byte:
            self.point += len(self.content[self.byte : byte].decode())
            self.byte = byte
        return self.point

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise self._error(self._place(), f"elements are nested deeper than {MOST_DEPTH:,}")
        if ":" in name and not self.prefixes:
            name = name.rpartition(":")[2]
        listener = self.listener
        listener.start(name, attributes, self._place)
        if listener.listening is not self.hears:
            self._hear()

    def _end(self, name: str) -> None:
        self.depth -= 1
        if ":" in name and not self.prefixes:
            name = name.rpartition(":")[2]
        listener = self.listener
        listener.end(name)
        if listener.listening is not self.hears:
            self._hear()

    def _hear(self) -> None:
        """Be told of text only while it is wanted: half of that in a file is none."""
        self.hears = self.listener.listening
        self.parser.CharacterDataHandler = self._characters if self.hears else None

    def _characters(self, text: str) -> None:
        listener, letters = self.listener, self.letters
        if not listener.listening or not listener.wants(text):
            return
        start = self.first + self.parser.CurrentByteIndex if self.ascii else self._place()
        # Outside a section of CDATA, a letter that stands behind `&` is one that a reference gives.
        if letters.startswith(text, start) and (self.in_section or letters[start] != "&"):
            listener.text(text, Span(start, start + len(text)), verbatim=True)
        else:
            listener.text(text, Span(start, self._written_end(start)), verbatim=False)

    def _written_end(self, start: int) -> int:
        """Return where a reference ends, or a line end of two letters."""
        if self.letters[start] == "&":
            return self.letters.index(";", start) + 1
        return start + (2 if self.letters.startswith("\r\n", start) else 1)

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if is_parameter:
            return
        from html.entities import html5

        self._reference(html5.get(f"{name};", OBJECT))

    def _outside(self, *_: object) -> int:
        """Leave what an entity names in another file where it is."""
        self._reference(OBJECT)
        return 1

    def _reference(self, text: str) -> None:
        if self.listener.listening:
            start = self._place()
            self.listener.text(text, Span(start, self._written_end(start)), verbatim=False)

    def _entity(self, name: str, is_parameter: bool, value: str | None, *_: object) -> None:
        if value is not None and NESTED.search(value):
            raise self._error(
                self._place(), f"the entity `{name:.40}` is made of entities, which is not read"
            )

    def _section(self) -> None:
        self.in_section = True

    def _section_end(self) -> None:
        self.in_section = False

    def _comment(self, text: str) -> None:
        start = self._place()
        span = Span(start, self.letters.index("-->", start) + 3)
        if is_directive(span.cut(self.letters)):
            self.comments.append(span)

    def _malformed(self, error: expat.ExpatError) -> SourceError:
        read = self.content[: max(0, self.parser.ErrorByteIndex)]
        place = self.first + len(read.decode("utf-8", "ignore"))
        fault = expat.ErrorString(error.code).removeprefix("not well-formed (").removesuffix(")")
        reason = f"XML is not well-formed: {fault}"
        ampersand = self.letters.rfind("&", max(0, place - SHOWN), place + 1)
        if error.code == 4 and ampersand >= 0:
            shown = self.letters[ampersand : ampersand + SHOWN].split()[0]
            return self._error(ampersand, f"{reason} at “{shown}”; a bare & is written `&amp;`")
        return self._error(place, reason)

    def _error(self, place: int, reason: str) -> SourceError:
        starts = line_starts(self.letters)
        line = bisect_right(starts, place)
        return SourceError(self.path, f"line {line}, column {place - starts[line - 1] + 1}: {reason}.")
