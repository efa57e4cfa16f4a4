"""NITF: the story format of the IPTC, as it stands alone in a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import BlockKind, Document, Lexicon, Source, SourceError
from newslint.readers.wire.elements import BLOCK, BODY, Element
from newslint.readers.wire.stories import (
    KEYWORD_FACT,
    LANGUAGE_FACT,
    SECTION_FACT,
    SLUG_FACT,
    Format,
    xml_stories,
)
from newslint.readers.xml_events import root

NITF = Format(
    name="nitf",
    elements={
        **BODY,
        "nitf": Element(facts={"xml:lang": LANGUAGE_FACT}),
        "body": Element(facts={"xml:lang": LANGUAGE_FACT}),
        "body.content": Element(copy=True),
        "body.end": Element(copy=True),
        "hedline": Element(copy=True, inside={"hl2": Element(kind=BlockKind.STANDFIRST)}),
        "byline": Element(copy=True, kind=BlockKind.BYLINE),
        "byttl": BLOCK,
        "dateline": Element(copy=True, kind=BlockKind.DATELINE),
        "abstract": Element(copy=True, kind=BlockKind.STANDFIRST),
        "story.date": Element(inline=True, facts={"norm": "dateline"}),
        "pubdata": Element(facts={"date.publication": "publication", "position.section": SECTION_FACT}),
        "keyword": Element(facts={"key": KEYWORD_FACT}),
        "du-key": Element(facts={"key": SLUG_FACT}),
        "date.release": Element(facts={"norm": "release"}),
        "date.issue": Element(facts={"norm": "issue"}),
        # Within the head these are blocks without copy; `head` says so.
        "bibliography": Element(copy=False),
    },
    dates=("dateline", "publication", "release", "issue"),
)


class NitfReader:
    """Reads NITF 2 and 3, with or without namespace; figures in `num`, `frac` and `sup` stay figures."""

    extensions: ClassVar[tuple[str, ...]] = (".nitf", ".xml")
    comments: ClassVar[tuple[str, ...]] = ("<!-- newslint: ignore[{rules}] — {reason} -->",)

    @classmethod
    def claims(cls, head: bytes) -> bool:
        """Tell NITF by its outermost element."""
        return root(head) == "nitf"

    def stories(self, source: Source, lexicon: Lexicon) -> Iterator[Document | SourceError]:
        """Yield the story, with the date of its dateline or else of its publication."""
        return xml_stories(source, lexicon, NITF)
