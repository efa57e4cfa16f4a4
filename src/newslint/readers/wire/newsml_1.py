"""NewsML 1: the older envelope of news, with NITF, XHTML or plain text within."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import BlockKind, Document, Lexicon, Source, SourceError
from newslint.readers.wire.elements import SILENT, Element
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

NEWSML_1 = Format(
    name="newsml-1",
    elements={
        **NITF.elements,
        "NewsItem": Element(item=True, facts={"xml:lang": LANGUAGE_FACT}),
        "NewsItemId": Element(fact=KEY_FACT),
        "Language": Element(facts={"FormalName": LANGUAGE_FACT}),
        "HeadLine": Element(copy=True, kind=BlockKind.HEADLINE),
        "SubHeadLine": Element(copy=True, kind=BlockKind.STANDFIRST),
        "ByLine": Element(copy=True, kind=BlockKind.BYLINE),
        "DateLine": Element(copy=True, kind=BlockKind.DATELINE),
        "SlugLine": Element(fact=SLUG_FACT),
        "KeywordLine": Element(fact=KEYWORD_FACT),
        "DataContent": Element(copy=True, body=True, plain=True),
        # What is encoded within, as base64, is no copy to us.
        "Encoding": Element(inside={"DataContent": SILENT}),
        "ThisRevisionCreated": Element(fact="revised"),
        "FirstCreated": Element(fact="created"),
    },
    dates=("revised", "created"),
    item="NewsItem",
)


class Newsml1Reader:
    """Reads the news items of NewsML 1."""

    extensions: ClassVar[tuple[str, ...]] = (".newsml", ".xml")
    comments: ClassVar[tuple[str, ...]] = ("<!-- newslint: ignore[{rules}] — {reason} -->",)

    @classmethod
    def claims(cls, head: bytes) -> bool:
        """Tell NewsML 1 by its outermost element."""
        return root(head) == "NewsML"

    def stories(self, source: Source, lexicon: Lexicon) -> Iterator[Document | SourceError]:
        """Yield the stories, with their news lines and the dates of their last revision."""
        return xml_stories(source, lexicon, NEWSML_1)
