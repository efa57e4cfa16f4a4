"""NewsML-G2: an item of news with NITF, XHTML or plain text within."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import BlockKind, Document, Lexicon, Source, SourceError
from newslint.readers.wire.elements import ANY, BODY, SKIPPED, Element
from newslint.readers.wire.nitf import NITF
from newslint.readers.wire.stories import (
    KEY_FACT,
    KEYWORD_FACT,
    LANGUAGE_FACT,
    SLUG_FACT,
    Format,
    xml_stories,
)
from newslint.readers.xml_events import root

ROOTS = frozenset(("newsItem", "newsMessage"))

NEWSML_G2 = Format(
    name="newsml-g2",
    elements={
        **BODY,
        "newsItem": Element(item=True, facts={"guid": KEY_FACT, "xml:lang": LANGUAGE_FACT}),
        "packageItem": Element(item=True),
        "contentMeta": Element(
            inside={
                "headline": Element(copy=True, kind=BlockKind.HEADLINE),
                "by": Element(copy=True, kind=BlockKind.BYLINE),
                "dateline": Element(copy=True, kind=BlockKind.DATELINE),
                "description": Element(copy=True, kind=BlockKind.STANDFIRST),
                "slugline": Element(fact=SLUG_FACT),
                "keyword": Element(fact=KEYWORD_FACT),
                # What a subject or a place is called is no copy, nor is what describes it.
                **dict.fromkeys(("subject", "located", "genre", "creator", "contributor"), SKIPPED),
            }
        ),
        "contentCreated": Element(fact="content-created"),
        "contentModified": Element(fact="content-modified"),
        "versionCreated": Element(fact="version-created"),
        "firstCreated": Element(fact="first-created"),
        "inlineXML": Element(copy=True, body=True, inside=NITF.elements),
        "inlineData": Element(copy=True, body=True, plain=True, silent={"encoding": ANY}),
    },
    dates=("content-modified", "content-created", "version-created", "first-created"),
    item="newsItem",
)


class NewsmlG2Reader:
    """Reads the news items of NewsML-G2, one alone or several in a message."""

    extensions: ClassVar[tuple[str, ...]] = (".newsml", ".xml")
    comments: ClassVar[tuple[str, ...]] = ("<!-- newslint: ignore[{rules}] — {reason} -->",)

    @classmethod
    def claims(cls, head: bytes) -> bool:
        """Tell NewsML-G2 by its outermost element."""
        return root(head) in ROOTS

    def stories(self, source: Source, lexicon: Lexicon) -> Iterator[Document | SourceError]:
        """Yield the stories, with the headline, byline, dateline and description of their metadata."""
        return xml_stories(source, lexicon, NEWSML_G2)
