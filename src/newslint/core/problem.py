"""A problem: what a check saw, in the coordinates of the document's text."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from newslint.core.span import Span


class Safety(StrEnum):
    """What a fix risks: nothing an editor could object to, a wrong fact, or it is only an idea."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    SUGGESTION = "suggestion"


class Edit(msgspec.Struct, frozen=True):
    """The replacement of one span; an empty span is an insertion."""

    span: Span
    text: str


class Fix(msgspec.Struct, frozen=True):
    """Edits that belong together. The rule's fix title is filled in from *data*, then the problem's."""

    edits: tuple[Edit, ...]
    safety: Safety
    data: Mapping[str, str] = {}


class Related(msgspec.Struct, frozen=True):
    """Another place of the same problem, perhaps in another story (*path*)."""

    span: Span
    data: Mapping[str, str] = {}
    path: str | None = None


class Problem(msgspec.Struct, frozen=True):
    """What a check saw: where, the values its rule's message names, what would mend it, where else it shows.

    A value that is a StrEnum member stands for the rule's phrase of that name. One *of source* has its span
    there, as it is about what is no copy.
    """

    span: Span
    data: Mapping[str, str] = {}
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    of_source: bool = False
