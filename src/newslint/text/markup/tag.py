"""A tag: a stretch of source that a machine reads."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from newslint.core.span import Span

# One of these is in every tag; most plain copy has none of them.
SIGNS = ("{", "[", "<", "::", "!!!", "???", "import ", "export ")


class Role(StrEnum):
    """What a tag is to the copy round it.

    An *object* takes a place in its line, and so does *wrap*, one of a pair with copy between, save at
    the edge of a block. *Trim* takes none: an attribute list, the brackets of a wiki link. A *title*
    opens a line whose other words are a heading. *Html* is a tag of HTML with braces in it. *Copy* is
    what may be a tag or not: its words are read, and never edited.
    """

    OBJECT = "object"
    WRAP = "wrap"
    TRIM = "trim"
    TITLE = "title"
    HTML = "html"
    COPY = "copy"


class Tag(msgspec.Struct, frozen=True, gc=False):
    """A tag and its place in the source."""

    span: Span
    role: Role


class Found(msgspec.Struct, frozen=True, gc=False):
    """The tags that stand at one place, none where it is code, and where the copy goes on."""

    end: int
    tags: tuple[Tag, ...] = ()


def may_hold_tags(letters: str) -> bool:
    """Tell whether it pays to look for tags."""
    return any(sign in letters for sign in SIGNS)


def found(start: int, end: int, role: Role = Role.OBJECT) -> Found:
    """Return one tag as what was found."""
    return Found(end, (Tag(Span(start, end), role),))
