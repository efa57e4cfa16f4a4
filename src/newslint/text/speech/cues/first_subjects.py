"""First subjects: whom or what a sentence is about, for a verb that has no words of its own beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.grammar import (
    BOUNDARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    IRREGULAR_PAST,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from newslint.text.speech.cues.subject_edges import is_state, opens_with_participle
from newslint.text.speech.cues.subjects import ENDS_SEGMENT, WHEN, WORD, trimmed

# What a name may follow at once: "But Marta Lind, a baker, agreed", "When Marta Lind, a baker, agreed".
JOINING = (OPENERS | SUBORDINATORS | {"when", "while"}) - {"today", "yesterday", "tonight"}
LONGEST_SUBJECT = 12
# "Then he left, …", but not "Because he left, …".
JOINERS = OPENERS - SUBORDINATORS - PREPOSITIONS
# "OSLO, Norway (AP) — (Marta Lind) is gone."
DATELINE = lazy_pattern(
    r"[A-Z][A-Z .'-]+[A-Z](?:, [A-Z][\w.]+(?: \d+)?){0,3}(?: \([A-Z][\w /]+\))? ?(?:—|–|--|-) "
)
# Nouns as often as verbs, but "Norland (hit) back".
UNCHANGED_PAST = frozenset({"cut", "hit", "let", "quit", "set", "shut"})
REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
SEGMENT_MARKS = frozenset(mark[-1] for mark in ENDS_SEGMENT)
ADVERB = lazy_pattern(
    r"also|still|then|later|now|already|finally|once|never|always|often|soon|even|again|almost|just|[a-z]+ly"
)
# "He's", "they,"
PRONOUN = lazy_pattern(r"([A-Za-z]+)(?:'[a-z]+)?[,;:]?")
# "Early in the race, (Lind …)", "Two days later, (Lind …)", "Last week (Lind …)"
TIME = lazy_pattern(
    r"(?:(?:early|late|earlier|later|last|this|next|the\s(?:next|same|following))\b"
    r"|(?:[a-z]+\s)?(?:minutes|hours|days|weeks|months|years|decades)\b)[^,]*,$",
    re.IGNORECASE,
)


def first_subject(text: str, start: int, end: int) -> Span | None:
    """Find the subject of a sentence, for a verb that has none of its own."""
    dateline = DATELINE.match(text, start, end)
    words = _opening_words(text, dateline.end() if dateline else start, end)
    while len(words) > 1 and words[0].cut(text).lower() in OPENERS | JOINING:
        words = words[1:]
    if not words:
        return None
    pronoun = PRONOUN.fullmatch(words[0].cut(text))
    if pronoun and pronoun[1].lower() in PRONOUNS:
        return Span(words[0].start, words[0].start + len(pronoun[1]))
    for index, (previous, word) in enumerate(pairwise(words)):
        following = words[index + 2].cut(text) if index + 2 < len(words) else ""
        if _verb_like(word.cut(text), previous.cut(text)) or _acts_on(word, previous, following, text):
            # "Lind (also) spoke": the adverb is the verb's.
            adverb = index > 0 and ADVERB.fullmatch(previous.cut(text))
            return _named(text, words[0].joined(words[index - 1] if adverb else previous))
    return _named(text, words[0].joined(words[-1]))


def _named(text: str, span: Span) -> Span | None:
    """Return the words without the stops at their ends, if that leaves any."""
    subject = trimmed(text, span)
    return subject if subject.start < subject.end else None


def _acts_on(word: Span, previous: Span, following: str, text: str) -> bool:
    """Tell whether a word is a verb by what it acts on: "Lind (threw) her weight behind it"."""
    letters, before = word.cut(text), previous.cut(text)
    closed = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS
    return (
        letters.isalpha()
        and letters.islower()
        and (following in DETERMINERS or following in REFLEXIVES)
        and letters not in closed
        and before.lower() not in closed
    )


def _opening_words(text: str, start: int, end: int) -> list[Span]:
    """Return the words of a sentence up to a comma, past an opening ("On Monday, …")."""
    words: list[Span] = []
    place = ""
    for match in WORD.finditer(text, start, end):
        words.append(Span(match.start(), match.end()))
        if text[match.end() - 1] in SEGMENT_MARKS and match[0].endswith(ENDS_SEGMENT):
            if _names_somebody(text, words) or _joins_clause(text, words):
                break
            # "At a fair in Ames, Iowa, (Lind …)"
            if place and is_state(words[0].joined(words[-1]).cut(text), place):
                words = []
                continue
            if not (
                _opens(words[0].cut(text))
                or TIME.match(text, words[0].start, match.end())
                or opens_with_participle(words[0].joined(words[-1]).cut(text))
            ):
                break
            place = words[0].joined(words[-1]).cut(text)
            words = []
        elif len(words) == LONGEST_SUBJECT:
            break
    return words


def _names_somebody(text: str, words: Sequence[Span]) -> bool:
    """Tell whether a word that only joins opens what is a name: "And Marta Lind, a baker, agreed"."""
    first, *others = words
    if first.cut(text).lower() not in JOINING or not others:
        return False
    if WHEN.fullmatch(text, others[0].start, others[-1].end):
        return False
    return all(word.cut(text)[0].isupper() for word in others)


def _joins_clause(text: str, words: Sequence[Span]) -> bool:
    """Tell whether a word that only joins opens a clause with a pronoun: "Then he cut into it, calling …"."""
    return len(words) > 2 and words[0].cut(text).lower() in JOINERS and words[1].cut(text).lower() in PRONOUNS


def _opens(word: str) -> bool:
    lower = word.lower().rstrip(",")
    return lower in PREPOSITIONS or lower in OPENERS or lower in SUBORDINATORS


def _is_name(word: str) -> bool:
    return word[0].isupper() and word.lower() not in DETERMINERS


def _is_singular(word: str) -> bool:
    return word.endswith("s") and not word.endswith("'s")


def _verb_like(word: str, previous: str) -> bool:
    word = word.rstrip(".,;!?:")
    if not word.islower():
        return False
    return (
        word in FINITE
        or (word in BOUNDARIES and word not in ("and", "or"))
        or (word.endswith("ed") and previous.lower() not in DETERMINERS)
        or word in IRREGULAR_PAST
        or ((word in UNCHANGED_PAST or _is_singular(word)) and _is_name(previous))
    )
