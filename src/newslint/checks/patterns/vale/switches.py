"""Switches: where comments turn Vale's rules off and on again."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from newslint.plugin import Document, Span, lazy_pattern

COMMENT = lazy_pattern(r"<!--\s*vale\s+([^>]*?)\s*-->|\{/\*\s*vale\s+([^*]*?)\s*\*/\}")
ONE = lazy_pattern(r"(?P<name>[^\[\]=]+?)(?P<words>\[.*\])? = (?P<said>YES|NO|on|off)")
STYLES = lazy_pattern(r"styles? = (.*)")
ALL = "off"


class Switches(msgspec.Struct, frozen=True):
    """By what is off (all, a style, a rule, a word of a rule) the stretches of the source where it is.

    From each of the *places* on, only the styles beside it are on.
    """

    off: Mapping[str, Sequence[Span]] = {}
    places: Sequence[int] = ()
    styles: Sequence[frozenset[str]] = ()

    def silence(self, rule: str, words: str, place: int) -> bool:
        """Tell whether a rule is off at a place of the source, or for the words found there."""
        style = rule.partition(".")[0]
        keys = (ALL, style, rule, f"{rule}[{words}]")
        if any(span.start <= place < span.end for key in keys for span in self.off.get(key, ())):
            return True
        last = bisect_right(self.places, place) - 1
        return last >= 0 and style not in self.styles[last]


def switches(document: Document) -> Switches:
    """Return what the comments of a story switch."""
    source = document.source
    if document.format == "text" or "vale" not in source:
        return Switches()
    found: dict[str, list[Span]] = {}
    opened: dict[str, int] = {}
    places, styles = [], []
    for comment in COMMENT.finditer(source):
        said = " ".join((comment[1] or comment[2] or "").split())
        if named := STYLES.fullmatch(said):
            places.append(comment.start())
            styles.append(frozenset(named[1].split(", ")))
            continue
        for key, is_off in _switched(said):
            if is_off:
                opened.setdefault(key, comment.start())
            elif key in opened:
                found.setdefault(key, []).append(Span(opened.pop(key), comment.start()))
    for key, start in opened.items():
        found.setdefault(key, []).append(Span(start, len(source) + 1))
    return Switches(found, places, styles)


def _switched(said: str) -> Iterator[tuple[str, bool]]:
    if said in ("on", "off"):
        yield ALL, said == "off"
    elif one := ONE.fullmatch(said):
        for word in _words(one["words"]):
            yield one["name"] + word, one["said"] in ("NO", "off")


def _words(written: str | None) -> Iterator[str]:
    """Yield the words of a rule that a comment speaks of, as they stand in its list."""
    if not written:
        yield ""
        return
    try:
        named = json.loads(written)
    except ValueError:
        return
    yield from (f"[{word}]" for word in named)
