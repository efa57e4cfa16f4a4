"""Evidence: what may be a name, and how sure its own words and the words beside it make us."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from newslint.core.span import Span


class Kind(StrEnum):
    """What a name names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """What may be a name: its words alone, the title before it, and how sure its own surroundings make us."""

    start: int
    words: tuple[str, ...]
    kind: Kind = Kind.UNKNOWN
    sure: bool = False
    title: str = ""
    opens: bool = False
    titled_block: bool = False

    @property
    def text(self) -> str:
        """Return the words as one."""
        return " ".join(self.words)

    @property
    def span(self) -> Span:
        """Return where the name stands."""
        return Span(self.start, self.start + sum(map(len, self.words)) + len(self.words) - 1)
