"""Evidence: what the words of a possible name, and the words beside it, say of what it names."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.name_words import NameWords

BEFORE = 24
WORD_AFTER = lazy_pattern(r"(?:'s?(?!\w))?(,?) ?\(?([\w'-]*)")
# "Motwani, 34, …", "Motwani, who …", "Motwani (34)".
AGED = lazy_pattern(r", (?:aged )?\d{1,3}(?: years old)?(?=[,.;])|, (?:who|whose)\b| \(\d{1,2}\)")
# "Dublin-born", "UK-based": an adjective before a name.
COMPOUND = lazy_pattern(
    r"-(?:based|born|led|backed|run|owned|style|driven|era|trained|made|held|controlled|area|wide|educated)$"
)
LOCATIVES = frozenset({"in", "at", "near", "outside", "inside", "around", "toward", "throughout"})
# People, too, are gone to and come from: these tell only of a longer name that no given name opens.
DIRECTIONS = frozenset({"from", "to", "into", "across", "via"})
ARTICLES = frozenset({"the", "a", "an", "this", "its", "their", "our"})
# After these, whoever is named is spoken to.
ADDRESSED = frozenset({"told", "tells", "asked", "asks", "tell", "ask"})
QUOTES = "\"“‘'"
BESIDE = " " + QUOTES
COURTESY = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr"})


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


class Surroundings(msgspec.Struct, frozen=True, gc=False):
    """The words beside a name."""

    before: str
    after: str
    apart: bool
    aged: bool


def by_surroundings(start: int, name: tuple[str, ...], text: str, known: NameWords) -> tuple[Kind, bool]:
    """Judge a name by the words beside it."""
    end = start + sum(map(len, name)) + len(name) - 1
    beside = _surroundings(text, start, end)
    everyday = all(map(known.everyday, name))
    if beside.aged or (beside.before in known.roles and not beside.apart and not everyday):
        return Kind.PERSON, not everyday
    if beside.before in ARTICLES:
        return Kind.ORGANISATION, False
    located = beside.before in LOCATIVES or (beside.before in DIRECTIONS and len(name) > 1)
    if located and not text.startswith("'s", end):
        return Kind.PLACE, False
    speaks = beside.after in known.cues or (beside.before in known.cues and beside.before not in ADDRESSED)
    if speaks and not everyday:
        return Kind.PERSON, len(name) > 1
    if 1 < len(name) < 5 and not any(map(known.everyday, name)):
        return Kind.PERSON, False
    return Kind.UNKNOWN, False


def _surroundings(text: str, start: int, end: int) -> Surroundings:
    ahead = text[max(0, start - BEFORE) : start].rstrip(QUOTES)
    words = ahead.rsplit(None, 1) if start and text[start - 1] in BESIDE else ()
    before = words[-1] if words else ""
    behind = WORD_AFTER.match(text, end, min(len(text), end + 32))
    return Surroundings(
        before=before.strip("([," + QUOTES).lower(),
        after=behind[2].lower() if behind else "",
        apart=before.endswith(","),
        aged=text.startswith((", ", " ("), end) and AGED.match(text, end) is not None,
    )
