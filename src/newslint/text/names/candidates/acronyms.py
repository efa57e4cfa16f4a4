"""Acronyms: where a story uses them, and where it says what they stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.flat import flat
from newslint.text.names.candidates.capitals import capitals
from newslint.text.names.candidates.name_words import name_words

# "NRF", "NRF's", "MPs", "NRF-led"; the capitals alone are the acronym.
ACRONYM = lazy_pattern(r"([A-Z]{2,7})(?=s?(?:'s?)?$|-[a-z])")
# "U.N.", in a run of capitalised words
POINTED = lazy_pattern(r"(?:[A-Z]\.){2,}")
CLOSED = (")", "s)")
WORD = lazy_pattern(r"[^\s(]+")
# "PORT PLEASANT, Norland (PP) — Ferries …", "Port Pleasant, March 3 (PP) - “We …”: an agency, not the town.
DATELINE = lazy_pattern(
    r"(?!The )(?:[^\Wa-z_][\w'./-]*,? ){1,8}\([A-Z]{2,7}\) ?(?:[—–]|--?)[ ]*(?=[\"'“‘A-Z])"
)
# A phrase is looked for no further back than this.
REACH = 160


class Acronym(msgspec.Struct, frozen=True, gc=False):
    """One use of an acronym; *alone* if no capitalised word stands beside it."""

    text: str
    span: Span
    alone: bool
    bracketed: bool


class Definition(msgspec.Struct, frozen=True, gc=False):
    """An acronym in brackets after the words it stands for."""

    acronym: Acronym
    phrase: Span


class Initials(msgspec.Struct, frozen=True):
    """The uses of acronyms in the order of the text, and the initials that stand with points somewhere."""

    acronyms: tuple[Acronym, ...]
    pointed: frozenset[str]


def acronyms(document: Document) -> tuple[Acronym, ...]:
    """Return the uses of acronyms in the order of the text."""
    return document.view(initials).acronyms


def initials(document: Document) -> Initials:
    """Return what stands for words by their first letters."""
    text = document.view(flat)
    openers = document.lexicon.view(name_words).starters
    found, pointed = [], set[str]()
    for run in document.view(capitals):
        if "." in run.text:
            pointed.update(POINTED.findall(run.text))
        # Two capitals in a row are not a title's.
        if run.text.istitle():
            continue
        start, words = run.start, run.words
        others = {word for word in words if word.lower() not in openers}
        for word in words:
            match = ACRONYM.match(word)
            if match:
                span = Span(start, start + len(match[1]))
                bracketed = text[span.start - 1 : span.start] == "(" and text.startswith(CLOSED, span.end)
                alone = others <= {word}
                found.append(Acronym(match[1], span, alone, bracketed))
            start += len(word) + 1
    return Initials(tuple(found), frozenset(pointed))


def definitions(document: Document) -> tuple[Definition, ...]:
    """Return the acronyms that are introduced in brackets after their full form."""
    text = document.view(flat)
    found = []
    for acronym in document.view(acronyms):
        if acronym.bracketed:
            phrase = _phrase_before(text, acronym)
            if phrase and not _in_dateline(text, acronym):
                found.append(Definition(acronym, phrase))
    return tuple(found)


def uses_by_acronym(document: Document) -> Mapping[str, tuple[Acronym, ...]]:
    """Return all uses of each acronym."""
    uses: dict[str, list[Acronym]] = {}
    for acronym in document.view(acronyms):
        uses.setdefault(acronym.text, []).append(acronym)
    return {text: tuple(found) for text, found in uses.items()}


def stands_for(acronym: str, words: Sequence[str]) -> int | None:
    """Return how many of the last *words* an acronym stands for, or None.

    Its letters are met from the end, anywhere in the words, but the first and a third of all open a word.
    """
    letters = acronym.lower()
    at = len(letters) - 1
    opening = 0
    for count, word in enumerate(reversed(words), 1):
        lower = word.lower()
        for place in range(len(lower) - 1, -1, -1):
            opens = place == 0 or lower[place - 1] == "-"
            if lower[place] == letters[at] and (opens or at > 0):
                opening += opens
                if at == 0:
                    return count if opening * 3 >= len(letters) else None
                at -= 1
    return None


def with_letters_swapped(acronym: str) -> set[str]:
    """Return what an acronym becomes where two neighbours change places, once."""
    swapped = {
        f"{acronym[:at]}{acronym[at + 1]}{acronym[at]}{acronym[at + 2 :]}" for at in range(len(acronym) - 1)
    }
    return swapped - {acronym}


def _in_dateline(text: str, acronym: Acronym) -> bool:
    line = text.rfind("\n", 0, acronym.span.start) + 1
    dateline = DATELINE.match(text, line)
    return dateline is not None and acronym.span.end < dateline.end()


def _phrase_before(text: str, acronym: Acronym) -> Span | None:
    end = acronym.span.start - 1
    begin = max(text.rfind("\n", 0, end) + 1, end - REACH)
    words = list(WORD.finditer(text, begin, end))[-(len(acronym.text) * 2 + 2) :]
    count = stands_for(acronym.text, [match[0] for match in words])
    if not count or count < 2:
        return None
    return Span(words[-count].start(), words[-1].end())
