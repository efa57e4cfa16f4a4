"""Readings: how a run of capitals reads in itself: the names in it, without openers, titles and dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial

import msgspec

from newslint.core.lexicon import Lexicon
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.candidates.name_starts import is_compound, is_place, name_start
from newslint.text.names.candidates.name_words import NameWords, name_words
from newslint.text.names.candidates.own_words import SURNAME, kind_by_words

# Two runs in three have been read before, in this story or in another.
REMEMBERED = 1 << 10
# They are a part of the surname: "Dr. al Mannai".
DAYS = frozenset({"Day", "Week"})
SMALL = frozenset(
    {"as", "he", "if", "in", "it", "she", "that", "the", "there", "they", "this", "we", "when", "while"}
)
ARTICLES = frozenset({"al", "el", "ul"})
# More capitals after a title are a surname's.
LONGEST_ACRONYM = 5
# A name of two words stands twice in no fewer words.
SHORTEST_TWICE = 3
Words = tuple[str, ...]


class Reading(msgspec.Struct, frozen=True, gc=False):
    """A name in a run, *offset* letters from where the run starts, as far as its own words tell.

    *open* says that the words beside the name are to be asked for its kind.
    """

    offset: int
    words: Words
    kind: Kind = Kind.UNKNOWN
    sure: bool = False
    title: str = ""
    opens: bool = False
    open: bool = False


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A part of a run that no possessive and no stop cuts; *opens* says that a sentence opens with it."""

    offset: int
    words: Words
    opens: bool


def readings(lexicon: Lexicon) -> Callable[[str, bool], tuple[Reading, ...]]:
    """Return what tells how a run reads, and whether it opens a sentence; a view of the lexicon."""
    return lru_cache(REMEMBERED)(partial(_readings, known=lexicon.view(name_words)))


def pieces(run: str, opens: bool, known: NameWords) -> Iterator[Piece]:
    """Yield the parts of a run: a possessive ends a name, and so does a stop before a new sentence."""
    # Most runs are in one piece.
    if "'" not in run and ". " not in run and run.count(" ") < SHORTEST_TWICE:
        yield Piece(0, tuple(run.split(" ")), opens)
        return
    start = 0
    for part in _once(run):
        yield from _pieces(part, start, opens and not start, known)
        start += len(part) + 1


def _once(run: str) -> tuple[str, ...]:
    """Return a run in parts where a caption says its first name twice: "Anna Lind Mayor Anna Lind"."""
    words = run.split(" ")
    again = next((at for at in range(2, len(words) - 1) if words[at : at + 2] == words[:2]), 0)
    if not again:
        return (run,)
    size = next(
        (at for at in range(2, again) if words[at : at + 1] != words[again + at : again + at + 1]), again
    )
    parts = (words[:size], words[size:again], words[again:])
    return tuple(" ".join(part) for part in parts if part)


def _pieces(run: str, start: int, opens: bool, known: NameWords) -> Iterator[Piece]:
    position = start
    piece: list[str] = []
    for word in run.split(" "):
        ends = word.endswith(("'s", "'S"))
        if piece and piece[-1].endswith(".") and word[:1].isupper() and _starts_anew(piece, word, known):
            yield Piece(start, tuple(piece), opens)
            start, piece, opens = position, [], True
        piece.append(word[:-2] if ends else word)
        position += len(word) + 1
        if ends:
            yield Piece(start, tuple(piece), opens)
            start, piece, opens = position, [], False
    if piece:
        yield Piece(start, tuple(piece), opens)


def _starts_anew(piece: list[str], word: str, known: NameWords) -> bool:
    """Tell whether *word* opens a sentence after a stop: "the U.S. Critics", not "Anna H.W. Bush"."""
    before = piece[-1]
    initial = len(before) == 2 or (len(piece) > 1 and before.isupper() and known.is_given(piece[-2]))
    if initial or before[:-1] in known.titles or before in known.organisations:
        return word.lower() in known.starters
    return known.everyday(word) and not (known.is_given(word) or known.generic(word) or word in known.fields)


def _readings(run: str, opens: bool, *, known: NameWords) -> tuple[Reading, ...]:
    return tuple(reading for piece in pieces(run, opens, known) for reading in _read(piece, known))


def _read(piece: Piece, known: NameWords) -> Iterator[Reading]:
    """Yield the name in a piece, without opener or title, and any place or body named before it."""
    words = piece.words
    if len(words) == 1:
        silent = words[0] in known.silent or is_compound(words[0], known)
        if not (silent or _only_opens(words, piece.opens, known)):
            yield _weighed(piece, "", known)
        return
    piece = _without_date_before(_without_opener(piece, known), known)
    words = _without_date(_without_verb(piece.words, known), known)
    if not words or (_is_shouted(words) and not is_place(words, known)):
        return
    first = name_start(words, known)
    if first and (ahead := _before_title(piece.offset, words[:first], known)):
        yield ahead
    name = words[first:]
    if not all(word in known.peoples or word in known.nameless or is_compound(word, known) for word in name):
        if not first:
            yield _weighed(Piece(piece.offset, name, piece.opens), "", known)
            return
        title = " ".join(word for word in words[:first] if word not in known.nameless)
        first += _small_ahead(name, known)
        offset = piece.offset + sum(len(word) + 1 for word in words[:first])
        yield _weighed(Piece(offset, words[first : first + len(name)], opens=False), title, known)


def _small_ahead(name: Words, known: NameWords) -> int:
    """Count the small words before a surname that a title introduces: "Sgt. de Maunil"."""
    ahead = len(name) - 1
    # "Ms. Van den Berg", but not "Mr. Al Gore".
    words = (name[0].lower(), *name[1:ahead]) if ahead > 1 else name[:ahead]
    small = all(word in known.particles and word not in ARTICLES for word in words)
    return ahead if small else 0


def _is_shouted(words: Words) -> bool:
    """Tell whether the words stand in capitals for weight: "LIND WINS IN OSLO", not "BASF SE"."""
    if len(words) == 1 or not all(map(str.isupper, words)):
        return False
    return sum(len(word) > 2 and word.isalpha() for word in words) > max(1, len(words) // 2)


def _without_verb(words: Words, known: NameWords) -> Words:
    """Cut off a headline after the name with which it opens: "Anna Lind Is Ready To Lead"."""
    if len(words) < 2 or not (known.is_given(words[0]) or words[0] in known.renowned):
        return words
    for at in range(1, len(words)):
        if words[at] in known.headline_verbs or (at > 1 and words[at] in known.run_in):
            return words[:at]
    return words


def _without_date(words: Words, known: NameWords) -> Words:
    # "in Northern Ireland However, the", "in Iowa It is"
    if len(words) > 1 and (words[-1] in known.run_in or words[-1].lower() in SMALL):
        words = words[:-1]
    # "Halden Overdose Awareness Day", "Halden Fashion Week"
    if len(words) > 2 and words[-1] in DAYS and words[-2] not in known.nameless:
        return words
    if len(words) > 1 and words[-1] == SURNAME and known.is_given(words[-2]):
        return words
    while len(words) > 1 and words[-1].rstrip(".") in known.nameless:
        words = words[:-1]
    return words


def _without_date_before(piece: Piece, known: NameWords) -> Piece:
    """Cut off the day or month before a name: "On Friday Motwani left", but not "June Motwani"."""
    offset, words, opens = piece.offset, piece.words, piece.opens
    while len(words) > 1 and words[0].rstrip(".") in known.dates and not _is_no_day(words, known):
        offset, words, opens = offset + len(words[0]) + 1, words[1:], False
    return Piece(offset, words, opens) if offset > piece.offset else piece


def _is_no_day(words: Words, known: NameWords) -> bool:
    """Tell whether what may be a day or month opens a name: "June Motwani", "Mar del Plata"."""
    return known.is_given(words[0]) or words[0] in known.families or is_place(words[:3], known)


def _without_opener(piece: Piece, known: NameWords) -> Piece:
    """Cut off words that have their capital from the opening of a sentence, and articles."""
    offset, words, opens = piece.offset, piece.words, piece.opens
    while words and _only_opens(words, opens, known):
        offset, words, opens = offset + len(words[0]) + 1, words[1:], False
        while words and words[0][0].islower() and not _joins_name(words[0], known):
            offset, words = offset + len(words[0]) + 1, words[1:]
    return Piece(offset, words, piece.opens) if offset > piece.offset else piece


def _only_opens(words: Words, opens: bool, known: NameWords) -> bool:
    first = words[0]
    if first.lower() in known.starters and (opens or not known.is_given(first)):
        return not is_place(words[:2], known)
    if not opens or not known.everyday(first) or first in known.places:
        return False
    if len(words) == 1:
        return True
    if first.isupper() and is_place(words[:2], known):
        return False
    if words[1].partition("-")[2].islower() and not is_compound(words[1], known):
        return False
    if len(words) > 2 and " ".join(words[1:]) in known.bodies:
        return True
    if known.is_given(first) or known.generic(first) or first.lower() in known.particles:
        return False
    return not (words[-1] in known.organisations or words[-1] in known.place_words)


def _joins_name(word: str, known: NameWords) -> bool:
    return word in known.particles or "-" in word or "'" in word


def _before_title(offset: int, words: Words, known: NameWords) -> Reading | None:
    """Return the place or body that opens a title ("Texas Governor", "NATO Secretary-General")."""
    for size in range(len(words), 0, -1):
        if " ".join(words[:size]) in known.places:
            return Reading(offset, words[:size], Kind.PLACE, sure=True)
    # "Port Halden-based"
    if len(words) > 1 and is_compound(words[1], known):
        return None
    if words[0].isupper() and 2 < len(words[0]) < 8:
        return Reading(offset, words[:1], Kind.ORGANISATION)
    if known.generic(words[0]) or known.everyday(words[0]) or known.is_given(words[0]):
        return None
    if words[0].lower().removesuffix("s") in known.callings:
        return None
    # "Halden County Recorder", "Halden Brigade Commander"
    nouns = (known.organisations, known.place_words)
    name = words[: next((at for at, word in enumerate(words, 1) if any(word in each for each in nouns)), 1)]
    return Reading(offset, name, *kind_by_words(name, known))


def _weighed(piece: Piece, title: str, known: NameWords) -> Reading:
    kind, sure = kind_by_words(piece.words, known)
    titled = bool(title) and any(word.rstrip(".") in known.titles for word in title.split())
    unclear = (kind is Kind.UNKNOWN and not sure) or (kind is Kind.PLACE and titled)
    # "Minister Israel Katz": a country's name may be a given one.
    unclear = unclear or (
        kind is Kind.ORGANISATION and titled and not sure and piece.words[0] in known.places
    )
    if titled and not sure and _is_surname_in_capitals(piece.words, title, known):
        words = (piece.words[0].capitalize(),)
        return Reading(piece.offset, words, Kind.PERSON, True, title, piece.opens)
    if unclear and (titled or _is_renowned(piece.words, known)):
        kind, sure, unclear = Kind.PERSON, True, False
    return Reading(piece.offset, piece.words, kind, sure, title if titled else "", piece.opens, unclear)


def _is_renowned(words: Words, known: NameWords) -> bool:
    """Tell whether a word alone is somebody whom every reader knows by it: "Modi", not "Washington"."""
    return len(words) == 1 and words[0] in known.renowned and words[0] not in known.place_parts


def _is_surname_in_capitals(words: Words, title: str, known: NameWords) -> bool:
    """Tell "Mr. HALVORSEN" from "Chief FBI agent"."""
    return (
        len(words) == 1
        and words[0].isupper()
        and len(words[0]) > (2 if title in known.courtesy else LONGEST_ACRONYM)
    )
