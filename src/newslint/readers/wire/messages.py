"""Messages: what older wires send: a header, a text between STX and ETX, and what follows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from newslint.plugin import BlockKind, Document, Piece, Source, SourceError, Span, lazy_pattern
from newslint.readers.wire.passages import SPACE, Passage, passage
from newslint.readers.wire.stories import addresses

SOH, STX, ETX = "\x01", "\x02", "\x03"
LINE = lazy_pattern(r"[^\r\n]+|(?:\r*\n|\r)")
# What tells machines how to set the words: a band of space, the colour of the ribbon.
CONTROLS = lazy_pattern(r"[\x00-\x08\x0b-\x1f\x7f]+")
# What an edit may not write into a message.
RESERVED = "".join(map(chr, range(32))) + "^<\x7f"


class Message(msgspec.Struct, frozen=True):
    """One message, and the parts of it. It is *broken* where it has no text."""

    extent: Span
    header: Span
    text: Span
    trailer: Span
    broken: bool = False


def messages(letters: str) -> Iterator[Message]:
    """Yield the messages of a file, each from SOH to where the next one starts."""
    starts = [match.start() for match in re.finditer(SOH, letters)] or [0]
    for start, end in zip(starts, [*starts[1:], len(letters)], strict=True):
        opens = letters.find(STX, start, end)
        closes = letters.find(ETX, max(opens, start), end)
        closes = end if closes < 0 else closes
        text = Span(opens + 1, closes) if opens >= 0 else Span(end, end)
        header = Span(start, opens if opens >= 0 else end)
        yield Message(Span(start, end), header, text, Span(closes, end), broken=opens < 0)


def told(
    source: Source, serial: re.Pattern[str], made: Callable[[str, str, Message, Span | None], Document]
) -> Iterator[Document | SourceError]:
    """Yield the story that is *made* of each message, called by the *serial* that its header gives."""
    letters = source.decoded()
    found = list(messages(letters))
    keys = [serial.match(letters, each.extent.start) for each in found]
    single = len(found) == 1
    paths = [source.path] if single else addresses(source.path, (key[1] if key else "" for key in keys))
    for each, path in zip(found, paths, strict=True):
        if each.broken:
            yield SourceError(path, "message without a text; expected STX before it.")
        else:
            yield made(path, letters, each, None if single else each.extent)


def text_lines(letters: str, within: Span) -> list[Span]:
    """Return the lines of a stretch, without their ends; an empty line is an empty span."""
    found: list[Span] = []
    last = within.start
    for match in LINE.finditer(letters, within.start, within.end):
        if match[0][0] in "\r\n":
            found.append(Span(last, match.start()))
            last = match.end()
    return [*found, Span(last, within.end)]


def block(letters: str, lines: Sequence[Span], kind: BlockKind | None = None) -> Passage:
    """Return the block that some lines make, joined where they are wrapped."""
    return passage(kind, tuple(_pieces(letters, lines)))


def paragraphs(
    letters: str, lines: Iterable[Span], *, opened_by: str, but: tuple[str, ...] = (), signs: str = SPACE
) -> Iterator[Passage]:
    """Yield the paragraphs that some lines make, told by blank lines and by what each is *opened_by*.

    Lines that open with one of *but* are none of them, and nor are *signs* at the ends of lines.
    """
    waiting: list[Span] = []
    for line in lines:
        words = line.cut(letters)
        if waiting and (not words.strip() or words.startswith((opened_by, *but))):
            yield block(letters, waiting)
            waiting = []
        if words.strip() and not words.startswith(but):
            waiting.append(stripped(letters, line, signs))
    if waiting:
        yield block(letters, waiting)


def _pieces(letters: str, lines: Iterable[Span]) -> Iterator[Piece]:
    end: int | None = None
    for line in lines:
        if end is not None:
            yield Piece("\n", Span(end, line.start), verbatim=False)
        position = line.start
        for match in CONTROLS.finditer(letters, line.start, line.end):
            yield from _copy(letters, position, match.start())
            yield Piece(" ", Span(*match.span()), verbatim=False)
            position = match.end()
        yield from _copy(letters, position, line.end)
        end = line.end


def _copy(letters: str, start: int, end: int) -> Iterator[Piece]:
    if start < end:
        yield Piece(letters[start:end], Span(start, end))


def stripped(letters: str, line: Span, signs: str = SPACE) -> Span:
    """Return a line without white space and *signs* at its ends."""
    words = line.cut(letters)
    start = line.start + len(words) - len(words.lstrip(signs))
    return Span(start, max(start, line.start + len(words.rstrip(signs))))
