"""Evidence: what the words of a possible name, and the words beside it, say of what it names."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.name_words import SUFFIXES, NameWords

BEFORE = 24
WORD_AFTER = lazy_pattern(r"(?:'s?(?!\w))?(,?) ?\(?([\w'-]*)")
# "Motwani, 34, …", "Motwani, who …", "Motwani (34)".
AGED = lazy_pattern(r", (?:aged )?\d{1,3}(?: years old)?(?=[,.;])|, (?:who|whose)\b| \(\d{1,2}\)")
INITIALS = lazy_pattern(r"^(?:[A-Z]\.)+$")
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


def judged(
    start: int, words: tuple[str, ...], opens: bool, *, text: str, known: NameWords
) -> Iterator[Candidate]:
    """Yield the name in a piece, without opener or title, and any place or body named before it."""
    if len(words) == 1:
        if not (words[0] in known.silent or _only_opens(words, opens, known) or _is_compound(words[0])):
            yield _weighed(start, words, "", opens, text=text, known=known)
        return
    start, words = _without_opener(start, words, opens, known)
    start, words, opens = _without_date_before(start, words, opens, known)
    words = _without_date(words, known)
    if not words or (len(words) > 1 and all(word.isupper() and len(word) > 2 for word in words)):
        return
    first = _name_start(words, known)
    if first and (ahead := _before_title(start, words[:first], known)):
        yield ahead
    name = words[first:]
    if not all(word in known.peoples or word in known.nameless or _is_compound(word) for word in name):
        at = start + sum(len(word) + 1 for word in words[:first])
        title = " ".join(word for word in words[:first] if word not in known.nameless)
        yield _weighed(at, name, title, opens and not first, text=text, known=known)


def _without_date(words: tuple[str, ...], known: NameWords) -> tuple[str, ...]:
    while len(words) > 1 and words[-1].rstrip(".") in known.nameless:
        words = words[:-1]
    return words


def _without_date_before(
    start: int, words: tuple[str, ...], opens: bool, known: NameWords
) -> tuple[int, tuple[str, ...], bool]:
    """Cut off the day or month before a name: "On Friday Motwani left", but not "June Motwani"."""
    while len(words) > 1 and words[0].rstrip(".") in known.dates and words[0] not in known.given:
        start, words, opens = start + len(words[0]) + 1, words[1:], False
    return start, words, opens


def _without_opener(
    start: int, words: tuple[str, ...], opens: bool, known: NameWords
) -> tuple[int, tuple[str, ...]]:
    """Cut off words that have their capital from the opening of a sentence, and articles."""
    while words and _only_opens(words, opens, known):
        start, words = start + len(words[0]) + 1, words[1:]
        while words and words[0][0].islower() and not _joins_name(words[0], known):
            start, words = start + len(words[0]) + 1, words[1:]
        opens = False
    return start, words


def _only_opens(words: tuple[str, ...], opens: bool, known: NameWords) -> bool:
    first = words[0]
    if first.lower() in known.starters:
        return " ".join(words[:2]) not in known.places
    if not opens or not known.everyday(first) or first in known.places:
        return False
    if len(words) == 1:
        return True
    if first in known.given or known.generic(first) or first.lower() in known.particles:
        return False
    return not (words[-1] in known.organisations or words[-1] in known.place_words)


def _joins_name(word: str, known: NameWords) -> bool:
    return word in known.particles or "-" in word or "'" in word


def _name_start(words: tuple[str, ...], known: NameWords) -> int:
    """Return where the name proper starts: after the last title, or at a given name after generic words."""
    last = len(words) - 1
    for index in range(last - 1, -1, -1):
        if _is_title(words[index], words[index + 1], known):
            return index + 1
    for index in range(1, last):
        if words[index] in known.given and all(
            known.generic(word) or word in known.places for word in words[:index]
        ):
            return index
    first = 0
    while first < last and _only_describes(words[first], known):
        first += 1
    return first


def _only_describes(word: str, known: NameWords) -> bool:
    return (word in known.peoples and word not in known.given) or _is_compound(word)


def _is_compound(word: str) -> bool:
    return "-" in word and COMPOUND.search(word) is not None


def _is_title(title: str, word: str, known: NameWords) -> bool:
    """Tell whether *title* is one, and *word* opens a name ("Dr. King", not "Prime Minister")."""
    if title.rstrip(".") not in known.titles or word in SUFFIXES:
        return False
    return title.endswith(".") or title in COURTESY or word in known.given or not known.generic(word)


def _before_title(start: int, words: tuple[str, ...], known: NameWords) -> Candidate | None:
    """Return the place or body that opens a title ("Texas Governor", "NATO Secretary-General")."""
    for size in range(len(words), 0, -1):
        if " ".join(words[:size]) in known.places:
            return Candidate(start, words[:size], Kind.PLACE, sure=True)
    if words[0].isupper() and 2 < len(words[0]) < 8:
        return Candidate(start, words[:1], Kind.ORGANISATION)
    if known.generic(words[0]) or known.everyday(words[0]) or words[0] in known.given:
        return None
    return Candidate(start, words[:1])


def _weighed(
    start: int, name: tuple[str, ...], title: str, opens: bool, *, text: str, known: NameWords
) -> Candidate:
    kind, sure = _by_words(name, known)
    titled = bool(title) and any(word.rstrip(".") in known.titles for word in title.split())
    if (kind is Kind.UNKNOWN and not sure) or (kind is Kind.PLACE and titled):
        kind, sure = _by_surroundings(start, name, titled, text=text, known=known)
    return Candidate(start, name, kind, sure, title if titled else "", opens)


def _by_words(name: tuple[str, ...], known: NameWords) -> tuple[Kind, bool]:
    """Judge a name by its own words."""
    whole, last = " ".join(name), name[-1]
    if whole in known.places:
        return Kind.PLACE, True
    if whole in known.bodies:
        return Kind.ORGANISATION, True
    if len(name) == 1:
        return (Kind.ORGANISATION, False) if whole.isupper() and len(whole) > 1 else (Kind.UNKNOWN, False)
    given = name[0] in known.given
    others = name[1:] if given else name
    if not known.organisations.isdisjoint(others):
        return Kind.ORGANISATION, True
    if all(word.rstrip(".") in known.titles for word in name):
        return Kind.UNKNOWN, True
    if given and last in known.surnames and len(name) < 4:
        return Kind.PERSON, True
    if last in known.place_words or (name[0] in known.place_words and not given):
        return Kind.PLACE, True
    if not (known.peoples.isdisjoint(others) and known.nameless.isdisjoint(others)):
        return Kind.UNKNOWN, True
    if any(word.isupper() and len(word) > 2 and "." not in word and word not in SUFFIXES for word in name):
        return Kind.ORGANISATION, False
    if given or INITIALS.match(name[0]):
        return Kind.PERSON, not (name[0] in known.peoples or name[0] in known.nameless)
    if last in SUFFIXES or any(INITIALS.match(word) for word in name[1:-1]) or name[0] in known.families:
        return Kind.PERSON, True
    if last in known.places or name[0] in known.places:
        return Kind.ORGANISATION, False
    second = name[1].partition("-")
    if second[2] and second[2].islower() and len(name) == 2:
        return Kind.PERSON, True
    return Kind.UNKNOWN, False


def _by_surroundings(
    start: int, name: tuple[str, ...], titled: bool, *, text: str, known: NameWords
) -> tuple[Kind, bool]:
    """Judge a name by the words beside it."""
    if titled:
        return Kind.PERSON, True
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
    ahead = text[max(0, start - BEFORE) : start]
    words = ahead.rstrip(QUOTES).split() if ahead.endswith((" ", *QUOTES)) else ()
    before = words[-1] if words else ""
    behind = WORD_AFTER.match(text, end, min(len(text), end + 32))
    return Surroundings(
        before=before.strip("([," + QUOTES).lower(),
        after=behind[2].lower() if behind else "",
        apart=before.endswith(","),
        aged=text.startswith((", ", " ("), end) and AGED.match(text, end) is not None,
    )
