"""Title words: which words of a line have a capital in title case, which may be names in sentence case."""

from __future__ import annotations

from collections.abc import Iterator, Set
from enum import StrEnum

import msgspec

from newslint.plugin import Block, BlockKind, Document, Lexicon, Span, lazy_pattern
from newslint.text.flat import flat
from newslint.text.sentences import sentences

# A word with what belongs to it: "Covid-19", "U.S.", "it's".
WORD = lazy_pattern(r"[^\W_](?:[\w'&/-]|\.(?=\w))*")
# Behind these a title begins anew: "War: The Story", "“The end”".
OPENS = lazy_pattern(r"(?:^|[:;.?!–—\"“‘(\[]|--| -)[\s\"“‘'(\[]*$")
PLAIN = lazy_pattern(r"[^\W\d_]+(?:'[a-z]{1,2})?")
TITLED = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.SUBHEAD, BlockKind.CAPTION})
# Lists whose words are written with a capital wherever they stand.
NAMES = ("weekdays", "months", "given-names", "demonyms", "countries-and-states", "places", "known-acronyms")
DETERMINERS = frozenset(
    ("a", "an", "the", "his", "her", "its", "their", "our", "your", "my", "this", "that", "these", "those")
)
ENDINGS = (("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))


class TitleStyle(StrEnum):
    """Whose title case it is."""

    AP = "ap"
    CHICAGO = "chicago"


class To(StrEnum):
    """How title case writes *to*: always small, with a capital in infinitives, or either way."""

    ANY = "any"
    SMALL = "small"
    INFINITIVE = "infinitive"


class TitleWord(msgspec.Struct, frozen=True, gc=False):
    """A word of a line; it *opens* or *closes* the line, or a part of it."""

    span: Span
    text: str
    opens: bool
    closes: bool
    following: str

    @property
    def is_plain(self) -> bool:
        """Tell whether it may be judged: with an inner capital, stop, digit or hyphen it is as it is."""
        return PLAIN.fullmatch(self.text) is not None and self.text[1:] == self.text[1:].lower()


def title_words(document: Document, block: Block) -> tuple[TitleWord, ...]:
    """Return the words of a block, read as a line."""
    text, start, end = document.view(flat), block.span.start, block.span.end
    spans = [Span(*found.span()) for found in WORD.finditer(text, start, end)]
    words = [span.cut(text) for span in spans]
    opening = [OPENS.search(text[start : span.start]) is not None for span in spans]
    closing = [*opening[1:], True]
    rows = zip(spans, words, opening, closing, [*words[1:], ""], strict=False)
    return tuple(TitleWord(*row) for row in rows)


class SmallWords(msgspec.Struct, frozen=True):
    """What title case leaves small, and what nobody can tell."""

    small: frozenset[str]
    unsure: frozenset[str]
    bases: frozenset[str]


def small_words(lexicon: Lexicon, style: TitleStyle) -> SmallWords:
    """Return the small words of a style: AP has capitals from four letters on."""
    small = frozenset(lexicon.words("title-small-words"))
    particles = frozenset(lexicon.words("title-particles"))
    if style is TitleStyle.CHICAGO:
        small |= frozenset(lexicon.words("title-prepositions"))
    bases = frozenset(record["base"] for record in lexicon.records("irregular-verbs", dict))
    return SmallWords(small - particles, particles & small, bases)


def wants_capital(word: TitleWord, known: SmallWords, to: To) -> bool | None:
    """Tell whether title case gives a word a capital; None where that cannot be told."""
    lower = word.text.lower()
    if word.opens or word.closes:
        # A particle at the end is one of a verb; "to" at the end is as the house has it.
        return None if word.closes and not word.opens and lower == "to" else True
    if lower in known.unsure:
        return None
    if lower == "to":
        return _to(word.following.lower(), known, to)
    return lower not in known.small


def _to(following: str, known: SmallWords, to: To) -> bool | None:
    if to is To.SMALL:
        return False
    if to is To.ANY:
        return None
    # Doubt is silence: "to Work" may be either.
    return False if following in DETERMINERS else True if following in known.bases else None


class Seen(msgspec.Struct, frozen=True):
    """The words of the story's sentences: those with a capital inside one, and those in lower case."""

    names: Set[str]
    common: Set[str]


def seen_words(document: Document) -> Seen:
    """Return how the story writes its words below its titles."""
    names, common = set(), set()
    for word, opens in _running(document):
        if word[0].islower():
            common.add(word)
        elif not opens:
            names.add(word.lower())
    return Seen(names, common)


def known_names(lexicon: Lexicon) -> frozenset[str]:
    """Return the words, in lower case, that the lists write with a capital."""
    listed = (word for name in NAMES for phrase in lexicon.words(name) for word in phrase.split())
    return frozenset(word.lower() for word in listed if word[:1].isupper())


def is_everyday(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a word, or what it is a regular form of, is an everyday word."""
    known = lexicon.view(_common_words)
    return any(
        word.endswith(ending) and word.removesuffix(ending) + instead in known for ending, instead in ENDINGS
    )


def _common_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("common-words"))


def _running(document: Document) -> Iterator[tuple[str, bool]]:
    """Yield the words of all sentences outside titles, and whether a sentence opens with each."""
    text = document.view(flat)
    for sentence in document.view(sentences):
        block = document.block_at(sentence.start)
        if block is None or block.kind in TITLED:
            continue
        for found in WORD.finditer(text, sentence.start, sentence.end):
            yield found[0], OPENS.search(text[sentence.start : found.start()]) is not None
