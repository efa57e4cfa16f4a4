"""Turns: who speaks beside a quotation, told by words alone, and whether the next one is somebody else's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.wording import WordSet

VERBS = WordSet("reporting-verbs")
ROLES = WordSet("personal-titles", "roles", "courtesy-titles", "kin")
NAME = r"(?:(?:Mr|Ms|Mrs|Dr|Sgt|Sen|Rep|Gov|Gen|Capt|Lt|Col)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){0,3}"
PAUSE = r"(?=[.,:;?!”\"]| (?:in|on|at|to|of|when|as|while|after|before|during|[a-z]+ly)\b|$)"
# "…, Lind said.", "… now? Ms. Pihl asked.", "…, said Lind", "…, he added."
SPEAKER_INSIDE = lazy_pattern(
    rf"(?:, (?P<before>[a-z]+) [A-Z]|(?:, s?he|[,?!] {NAME}) (?P<after>[a-z]+){PAUSE})"
)
SPEAKER_AFTER = lazy_pattern(
    rf" (?:(?P<before>[a-z]+) (?P<first>{NAME})|(?P<second>{NAME}) (?P<after>[a-z]+)\b)"
)
SPEAKER_AHEAD = lazy_pattern(rf"(?:^|[.!?]”? )(?P<second>{NAME}) (?P<after>[a-z]+)(?: \w+)?[,:] $")
REACH = 90


def names_speaker(document: Document, start: int, end: int) -> bool:
    """Tell whether a speaker and a verb of saying stand between *start* and *end*, as after a quotation."""
    verbs = VERBS.of(document)
    return any(
        (match["before"] or match["after"]) in verbs
        for match in SPEAKER_INSIDE.finditer(document.text, start, end)
    )


def speaker_after(document: Document, position: int, end: int) -> str | None:
    """Return the name of who said what closes at *position*, where it follows at once."""
    return _name(document, SPEAKER_AFTER.match(document.text, position, min(end, position + REACH)))


def speaker_ahead(document: Document, start: int, position: int) -> str | None:
    """Return the name of who says what opens at *position*, where it stands before: “Lind said: ”."""
    return _name(document, SPEAKER_AHEAD.search(document.text[max(start, position - REACH) : position]))


def _name(document: Document, match: re.Match[str] | None) -> str | None:
    if match is None or (match["after"] or match.groupdict().get("before")) not in VERBS.of(document):
        return None
    return match["second"] or match.groupdict().get("first")


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
