"""Elements: what those of NITF and XHTML, and so of all that carries them, are to copy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import msgspec

from newslint.plugin import BlockKind
from newslint.readers.parts import OBJECT

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
ANY = "*"


class Element(msgspec.Struct, frozen=True, eq=False):
    """What an element is to the copy; what it does not say is as around it.

    *kind*: of its blocks. *copy*: whether its text is. *plain*: whether lines tell its blocks. *inline*:
    it stands amid a line, with a *mark* before it, or *composed* of its words and the letter before them.
    *fact*: what its text says of the story, or *fact_of* the attribute that tells; *facts* what its
    attributes say. *inside*: what elements are within it. *silent*: the attributes, with their values, by
    which it is no copy. *item*: it is a story of its own. *body*: it is the body of one. *posted*: it is text
    as WordPress keeps it, with its shortcodes, and with blank lines between paragraphs. *skipped*: nothing
    in it is asked for.
    """

    kind: BlockKind | None = None
    copy: bool | None = None
    plain: bool = False
    inline: bool = False
    mark: str = ""
    composed: Callable[[str, str], str | None] | None = None
    fact: str = ""
    fact_of: str = ""
    facts: Mapping[str, str] = {}
    inside: Mapping[str, Element] = {}
    silent: Mapping[str, str] = {}
    item: bool = False
    body: bool = False
    posted: bool = False
    skipped: bool = False

    @property
    def asks(self) -> bool:
        """Tell whether it matters what its attributes say."""
        return bool(self.facts or self.fact_of or self.silent)

    def is_silent(self, attributes: Mapping[str, str]) -> bool:
        """Tell whether an element with these attributes is no copy."""
        if not self.silent:
            return self.copy is False
        return any(
            attributes.get(name) is not None and value in (ANY, attributes[name])
            for name, value in self.silent.items()
        )


class Vocabulary:
    """A table of elements, what they and those within them are called, and which of them are skipped."""

    def __init__(self, elements: Mapping[str, Element]) -> None:
        tables = list(_tables(elements))
        self.elements = elements
        self.names = frozenset(name for table in tables for name in table)
        asked = {name for table in tables for name, each in table.items() if not each.skipped}
        self.skipped = self.names - asked


def _tables(elements: Mapping[str, Element]) -> Iterator[Mapping[str, Element]]:
    yield elements
    for each in elements.values():
        if each.inside:
            yield from _tables(each.inside)


def raised(words: str, before: str) -> str | None:
    """Write a raised figure as such, so that `80<sup>2</sup>` is not 802; leave words as they are."""
    figure = words.strip()
    return figure.translate(SUPERSCRIPTS) if figure.isascii() and figure.isdigit() else None


def fraction(words: str, before: str) -> str | None:
    """Write a fraction on the line, apart from the figure before it: 2 1/2."""
    written = "".join(words.split()).replace("//", "/")
    return f" {written}" if before.isdigit() else written


def unread(words: str, before: str) -> str | None:
    """Set a sign for what is no copy, but takes a place in its line."""
    return OBJECT


BLOCK = Element()
SILENT = Element(copy=False)
SKIPPED = Element(copy=False, skipped=True)
CAPTION = Element(kind=BlockKind.CAPTION)
SUBHEAD = Element(kind=BlockKind.SUBHEAD)
CELL = Element(kind=BlockKind.TABLE_CELL)
ITEM = Element(kind=BlockKind.LIST_ITEM)
QUOTE = Element(kind=BlockKind.QUOTE)

_BLOCKS = (
    *("p", "block", "body.content", "body.end", "media", "note", "ol", "ul", "dl", "table", "tr", "thead"),
    *("tbody", "tfoot", "nitf-table", "hr", "fn", "tagline", "div", "section", "article", "main", "header"),
    *("figure", "body", "html", "address", "pre", "center"),
)
_SILENT = (
    *("head", "media-reference", "media-metadata", "media-object", "nitf-table-metadata", "custom-table"),
    *("script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "nav", "form", "button"),
    *("col", "colgroup", "del"),
)

BODY: Mapping[str, Element] = {
    **dict.fromkeys(_BLOCKS, BLOCK),
    **dict.fromkeys(_SILENT, SILENT),
    **dict.fromkeys(("hl2", "h2", "h3", "h4", "h5", "h6"), SUBHEAD),
    **dict.fromkeys(("hl1", "h1"), Element(kind=BlockKind.HEADLINE)),
    **dict.fromkeys(("td", "th"), CELL),
    **dict.fromkeys(("li", "dt", "dd"), ITEM),
    **dict.fromkeys(("bq", "blockquote"), QUOTE),
    **dict.fromkeys(("media-caption", "figcaption", "caption"), CAPTION),
    "media-producer": Element(kind=BlockKind.CREDIT),
    # "npa": not for publication.
    "note": Element(silent={"type": "npa"}),
    "br": Element(inline=True, mark="\n"),
    "sup": Element(inline=True, composed=raised),
    "code": Element(inline=True, composed=unread),
    "frac": Element(inline=True, composed=fraction),
    "denom": Element(inline=True, mark="/"),
}
