"""XML events: the elements and texts of a source, each with its place there, and nothing fetched or expanded.

One expression cuts them from the letters; expat says whether the whole is sound, without a call an element.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from html.entities import html5
from typing import Protocol

from newslint.plugin import Piece, Source, Span, lazy_pattern
from newslint.readers.parts import OBJECT
from newslint.readers.xml_soundness import error, ignores

MOST_DEPTH = 1_000
# Longer tags hardly come twice.
MOST_KEPT = 32
# What nothing ends goes to the end of the source: so that is found out once, not at each place again.
ROOT = lazy_pattern(
    r"""
    \ufeff? (?: \s++ | <\?.*?(?:\?>|\Z) | <!--.*?(?:-->|\Z)
      | <!DOCTYPE [^\[>"']*+ (?: "[^"]*+" [^\[>"']*+ | '[^']*+' [^\[>"']*+ )*+
        (?: \[
            (?: [^\]"'<]++ | "[^"]*+" | '[^']*+' | <!--.*?(?:-->|\Z) | <\?.*?(?:\?>|\Z) | < )*+
        \] \s*+ )? >
    )*+
    (?P<tag> < (?: [\w.-]++ : )? (?P<name> [\w.-]++ ) )
    """,
    re.DOTALL | re.VERBOSE,
)
# A section, a comment, an instruction, or a tag; with a start tag what is in it, where that is only text.
TOKEN = lazy_pattern(
    r"""
    < (?: !\[CDATA\[ [^\]]*+ (?: \](?!\]>) [^\]]*+ )*+ (?: \]\]> | \Z )
        | !-- .*? (?: --> | \Z )
        | \? .*? (?: \?> | \Z )
        | ( (?: ([^<>!?"'/=\s]++) | [^<>!?"'] )
            [^<>"']*+ (?: "[^"<]*+" [^<>"']*+ | '[^'<]*+' [^<>"']*+ )*+ > )
          (?: (?<!/>) ([^<]*+) </\2> )?+
      )
    """,
    re.DOTALL | re.VERBOSE,
)
SECTION = "<![CDATA["
SECTION_END = "]]>"
NAME = lazy_pattern(r"/?([^\s/>]++)")
ATTRIBUTE = lazy_pattern(r"""\s([^\s=/>"']++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)')""")
# &amp;, &#8217;, &nbsp;, or a line end that is none to XML
WRITTEN_OTHERWISE = lazy_pattern(r"&[^;\s&]*+;|\r\n?")
LINE_END = lazy_pattern(r"\r\n?")
LETTERS = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}


class Listener(Protocol):
    """Who is told of the elements it *knows*, and of text while it is *listening*, what it wants of that.

    Of those that it *skips* it is told nothing, nor of what is in them.
    """

    knows: frozenset[str]
    skips: frozenset[str]
    listening: bool

    def start(self, name: str, tag: str, place: int) -> None:
        """Take up the start of an element, whose *tag* stands at a *place* of what is parsed."""

    def end(self, name: str) -> None:
        """Take up the end of an element."""

    def wants(self, letters: str) -> bool:
        """Tell whether a stretch of text would be taken up."""

    def whole(self, name: str, tag: str, place: int, letters: str, pieces: Sequence[Piece]) -> None:
        """Take up an element that holds nothing but *letters*, which are made of these *pieces*."""

    def text(self, pieces: Sequence[Piece]) -> None:
        """Take up a stretch of text: what is as it is written, and what references stand for."""

    def part(self) -> None:
        """Take up that one block ends here and another may begin."""

    def comment(self, letters: str, span: Span) -> None:
        """Take up an ignore that a text holds in its markup."""


def root(head: bytes) -> str:
    """Return the name of the outermost element of a file that starts with *head*, or nothing."""
    match = ROOT.match(opening(head))
    return match["name"] if match else ""


def opening(head: bytes) -> str:
    """Decode the first bytes of a file, the last of which may be half a letter."""
    return head.decode(Source("", head).encoding(), "replace")


def attributes(tag: str) -> dict[str, str]:
    """Return what the attributes in a start tag say."""
    given = {match[1]: match[2] if match[3] is None else match[3] for match in ATTRIBUTE.finditer(tag)}
    if "&" in tag or "\r" in tag:
        return {name: WRITTEN_OTHERWISE.sub(_letter, value) for name, value in given.items()}
    return given


def tell(
    letters: str,
    path: str,
    listener: Listener,
    *,
    within: Span,
    prefixes: bool = False,
    encoded: bytes | None = None,
) -> tuple[Span, ...]:
    """Parse the *letters* of a source, tell the listener what they hold, and return the inline ignores.

    *within*: only the one element there. *prefixes*: names are told with those of their namespaces.
    *encoded*: what stands there in UTF-8, where it is at hand. Raises SourceError for XML that is not
    well-formed, is nested too deep, or makes entities of entities.
    """
    outermost = ROOT.match(letters, within.start, within.end)
    if outermost:
        _Telling(letters, path, listener, prefixes=prefixes).run(outermost.start("tag"), within.end)
    return ignores(letters, path, within, encoded)


class _Telling:
    """One pass over a source. It keeps how deep it is, and so changes."""

    def __init__(self, letters: str, path: str, listener: Listener, *, prefixes: bool) -> None:
        self.letters, self.path, self.listener = letters, path, listener
        self.which = 0 if prefixes else 1
        self.depth = 0
        # Elements that are skipped, and of which no end tag stands below.
        self.endless: set[str] = set()

    def run(self, start: int, end: int) -> None:
        while start < end:
            start = self._run(start, end)

    def _run(self, start: int, end: int) -> int:
        """Go on up to an element that is skipped, or to the end; return where to go on."""
        listener, letters, which, knows = self.listener, self.letters, self.which, self.listener.knows
        for match in TOKEN.finditer(letters, start, end):
            place = match.start()
            if start < place and listener.listening:
                self._text(letters[start:place], start, WRITTEN_OTHERWISE)
            start, tag = match.end(), match[1]
            if tag is None:
                if listener.listening and match[0].startswith(SECTION):
                    first = place + len(SECTION)
                    self._text(letters[first : start - len(SECTION_END)], first, LINE_END)
                continue
            names, opens, closes = _kept(tag) if len(tag) <= MOST_KEPT else _known(tag)
            name, inner = names[which], match[3]
            known = name in knows
            if opens and not closes:
                if self.depth == MOST_DEPTH:
                    reason = f"elements are nested deeper than {MOST_DEPTH:,}"
                    raise error(letters, self.path, place, reason)
                if inner is not None:
                    self._whole(name if known else "", tag, place, inner)
                    continue
                if known and name in listener.skips and (beyond := self._beyond(names[0], start)):
                    return beyond
                self.depth += 1
            elif not opens:
                self.depth -= 1
            if known and opens:
                listener.start(name, tag, place)
            if known and closes:
                listener.end(name)
        return end

    def _whole(self, name: str, tag: str, place: int, letters: str) -> None:
        """Tell of an element, or of one without a name to the listener, that holds only text."""
        start = place + 1 + len(tag)
        if not name:
            if letters and self.listener.listening:
                self._text(letters, start, WRITTEN_OTHERWISE)
        elif name not in self.listener.skips:
            self.listener.whole(name, tag, place, letters, _pieces(letters, start, WRITTEN_OTHERWISE))

    def _text(self, text: str, start: int, others: re.Pattern[str]) -> None:
        if self.listener.wants(text):
            self.listener.text(_pieces(text, start, others))

    def _beyond(self, name: str, start: int) -> int:
        """Return where the end tag of an element ends, 0 where it takes more than a look to find."""
        last = -1 if name in self.endless else self.letters.find(f"</{name}>", start)
        if last < 0:
            self.endless.add(name)
            return 0
        if self.letters.find(f"<{name}", start, last) >= 0:
            return 0
        section = self.letters.rfind(SECTION, start, last)
        if section >= 0 and self.letters.find(SECTION_END, section, last) < 0:
            return 0
        return last + len(f"</{name}>")


def _known(tag: str) -> tuple[tuple[str, str], bool, bool]:
    """Return the name of a tag, with its prefix and without, and whether it opens and whether it closes.

    The tag is given without its first sign.
    """
    match = NAME.match(tag)
    name = match[1] if match else ""
    closes = tag.startswith("/")
    return (name, name.rpartition(":")[2]), not closes, closes or tag.endswith("/>")


# Most tags come again and again, letter for letter.
_kept = lru_cache(maxsize=1_024)(_known)


def _pieces(text: str, start: int, others: re.Pattern[str]) -> Sequence[Piece]:
    """Return what is written as it reads, and what is not."""
    if "\r" not in text and ("&" not in text or others is LINE_END):
        return (Piece(text, Span(start, start + len(text))),)
    pieces = []
    position = 0
    for match in others.finditer(text):
        first, last = match.span()
        if position < first:
            pieces.append(Piece(text[position:first], Span(start + position, start + first)))
        letter = LETTERS.get(match[0]) or _letter(match)
        pieces.append(Piece(letter, Span(start + first, start + last), False))
        position = last
    if position < len(text):
        pieces.append(Piece(text[position:], Span(start + position, start + len(text))))
    return pieces


def _letter(match: re.Match[str]) -> str:
    """Return what is meant by a reference or a line end; by an entity of the file's own, something."""
    written = match[0]
    if not written.startswith("&"):
        return "\n"
    if written in LETTERS:
        return LETTERS[written]
    if written.startswith("&#"):
        return _numbered(written[2:-1])
    return html5.get(written[1:], OBJECT)


def _numbered(number: str) -> str:
    try:
        return chr(int(number[1:], 16) if number.startswith("x") else int(number))
    except (ValueError, OverflowError):
        return OBJECT
