"""Bare surnames: where a surname alone stands for its bearer, and not for what is called after him."""

from __future__ import annotations

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.flat import flat

# "the Cole report", "the surname Cole", "the elder Murdoch", "a pre-Obama order", "(Photo/Sean Murphy)",
# Serhii "Marcel" Melnyk, W. Bush.
BEFORE = lazy_pattern(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Aa]nother|[Tt]his|[Tt]hat|[Ff]ormer|[Ee]lder|[Yy]ounger|[Yy]oung|[Oo]lder|[Nn]ewest|"
    r"[Ss]enior|[Jj]unior|[Nn]o|[Ii]nto|(?:sur)?names?) |"
    r"\w-|/\S* ?|\b[A-Z]\. |&\s?|#|@|\w[\"”’'] )\Z"
)
# "the Clinton and Obama administrations", "Trump campaign officials".
AFTER = lazy_pattern(r"(?:-[A-Z]| & |(?: (?:and|or|nor) [A-Z]\w+)? ([a-z]+))")
REACH = 24


def means_bearer(document: Document, name: Span) -> bool:
    """Tell whether a surname alone is a person's here, not an adjective or a part of another name."""
    text = document.view(flat)
    if BEFORE.search(text, max(0, name.start - REACH), name.start):
        return False
    after = AFTER.match(text, name.end)
    if after is None:
        return True
    return after[1] is not None and after[1] not in document.lexicon.view(_nouns)


def _nouns(lexicon: Lexicon) -> frozenset[str]:
    nouns = lexicon.words("nouns-after-surnames")
    return frozenset((*nouns, *(_plural(noun) for noun in nouns)))


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeo":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "ch", "sh")) else f"{noun}s"
