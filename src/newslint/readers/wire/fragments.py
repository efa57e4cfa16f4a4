"""Fragments: markup that stands as text in a string or a section of CDATA, told as a parser would."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from functools import lru_cache

import msgspec

from newslint.plugin import Joined, Piece, SourceError, Span, lazy_pattern
from newslint.readers.xml_events import MOST_DEPTH, Listener
from newslint.text.directives import is_directive

# What opens with a sign of its own is looked for by that sign, which is much faster than by one of several:
# first the tags, and then what may stand between them.
# <p class="lead">, <p '>, </p>, <!-- seen -->, and </ 5 >, which is a comment as well
TAG_SOURCE = r"""
        /?+ [A-Za-z][\w:.-]*+ (?: [^<>=]++ | = \s*+ (?: "[^"<]*+" | '[^'<]*+' )?+ )*+ >
      | !-- .*? (?: --> | \Z )
      | / (?![A-Za-z]) [^>]*+ >
      | !\[CDATA\[ | \?[^<>]*+> | ![A-Za-z][^<>]*+>
    """
# &nbsp;, &#8217;
REFERENCE_SOURCE = r"& (?: \#\d{1,7} | \#[xX][\da-fA-F]{1,6} | [A-Za-z][A-Za-z\d]{1,31} ) ; | \]\]>"
# [caption id="a1" width="300"], [/caption], [gallery]
SHORTCODE_SOURCE = r"""
    \[ (?P<ends> / )?+ (?P<shortcode> [A-Za-z][\w-]*+ )
    (?P<parameters> (?: \s++ [\w-]++ = (?: "[^"<]*+" | '[^'<]*+' | [^\s\[\]"'<]++ ) )*+ ) \s*+ /?+ \]
    """
# <!-- wp:paragraph -->, <!-- /wp:list-item -->, which stand between blocks, and the white space behind them
# and behind the blocks themselves.
COMMENT_SOURCE = r"!-- \s /?+ wp: .*? -->"
GAP_SOURCE = rf"\s*+ (?: < {COMMENT_SOURCE} \s*+ )*+"
BETWEEN_SOURCE = rf"""
        {COMMENT_SOURCE} {GAP_SOURCE}
      | / (?: p | h[1-6] | li | ul | ol | figure | blockquote ) > {GAP_SOURCE}
    """
VERBOSE = re.VERBOSE | re.DOTALL
TAGS = lazy_pattern(f"< (?: {TAG_SOURCE} )", VERBOSE)
POSTED_TAGS = lazy_pattern(f"< (?: {BETWEEN_SOURCE} | {TAG_SOURCE} )", VERBOSE)
REFERENCES = lazy_pattern(REFERENCE_SOURCE, VERBOSE)
POSTED_REFERENCES = lazy_pattern(f"{REFERENCE_SOURCE} | {SHORTCODE_SOURCE}", VERBOSE)
MARKUP = lazy_pattern(f"< (?: {TAG_SOURCE} ) | {REFERENCE_SOURCE}", VERBOSE)
BETWEEN_COMMENT = lazy_pattern(r"<!--\s/?wp:")
SHORTCODE = lazy_pattern(SHORTCODE_SOURCE, VERBOSE)
NAME = lazy_pattern(r"</?(?:[\w.-]*:)*+([\w.-]*+)")
# Longer markup hardly comes twice.
MOST_KEPT = 96
CAPTIONS = frozenset(("caption", "wp_caption"))
# Shortcodes that are such without parameters; any other bracket is the paper's own.
BARE = frozenset(("gallery", "embed", "audio", "video", "playlist", "youtube", "vimeo", "twitter", *CAPTIONS))
VOID = frozenset(
    ("br", "hr", "img", "input", "link", "meta", "source", "wbr", "col", "embed", "area", "base")
)
# Elements that one of their own kind ends.
ALTERNATE = frozenset(("p", "li", "td", "th", "tr", "dt", "dd", "option"))


class Mark(msgspec.Struct, frozen=True, gc=False):
    """What a piece of markup is: the start or end of an element, a letter, an ignore, copy, or nothing.

    An end that *parts* has comments between blocks behind it.
    """

    name: str = ""
    opens: bool = False
    closes: bool = False
    letter: str = ""
    parts: bool = False


NOTHING, IGNORE, COPY, BETWEEN = Mark(), Mark(), Mark(), Mark()


def tell(pieces: Sequence[Piece], path: str, listener: Listener, *, shortcodes: bool = False) -> None:
    """Tell the listener what the markup in the text of the *pieces* holds; every element is ended.

    Of *shortcodes*, those of a caption are told as its element, and all others are no copy.
    Raises SourceError for elements nested too deep.
    """
    telling = _Telling(pieces, path, listener, POSTED_REFERENCES if shortcodes else REFERENCES)
    telling.run(POSTED_TAGS if shortcodes else TAGS)
    telling.close(0)


class _Telling:
    """One pass over a fragment. It keeps the elements that are open, and so changes."""

    def __init__(
        self, pieces: Sequence[Piece], path: str, listener: Listener, references: re.Pattern[str]
    ) -> None:
        self.joined, self.path, self.listener, self.references = Joined(pieces), path, listener, references
        self.letters = self.joined.text
        # Where the letters are written, if all of them are so in one place.
        self.written = pieces[0].source.start if len(pieces) == 1 and pieces[0].verbatim else None
        self.knows = listener.knows
        self.open: list[str] = []

    def run(self, tags: re.Pattern[str]) -> None:
        self._run(tags, 0, len(self.letters), self._between)

    def _run(
        self, markup: re.Pattern[str], position: int, end: int, text: Callable[[str, int, int], None]
    ) -> None:
        """Take the markup between two places, and hand over the *text* before, between and behind."""
        letters, listener = self.letters, self.listener
        for match in markup.finditer(letters, position, end):
            written = match[0]
            mark = _kept(written) if len(written) <= MOST_KEPT else _mark(written)
            if mark is COPY:
                continue
            start = match.start()
            if position < start:
                text(letters[position:start], position, start)
            position = match.end()
            if mark.opens:
                self._start(mark, start)
            elif mark.closes:
                self._end(mark.name)
                if mark.parts:
                    listener.part()
            elif mark.letter and listener.listening:
                listener.text((Piece(mark.letter, self._span(start, position), False),))
            elif mark is BETWEEN:
                listener.part()
            elif mark is IGNORE:
                listener.comment(written, self._span(start, position))
        if position < end:
            text(letters[position:end], position, end)

    def _between(self, text: str, start: int, end: int) -> None:
        """Take what stands between two tags."""
        if "&" in text or "[" in text or "]" in text:
            self._run(self.references, start, end, self._text)
        else:
            self._text(text, start, end)

    def _span(self, start: int, end: int) -> Span:
        if self.written is not None:
            return Span(self.written + start, self.written + end)
        sources = [piece.source for piece in self.joined.cut(start, end)]
        return Span(sources[0].start, sources[-1].end)

    def _text(self, text: str, start: int, end: int) -> None:
        listener = self.listener
        if not (listener.listening and listener.wants(text)):
            return
        if self.written is not None:
            listener.text((Piece(text, Span(self.written + start, self.written + end)),))
        else:
            listener.text(tuple(self.joined.cut(start, end)))

    def close(self, depth: int) -> None:
        """End the elements that are open beyond *depth*."""
        while len(self.open) > depth:
            self._ended(self.open.pop())

    def _ended(self, name: str) -> None:
        if name in self.knows:
            self.listener.end(name)

    def _start(self, mark: Mark, start: int) -> None:
        name, opened = mark.name, self.open
        if opened and opened[-1] == name and name in ALTERNATE:
            self._ended(opened.pop())
        if name in self.knows:
            place = self.joined.source(start) if self.written is None else self.written + start
            self.listener.start(name, "", place)
        if mark.closes:
            self._ended(name)
            return
        opened.append(name)
        if len(opened) > MOST_DEPTH:
            raise SourceError(self.path, f"elements of the body are nested deeper than {MOST_DEPTH:,}.")

    def _end(self, name: str) -> None:
        opened = self.open
        if opened and opened[-1] == name:
            self._ended(opened.pop())
        elif name in opened:
            self.close(len(opened) - 1 - opened[::-1].index(name))


def _mark(written: str) -> Mark:
    """Return what a piece of markup is."""
    if written.startswith("&"):
        return Mark(letter=html.unescape(written))
    if written.startswith("["):
        return _shortcode(written)
    if written.startswith("<!--"):
        if BETWEEN_COMMENT.match(written):
            return BETWEEN
        return IGNORE if is_directive(written) else NOTHING
    match = NAME.match(written)
    if match is None or not match[1]:
        return NOTHING
    name = match[1].lower()
    if written.startswith("</"):
        return Mark(name, closes=True, parts="<!--" in written)
    return Mark(name, opens=True, closes=name in VOID or written.endswith("/>"))


# Most markup comes again and again, letter for letter.
_kept = lru_cache(maxsize=1_024)(_mark)


def _shortcode(written: str) -> Mark:
    """Tell a shortcode from what else stands in brackets; one of a caption is its element."""
    match = SHORTCODE.match(written)
    if match is None or not (match["ends"] or match["parameters"] or match["shortcode"].lower() in BARE):
        return COPY
    if match["shortcode"] not in CAPTIONS:
        return NOTHING
    ends = bool(match["ends"])
    return Mark("figcaption", opens=not ends, closes=ends)
