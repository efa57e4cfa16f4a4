"""WXR: what WordPress exports, each post a story of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import BlockKind, Document, Lexicon, Source, SourceError, lazy_pattern
from newslint.readers.wire.elements import SKIPPED, Element
from newslint.readers.wire.stories import (
    GUID_FACT,
    KEY_FACT,
    LANGUAGE_FACT,
    SLUG_FACT,
    Format,
    xml_stories,
)
from newslint.readers.xml_events import opening, root

NAMESPACE = lazy_pattern(r"xmlns:wp\s*=|<wp:wxr_version\b|wordpress\.org/export/")

POST = {
    "title": Element(copy=True, kind=BlockKind.HEADLINE, plain=True),
    "content:encoded": Element(copy=True, body=True, plain=True, posted=True),
    "excerpt:encoded": Element(copy=True, kind=BlockKind.STANDFIRST, plain=True),
    "wp:post_id": Element(fact=KEY_FACT),
    "guid": Element(fact=GUID_FACT),
    "wp:post_date": Element(fact="posted"),
    "wp:post_date_gmt": Element(fact="posted-gmt"),
    "wp:post_name": Element(fact=SLUG_FACT),
    # Of the domain "category" it is a section, of "post_tag" a keyword.
    "category": Element(copy=False, fact_of="domain"),
    "wp:post_type": Element(fact="type"),
    "wp:status": Element(fact="status"),
    **dict.fromkeys(("wp:postmeta", "wp:comment"), SKIPPED),
}
BLOG = {
    "language": Element(fact=LANGUAGE_FACT),
    "item": Element(item=True, inside=POST),
    **dict.fromkeys(("wp:author", "wp:category", "wp:tag", "wp:term"), SKIPPED),
}
WXR = Format(
    name="wxr",
    elements=BLOG,
    dates=("posted", "posted-gmt"),
    item="item",
    beside={
        "type": frozenset(
            (
                *("attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset"),
                *("oembed_cache", "user_request", "wp_global_styles", "wp_navigation", "wp_template"),
                *("wp_template_part", "wp_font_family", "wp_font_face", "acf-field", "acf-field-group"),
            )
        ),
        "status": frozenset(("trash", "auto-draft")),
    },
    collection=True,
    prefixes=True,
)


class WxrReader:
    """Reads the posts and pages of a WordPress export; menus, pictures and what was thrown away are none."""

    extensions: ClassVar[tuple[str, ...]] = (".wxr", ".xml")
    comments: ClassVar[tuple[str, ...]] = ("<!-- newslint: ignore[{rules}] — {reason} -->",)

    @classmethod
    def claims(cls, head: bytes) -> bool:
        """Tell WXR from other RSS by the names that WordPress gives."""
        return root(head) == "rss" and NAMESPACE.search(opening(head)) is not None

    def stories(self, source: Source, lexicon: Lexicon) -> Iterator[Document | SourceError]:
        """Yield the posts, called by their numbers, with their dates, titles and excerpts."""
        return xml_stories(source, lexicon, WXR)
