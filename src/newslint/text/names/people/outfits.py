"""Outfits: what a noun beside a name says to be a body: "the newspaper El Lind"."""

from __future__ import annotations

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.wording import WordSet
from newslint.text.flat import flat
from newslint.text.names.people.entities import Mention

OUTFITS = WordSet("nouns-before-bodies")
BEFORE = lazy_pattern(r"(?:^|[^\w-])([a-z-]+)(,?) $")
FOLLOWING = lazy_pattern(r"(?:'s)?,? ?\(?([\w-]+)")
REACH = 24


def is_outfit(mention: Mention, story: Document) -> bool:
    """Tell whether a noun beside it says that a name is a body's: "newspaper El Lind", "Lind magazine"."""
    text = story.view(flat)
    after = FOLLOWING.match(text, mention.span.end)
    return (after is not None and after[1] in OUTFITS.of(story)) or follows_outfit(mention, story)


def follows_outfit(mention: Mention, story: Document, *, apart: bool = False) -> bool:
    """Tell whether a noun before a name says that it is a body's; *apart* with a comma between them."""
    noun = BEFORE.search(story.view(flat), max(0, mention.start - REACH), mention.start)
    return noun is not None and noun[1] in OUTFITS.of(story) and (apart or not noun[2])
