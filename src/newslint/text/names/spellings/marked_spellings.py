"""Marked spellings: one name with and without an accent, a hyphen, a space or an apostrophe in a story."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.flat import flat
from newslint.text.folding import joined, plain
from newslint.text.names.candidates.candidates import candidates
from newslint.text.names.candidates.evidence import Candidate, Kind
from newslint.text.names.candidates.name_words import NameWords
from newslint.text.names.spellings.name_uses import Companion, companions_of, tells_apart, words_known
from newslint.text.names.spellings.variants import Spelling, Variants

# What another spelling of a name may lack: a hyphen, an apostrophe, an accent, a capital inside.
MARK = lazy_pattern(r"[-'\u0080-\uffff]|[a-z][A-Z]")
INNER_CAPITAL = lazy_pattern(r"[a-z][A-Z]")
HYPHENED = lazy_pattern(r"[^\W\d_]+-[a-z]{2,}")
LONGEST = 3
SHORTEST = 4
# "Ms. de la Cruz"
SMALL = lazy_pattern(r"(?<=[ .])(?:[A-Z]?[a-z]{1,4} ){1,3}\Z")
# The Arabic article, in the dialects and before the letters that change it: one key stands for all.
ARTICLE = lazy_pattern(r"(?:[aeu]l|a[dnrstz]|ash)[- ](?=\w{3})")
ARTICLES = ("a", "e", "u", "al", "el", "ul", "ad", "an", "ar", "as", "at", "az", "ash")
# Of so many letters of a spelling few names that are none have all.
OPENING = 3


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """Some words of a name in a row."""

    text: str
    span: Span
    candidate: Candidate
    at: int
    size: int


def marked_variants(document: Document) -> tuple[Variants, ...]:
    """Return the names that the story spells with different marks."""
    known = document.view(words_known)
    found = document.view(candidates)
    names = {candidate.words for candidate in found}
    marked = [words for words in names if _is_marked(" ".join(words))]
    wanted = {key for words in marked for key in _marked_keys(words, known)}
    apart = tuple(_with_small_words(found, document.view(flat), known))
    if apart:
        wanted |= {_key(phrase.text) for phrase in apart} & {joined(words[-1]) for words in names}
    if not wanted:
        return ()
    openings = frozenset(_openings(wanted))
    keys: dict[str, list[Phrase]] = {}
    near = {words for words in names if any(_opens(word, openings) for word in words)}
    for candidate in found:
        for phrase in _phrases(candidate, openings) if candidate.words in near else ():
            key = _key(phrase.text)
            if key in wanted:
                keys.setdefault(key, []).append(phrase)
    for phrase in (each for each in apart if _key(each.text) in wanted):
        same = keys.setdefault(_key(phrase.text), [])
        if all(phrase.span != each.span for each in same):
            same.append(phrase)
    for phrase in _with_spaces(found, document.view(flat), known):
        keys[_key(phrase.text)].append(phrase)
    groups = (group for key, group in keys.items() if len(group) > 1 and len(key) >= SHORTEST)
    return tuple(_outermost(each for group in groups if (each := _variants(group, known))))


def _is_marked(name: str) -> bool:
    """Tell whether a name has a mark in one of its words, which few have."""
    return not (name.isascii() and name.istitle() and "-" not in name and "'" not in name) and (
        MARK.search(name) is not None
    )


def _marked_keys(words: tuple[str, ...], known: NameWords) -> Iterator[str]:
    """Yield what a word with a mark comes to without it; a "São" tells nothing without the next word."""
    for at, word in enumerate(words):
        if MARK.search(word):
            yield _key(word)
            short = len(_key(word)) < SHORTEST
            if at + 1 < len(words) and (short or not tells_apart(word, known)):
                yield _key(f"{word} {words[at + 1]}")
            # "Sharm El-Sheikh", "Sharm El Sheikh"
            if at and word.rpartition("-")[2] in known.titles:
                yield _key(f"{words[at - 1]} {word}")


def _key(text: str) -> str:
    """Return what spellings of one name have in common: its letters, with one article for all."""
    return joined(ARTICLE.sub("al", plain(text), count=1) if ARTICLE.match(plain(text)) else text)


def _with_spaces(found: Sequence[Candidate], text: str, known: NameWords) -> Iterator[Phrase]:
    """Yield where "Chih-ching" has a space for its hyphen, which leaves a second half without a capital."""
    hyphened = {
        word: (candidate, at)
        for candidate in found
        for at, word in enumerate(candidate.words)
        if "-" in word
        and candidate.kind is Kind.PERSON
        and HYPHENED.fullmatch(word)
        and not known.everyday(word.partition("-")[2])
    }
    for word, (candidate, at) in hyphened.items():
        spaced = word.replace("-", " ")
        start = text.find(spaced)
        while start >= 0:
            yield Phrase(spaced, Span(start, start + len(spaced)), candidate, at, 1)
            start = text.find(spaced, start + 1)


def _with_small_words(found: Sequence[Candidate], text: str, known: NameWords) -> Iterator[Phrase]:
    """Yield the surnames with small words before them, which another hand joins: "de la Cruz", Delacruz."""
    for candidate in found:
        words = candidate.words
        if len(words) > 1:
            at = len(words) - 1
            while at and words[at - 1] in known.particles:
                at -= 1
            if at < len(words) - 1:
                surname = " ".join(words[at:])
                span = Span(candidate.span.end - len(surname), candidate.span.end)
                yield Phrase(surname, span, candidate, at, len(words) - at)
        elif candidate.title and (ahead := _small_ahead(candidate, text, known)) is not None:
            span = Span(ahead, candidate.span.end)
            yield Phrase(span.cut(text), span, candidate, 0, 1)


def _small_ahead(candidate: Candidate, text: str, known: NameWords) -> int | None:
    """Return where the small words between a title and a surname start: "Ms. de la Cruz"."""
    small = SMALL.search(text, max(0, candidate.start - 16), candidate.start)
    if small is None or not all(word.lower() in known.particles for word in small[0].split()):
        return None
    return small.start()


def _openings(keys: Iterable[str]) -> Iterator[str]:
    """Yield how the first word of a spelling with one of *keys* may begin: its first letters, up to three."""
    for key in keys:
        yield from (key[:length] for length in range(1, OPENING + 1))
        if key.startswith("al"):
            yield from ARTICLES
            yield from (f"{article}{key[2:3]}" for article in ARTICLES)


def _opens(word: str, openings: Container[str]) -> bool:
    """Tell whether a spelling that is looked for may open with a word."""
    # A mark or two may stand among the letters.
    return plain(word[0]) in openings and joined(word[: OPENING + 1])[:OPENING] in openings


def _phrases(candidate: Candidate, openings: Container[str]) -> Iterator[Phrase]:
    """Yield the runs of up to three words; an initial, an acronym or a small word stands in none."""
    start = candidate.start
    for at, word in enumerate(candidate.words):
        if _opens(word, openings):
            for size in range(1, min(LONGEST, len(candidate.words) - at) + 1):
                words = candidate.words[at : at + size]
                if words[-1][-1] == "." or (words[-1].isupper() and size == 1):
                    break
                text = " ".join(words)
                yield Phrase(text, Span(start, start + len(text)), candidate, at, size)
        start += len(word) + 1


def _variants(group: Sequence[Phrase], known: NameWords) -> Variants | None:
    """Return the group as variants where its phrases are spelled in more than one way and name one thing."""
    spelled: dict[str, list[Phrase]] = {}
    for phrase in group:
        spelled.setdefault(phrase.text.lower(), []).append(phrase)
    if len(spelled) < 2 or not _names_one(list(spelled.values()), known):
        return None
    leading, *others = sorted(spelled.values(), key=lambda each: (-len(each), each[0].span.start))
    return Variants(_spelling(leading), tuple(map(_spelling, others)))


def _names_one(spelled: Sequence[Sequence[Phrase]], known: NameWords) -> bool:
    words = [part for phrases in spelled for part in phrases[0].text.replace("-", " ").split(" ")]
    texts = [phrases[0].text for phrases in spelled]
    plainly = all(known.generic(word) or known.everyday(word) for word in words)
    if plainly and not any(INNER_CAPITAL.search(text) or text in known.places for text in texts):
        return False
    # A paper called The EastAfrican is not the Ministry of East African Affairs.
    apart = [word for word in words if not INNER_CAPITAL.search(word)]
    apart_plain = all(known.generic(word) or known.everyday(word) for word in apart)
    if (
        0 < len(apart) < len(words)
        and apart_plain
        and not all(any(map(_is_whole, phrases)) for phrases in spelled)
    ):
        return False
    if len(words) == len(spelled) and all(_is_own_word(word, known) for word in words):
        return False
    if len({phrase.size for phrases in spelled for phrase in phrases}) > 1:
        return any(tells_apart(word, known) for word in words) and _agree(spelled, known)
    return _agree(spelled, known)


def _is_whole(phrase: Phrase) -> bool:
    return phrase.size == len(phrase.candidate.words)


def _agree(spelled: Sequence[Sequence[Phrase]], known: NameWords) -> bool:
    """Tell whether no two spellings stand in full names of different people."""
    companions = [
        frozenset(pair for phrase in phrases for pair in _companions(phrase, known)) for phrases in spelled
    ]
    return not any(
        first and second and not first & second
        for at, first in enumerate(companions)
        for second in companions[at + 1 :]
    )


def _companions(phrase: Phrase, known: NameWords) -> Iterator[Companion]:
    return companions_of(phrase.candidate, phrase.at, phrase.at + phrase.size, known)


def _is_own_word(word: str, known: NameWords) -> bool:
    """Tell whether a spelling is a word of its own, as "Neon" is beside "Néon"."""
    return known.everyday(joined(word))


def _spelling(phrases: Sequence[Phrase]) -> Spelling:
    return Spelling(phrases[0].text, tuple(phrase.span for phrase in phrases))


def _outermost(found: Iterator[Variants]) -> Iterator[Variants]:
    """Leave out variants inside longer ones: "Sao" where "Sao Paulo" is told."""
    every = list(found)
    for each in every:
        place = each.others[0].places[0]
        if not any(
            other is not each and place != wider and wider.contains(place)
            for other in every
            for spelling in other.others
            for wider in spelling.places
        ):
            yield each
