"""Main subjects: who does what the main verb of a sentence says, for a participle that goes with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Reads, Worded
from newslint.text.grammar import BEFORE_NOUN, BOUNDARIES, FINITE, IRREGULAR_PAST, PREPOSITIONS, SUBORDINATORS
from newslint.text.speech.cues.first_subjects import first_subject
from newslint.text.speech.cues.subjects import RELATIVES, subject_before

WORD = lazy_pattern(r"(?<![\w-])[A-Za-z]+(?![\w-])")
# What puts the clause behind it under another one.
UNDER = BOUNDARIES | SUBORDINATORS | PREPOSITIONS | RELATIVES
UNDER -= {"and", "or", "but", ":", ";", "—", "–", "-", "--", "yet", "so"}
OPENS_CLAUSE = lazy_pattern(
    r"(?:(?:but|and|yet|even|still|so|now),? )?"
    r"(?:when|after|as|while|although|though|because|since|before|once)",
    re.IGNORECASE,
)
LAST_WORD = lazy_pattern(r"[\w—–-]+$")
# "(They voted no), and (the union) sued the city, saying …"
JOINED = lazy_pattern(r"(?:, (?:and|but|while|yet|so)|;)$")
# "Lind(, who left), rejected it, saying …"
CLAUSE = lazy_pattern(r", (?:who|whose|which)\b")
ADVERB = Worded(r"(?<=\s)(?:both|each|all|also|still|then|later|now|never|(?!{nouns-in-ly}\b)[a-z]+ly)\s$")
PASSIVE = lazy_pattern(r" (?:by|that)\b")


def main_subject(reading: Reads, text: str, start: int, end: int, *, cue: int) -> Span | None:
    """Find the subject of the last main clause before a *cue*, with what is apposed to it; else the first."""
    found: Span | None = None
    adverb = ADVERB.of(reading)
    verbs = [*_verbs(text, start, cue, adverb)]
    if not verbs and (follows := _after(text, start, cue, _verbs(text, cue, end, adverb))):
        return follows
    for verb in verbs:
        if found and verb < found.end:
            continue
        subject = subject_before(text, start, verb)
        if subject is None or subject.cut(text).lower() in RELATIVES | {"that"}:
            continue
        before = text[start : subject.start].rstrip()
        if (found is None and not _is_under(before)) or JOINED.search(before):
            found = subject
    if found is None:
        return first_subject(text, start, end)
    clause = CLAUSE.search(text, found.start, found.end)
    return Span(found.start, clause.start()) if clause else found


def opens_clause(before: str) -> bool:
    """Tell whether words before a subject put its clause first: "But after (voters left), …"."""
    return OPENS_CLAUSE.fullmatch(before) is not None


def _is_under(before: str) -> bool:
    """Tell whether a clause is part of another: "after (voters said no)", "Berg said (it was dry)"."""
    last = LAST_WORD.search(before)
    return last is not None and (last[0].lower() in UNDER or last[0] in FINITE or last[0] in IRREGULAR_PAST)


def _after(text: str, start: int, cue: int, verbs: Iterable[int]) -> Span | None:
    """Find whose verb follows a participle: "After saying so, (Lind left)", "(Lind), saying so, left"."""
    for verb in verbs:
        subject = subject_before(text, start, verb)
        if subject and (subject.end <= cue or text.endswith(", ", cue, subject.start)):
            return subject
    return None


def _verbs(text: str, start: int, end: int, adverb: re.Pattern[str]) -> Iterator[int]:
    """Yield where words stand that can be nothing but the verb of a clause."""
    previous = ""
    for match in WORD.finditer(text, start, end):
        word = match[0]
        if not word.islower():
            previous = word.lower()
            continue
        past = word in IRREGULAR_PAST or (word.endswith("ed") and not PASSIVE.match(text, match.end()))
        helped = previous in FINITE or previous in BEFORE_NOUN
        if not helped and (word in FINITE or past) and match.start() > start:
            before = adverb.search(text, start, match.start())
            yield before.start() if before else match.start()
        previous = word
