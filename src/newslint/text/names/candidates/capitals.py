"""Capitals: the runs of capitalised words in a story, and where a capital says nothing."""

from __future__ import annotations

import re

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.flat import flat
from newslint.text.names.candidates.name_words import name_words
from newslint.text.trie import trie_pattern

UPPER = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x250)) if letter.isupper()) + "Ḁ-ỿ"
# What may follow the first letter of an abbreviation that stands before or after a name: "Mr.", "Gen.", "Jr."
ABBREVIATED = (
    r"(?=\w{1,4}\.)(?:(?<=M)(?:rs?|s|x|aj|sgr|t)|(?<=D)(?:rs?|et)|(?<=P)(?:rof|vt)|(?<=G)(?:en|ov)|"
    r"(?<=L)t|(?<=H)on|(?<=F)[rt]|(?<=C)(?:ol|apt|mdr|pl)|(?<=S)(?:gt|ens?|te?|T|upt|r)|(?<=A)(?:dm|mb)|"
    r"(?<=R)(?:eps?|ev)|(?<=I)nsp|(?<=B)r(?:ig|os)|(?<=J)r)\."
)
# The rest of a word after its capital: "O'Brien", "Amir-Abdollahian", "J.", "U.S.", "AT&T", "B.Enkhtuya", but
# not "Example.com".
REST = (
    rf"(?:{ABBREVIATED}|\.(?:[{UPPER}]\.)*(?:[{UPPER}][\w'-]{{3,}})?|"
    r"\w*+(?:(?:['-]|&(?=[A-Z]))\w+)*+(?!\.\w))"
)
# The lower-case beginnings of "al-Zarqawi" and "d'Estaing".
PREFIX = r"(?:[ae]l|a[dnrsz]|ash|ul|ibn)-|[dl]'"
# Robert “Bob” Lind.
NICKNAME = rf"[\"“‘'][{UPPER}]\w+[\"”’'] "
PREFIXED = lazy_pattern(rf"(?<!\w)(?:{PREFIX})\Z")
LONGEST_PREFIX = 4
OPENERS = "\"“'‘([*•–—-_`"
STOPS = ".!?:;…\n"
# No name has so many words; a run that goes on is a list or a headline, and is read in parts.
MOST_WORDS = 40


class Capitals(msgspec.Struct, frozen=True, gc=False):
    """A run of capitalised words, with the small words of names between them ("Ludwig van Beethoven")."""

    start: int
    text: str

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words of the run."""
        return tuple(self.text.split(" "))

    @property
    def span(self) -> Span:
        """Return where the run stands."""
        return Span(self.start, self.start + len(self.text))


def capitals(document: Document) -> tuple[Capitals, ...]:
    """Return the runs of capitalised words in the order of the text.

    Left out is every other one: a word alone that only opens a sentence, or names a people or a day.
    """
    text = document.view(flat)
    silent = document.lexicon.view(name_words).silent
    runs = document.lexicon.view(_run_pattern).finditer(text)
    return tuple([_run(match.start(), run, text) for match in runs if (run := match[0]) not in silent])


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether what stands at *start* is capitalised because a sentence or a quotation opens there."""
    # Most words stand after another.
    if start > 1 and text[start - 1] == " " and (text[start - 2].isalnum() or text[start - 2] == ","):
        return False
    position = start - 1
    while position >= 0 and text[position] in OPENERS:
        position -= 1
    if position < start - 1:
        return True
    if position >= 0 and text[position] == " ":
        position -= 1
        while position >= 0 and text[position] in " \"”'’)]*":
            position -= 1
        # A dash after a dateline, "Fla. -- Weeds", or a bullet.
        if position > 0 and text[position] in "•*–—_-":
            return text[position - 1] in " \n-"
    return position < 0 or text[position] in STOPS


def _run(start: int, run: str, text: str) -> Capitals:
    if start and text[start - 1] in "-'":
        prefix = PREFIXED.search(text, max(0, start - LONGEST_PREFIX), start)
        if prefix:
            start, run = prefix.start(), prefix[0] + run
    return Capitals(start, run)


def _run_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    particles = trie_pattern(lexicon.words("name-particles"))
    # It opens with a set of letters, which the engine looks for much faster than for a look-behind.
    return lazy_pattern(
        rf"[{UPPER}](?<![\w@#&/.].){REST}"
        rf"(?: (?:(?:{particles}) ){{0,2}}(?:{NICKNAME})?(?:{PREFIX})?[{UPPER}]{REST}){{0,{MOST_WORDS - 1}}}"
    )
