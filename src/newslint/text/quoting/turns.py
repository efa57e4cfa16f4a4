"""Turns: who speaks beside a quotation, told by words alone, and whether the next one is somebody else's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.wording import WordSet
from newslint.text.grammar import (
    BOUNDARIES,
    DETERMINERS,
    FINITE,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)

VERBS = WordSet("reporting-verbs")
ROLES = WordSet("personal-titles", "roles", "courtesy-titles", "kin")
NAME = r"(?:(?:Mr|Ms|Mrs|Dr|Sgt|Sen|Rep|Gov|Gen|Capt|Lt|Col)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){0,3}"
PAUSE = r"(?=[.,:;?!”\"]| (?:in|on|at|to|of|when|as|while|after|before|during|[a-z]+ly)\b|$)"
ROLE = r"(?:the|an?|his|her|their|its) (?:[a-z-]+ ){0,3}[a-z-]+"
# "…, Lind said.", "… now? Ms. Pihl asked.", "…, said Lind", "…, he added.", "… now? the clerk, Lind, asked."
SPEAKER_INSIDE = lazy_pattern(
    rf"(?:[,?!] (?P<before>[a-z]+) [A-Z]"
    rf"|(?:[,?!] s?he|[,?!] {NAME}|[,?!] {ROLE}, {NAME},) (?P<after>[a-z]+){PAUSE})"
)
# "(“)Let us in, people shouted.", "(“)You never pay, Eva Lind told him.": one clause, and whose it is.
ONE_CLAUSE = lazy_pattern(
    rf"(?P<clause>[^“”\".,:;?!]+)[,?!] (?:people|{ROLE}|{NAME}) (?P<after>[a-z]+)"
    r"(?: (?:him|her|them|back|reporters))?[.!]?\s*"
)
# What makes a clause of words before a comma; "years later" and "the day he died" are none.
WORDS_OF_CLAUSES = FINITE | PRONOUNS | {"me", "us"}
JOINING = OPENERS | SUBORDINATORS | BOUNDARIES
SPEAKER_AFTER = lazy_pattern(
    rf" (?:(?P<before>[a-z]+) (?:{ROLE}, )?(?P<first>{NAME})"
    rf"|(?:{ROLE}, (?P<apposed>{NAME}),|(?P<second>{NAME})) (?P<after>[a-z]+)\b)"
)
SPEAKER_AHEAD = lazy_pattern(rf"(?:^|[.!?]”? )(?P<second>{NAME}) (?P<after>[a-z]+)(?: \w+)?[,:] $")
REACH = 90


def names_speaker(document: Document, start: int, end: int) -> bool:
    """Tell whether a speaker and a verb of saying stand between *start* and *end*, as after a quotation."""
    verbs = VERBS.of(document)
    whole = ONE_CLAUSE.fullmatch(document.text, start, end)
    if whole and whole["after"] in verbs and _is_clause(whole["clause"].lower().split()):
        return True
    return any(
        (match["before"] or match["after"]) in verbs
        for match in SPEAKER_INSIDE.finditer(document.text, start, end)
    )


def _is_clause(words: Sequence[str]) -> bool:
    """Tell whether words before a comma can be all that somebody said, and do not lead on to what follows."""
    if not JOINING.isdisjoint(words) or words[0] in PREPOSITIONS:
        return False
    if words[0] in DETERMINERS:
        return PRONOUNS.isdisjoint(words) and not FINITE.isdisjoint(words)
    return not WORDS_OF_CLAUSES.isdisjoint(words)


def speaker_after(document: Document, position: int, end: int) -> str | None:
    """Return the name of who said what closes at *position*, where it follows at once."""
    return _name(document, SPEAKER_AFTER.match(document.text, position, min(end, position + REACH)))


def speaker_ahead(document: Document, start: int, position: int) -> str | None:
    """Return the name of who says what opens at *position*, where it stands before: “Lind said: ”."""
    return _name(document, SPEAKER_AHEAD.search(document.text[max(start, position - REACH) : position]))


def _name(document: Document, match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    found = match.groupdict()
    if (found["after"] or found.get("before")) not in VERBS.of(document):
        return None
    return found["second"] or found.get("first") or found.get("apposed")


def are_two(document: Document, one: str, other: str) -> bool:
    """Tell whether two names are surely of two speakers: no word in common, and nowhere side by side."""
    firsts, seconds = (tuple(_own_words(document, name)) for name in (one, other))
    if not firsts or not seconds or set(firsts) & set(seconds):
        return False
    text = document.text
    return not any(f"{a} {b}" in text or f"{b} {a}" in text for a in firsts for b in seconds)


def _own_words(document: Document, name: str) -> Iterator[str]:
    """Yield the words of a name that are no title."""
    roles = ROLES.of(document)
    words = (word.strip(".’'") for word in name.split())
    return (word for word in words if roles.isdisjoint((word, word.lower())))
