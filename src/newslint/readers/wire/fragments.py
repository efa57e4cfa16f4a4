"""Fragments: markup that stands as text in a string or a section of CDATA, told as a parser would."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from newslint.plugin import Joined, Piece, SourceError, Span, lazy_pattern
from newslint.readers.xml_events import MOST_DEPTH, Listener

# <p class="lead">, <p '>, </p>, <!-- seen -->, &nbsp;, &#8217;
MARKUP_SOURCE = r"""
      <!-- .*? (?: --> | \Z )
    | <!\[CDATA\[ | \]\]> | <\?[^<>]*+> | <![A-Za-z][^<>]*+>
    | < (?P<close> /? ) (?P<name> [A-Za-z][\w:.-]*+ ) (?: [^<>=] | = \s*+ (?: "[^"<]*+" | '[^'<]*+' )?+ )*+ >
    | (?P<reference> & (?: \#\d{1,7} | \#[xX][\da-fA-F]{1,6} | [A-Za-z][A-Za-z\d]{1,31} ) ; )
    """
# [caption id="a1" width="300"], [/caption], [gallery]
SHORTCODE_SOURCE = r"""
    | \[ (?P<ends> / )?+ (?P<shortcode> [A-Za-z][\w-]*+ )
      (?P<parameters> (?: \s++ [\w-]++ = (?: "[^"<]*+" | '[^'<]*+' | [^\s\[\]"'<]++ ) )*+ ) \s*+ /?+ \]
    """
# The group that only a shortcode has.
SHORTCODE = "parameters"
MARKUP = lazy_pattern(MARKUP_SOURCE, re.VERBOSE | re.DOTALL)
POSTED_MARKUP = lazy_pattern(MARKUP_SOURCE + SHORTCODE_SOURCE, re.VERBOSE | re.DOTALL)
CAPTIONS = frozenset(("caption", "wp_caption"))
# Shortcodes that are such without parameters; any other bracket is the paper's own.
BARE = frozenset(("gallery", "embed", "audio", "video", "playlist", "youtube", "vimeo", "twitter", *CAPTIONS))
VOID = frozenset(
    ("br", "hr", "img", "input", "link", "meta", "source", "wbr", "col", "embed", "area", "base")
)
# Elements that one of their own kind ends.
ALTERNATE = frozenset(("p", "li", "td", "th", "tr", "dt", "dd", "option"))


def tell(pieces: Sequence[Piece], path: str, listener: Listener, *, shortcodes: bool = False) -> None:
    """Tell the listener what the markup in the text of the *pieces* holds; every element is ended.

    Of *shortcodes*, those of a caption are told as its element, and all others are no copy.
    Raises SourceError for elements nested too deep.
    """
    telling = _Telling(pieces, path, listener)
    position = 0
    for match in (POSTED_MARKUP if shortcodes else MARKUP).finditer(telling.letters):
        if match.lastgroup == SHORTCODE and not _is_shortcode(match):
            continue
        telling.text(position, match.start())
        telling.markup(match)
        position = match.end()
    telling.text(position, len(telling.letters))
    telling.close(0)


class _Telling:
    """One pass over a fragment. It keeps the elements that are open, and so changes."""

    def __init__(self, pieces: Sequence[Piece], path: str, listener: Listener) -> None:
        self.joined, self.path, self.listener = Joined(pieces), path, listener
        self.letters = self.joined.text
        self.open: list[str] = []

    def markup(self, match: re.Match[str]) -> None:
        kind = match.lastgroup
        if kind == "reference":
            sources = [piece.source for piece in self.joined.cut(*match.span())]
            span = Span(sources[0].start, sources[-1].end)
            if self.listener.listening:
                self.listener.text(_letter(match[0]), span, verbatim=False)
        elif kind == SHORTCODE:
            self._shortcode(match)
        elif kind == "name":
            name = match["name"].rpartition(":")[2].lower()
            if match["close"]:
                self._end(name)
            else:
                self._start(name, match)

    def _shortcode(self, match: re.Match[str]) -> None:
        if match["shortcode"] not in CAPTIONS:
            return
        if match["ends"]:
            self._end("figcaption")
            return
        self.listener.start("figcaption", {}, lambda: self.joined.source(match.start()))
        self.open.append("figcaption")

    def text(self, start: int, end: int) -> None:
        listener = self.listener
        if start < end and listener.listening and listener.wants(self.letters[start:end]):
            for piece in self.joined.cut(start, end):
                self.listener.text(piece.text, piece.source, verbatim=piece.verbatim)

    def close(self, depth: int) -> None:
        """End the elements that are open beyond *depth*."""
        while len(self.open) > depth:
            self.listener.end(self.open.pop())

    def _start(self, name: str, match: re.Match[str]) -> None:
        if name in ALTERNATE and self.open and self.open[-1] == name:
            self.close(len(self.open) - 1)
        self.listener.start(name, {}, lambda: self.joined.source(match.start()))
        if name in VOID or match[0].endswith("/>"):
            self.listener.end(name)
            return
        self.open.append(name)
        if len(self.open) > MOST_DEPTH:
            raise SourceError(self.path, f"elements of the body are nested deeper than {MOST_DEPTH:,}.")

    def _end(self, name: str) -> None:
        if name in self.open:
            self.close(len(self.open) - 1 - self.open[::-1].index(name))


def _is_shortcode(match: re.Match[str]) -> bool:
    """Tell a shortcode from what else stands in brackets."""
    return bool(match["ends"] or match["parameters"] or match["shortcode"].lower() in BARE)


def _letter(reference: str) -> str:
    """Return what a reference stands for; one to nothing stands for itself."""
    return html.unescape(reference)
