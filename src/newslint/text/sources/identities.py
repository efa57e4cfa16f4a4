"""Identities: words for a source by which readers can tell who is meant."""

from __future__ import annotations

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.wording import Worded

NAME = lazy_pattern(
    r"(?<=[^.!?“\"] )[A-Z][\w.'-]+|^[\s“\"(]*[A-Z][\w'-]+ [A-Z]|^\s*[A-Z]{2,}"
    r"|^\s*[A-ZÀ-Þ][a-zß-ÿ'-]+(?: (?:also|later|then|previously))? ?$"
    r"|\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I)\b"
)
# "Media outlet Radio Delta", "boxing insider Dan Reid", but not "sources in Beirut".
NAME_AT_END = lazy_pattern(r"(?<! in)(?<! at)(?<! from)(?<! of)(?<! near)(?: [A-Z][\w.'-]*)+ *$")
# Where a source is one among others, those before it may have names: "the mayor and others".
JOINED = lazy_pattern(r" and |, ")
# What explains the head of a source: "experts from the university", "people close to the family".
COMPLEMENT = Worded(
    r" (?=(?:of|for|at|in|inside|within|from|with|who|on|near|among|{words-of-knowing}|speaking)\b)"
)
HOUSE = lazy_pattern(r"(?:for|at|from|with) (?:the )?(?!knowledge|direct)\w")
# "According to Goldman analysts"; "to Russian analysts" is to anybody.
OF_HOUSE = Worded(r"[a-z] (?!{demonyms} )[A-Z][\w&-]+(?<!ern)(?:'s?)? [a-z]+\W*$")
# "Some of the residents" are residents.
PARTITIVE = lazy_pattern(
    r"(?i)^\s*(?:some|many|most|all|several|both|none|one|two|three|four|five) of (?=\w)"
)
KNOWING = Worded(r"{words-of-knowing}\b")
# "State media" are a government's; "local media" are anybody's.
STATE_MEDIA = lazy_pattern(r"(?i)\bstate(?:-run|-owned|-controlled)? (?:media|press)\b")
DEFINITE = lazy_pattern(r"(?i)(?:^|[\s“\"(])(?:the|these|those|both|his|her|its|their|my|our)\b|'s? ")
WORD = lazy_pattern(r"[a-z][a-z-]+")


def identifiable(document: Document, words: str) -> bool:
    """Tell whether readers can tell who is meant: a name, a pronoun, an office, a role or a document."""
    return any(_is_somebody(document.lexicon, each) for each in JOINED.split(words))


def _is_somebody(lexicon: Lexicon, words: str) -> bool:
    core, *rest = lexicon.view(COMPLEMENT).split(PARTITIVE.sub("", words), maxsplit=1)
    nouns = WORD.findall(core.lower() if core.strip() else words.lower())
    head, explained = nouns[-1] if nouns else "", rest[0] if rest else ""
    if head in lexicon.view(_groups):
        housed = lexicon.view(OF_HOUSE).search(words)
        return bool(housed or DEFINITE.search(core) or HOUSE.match(explained) or NAME_AT_END.search(words))
    if (
        head in lexicon.view(_nobodies)
        or lexicon.view(UNNAMED).search(core)
        or lexicon.view(KNOWING).match(explained)
    ):
        return bool(NAME_AT_END.search(words) or STATE_MEDIA.search(core))
    known = lexicon.view(_answerable)
    if NAME.search(words) or not known.isdisjoint(WORD.findall(words.lower())):
        return True
    return bool(DEFINITE.search(core)) and head in lexicon.view(_roles)


UNNAMED = Worded(r"\b{nameless-adjectives}\b")


def _answerable(lexicon: Lexicon) -> frozenset[str]:
    """Return bodies, documents and people in a role; not "an expert", of whom there are many."""
    groups = lexicon.view(_groups)
    people = {
        word for role in lexicon.view(_roles) if f"{role}s" not in groups for word in (role, f"{role}s")
    }
    return frozenset(lexicon.words("answerable-sources")) | people


def _roles(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("roles")) - {"called", "named"}


def _groups(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("vague-groups"))


def _nobodies(lexicon: Lexicon) -> frozenset[str]:
    return frozenset((*lexicon.words("anonymous-sources"), *lexicon.words("vague-media")))
