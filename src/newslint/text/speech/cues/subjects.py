"""Subjects: the words that name the source of a statement, before its verb or after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Reads, Worded
from newslint.text.grammar import (
    ASIDES,
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
from newslint.text.speech.cues.subject_edges import (
    before_brackets,
    before_dashes,
    before_time,
    has_relative_clause,
    is_state,
    is_title_of,
    is_unclosed_role,
    last_noun_phrase,
    opens_with_participle,
    without_aside,
)

# What a name may follow at once: "But Marta Lind, a baker, agreed", "When Marta Lind, a baker, agreed".
JOINING = (OPENERS | SUBORDINATORS | {"when", "while"}) - {"today", "yesterday", "tonight"}
RELATIVES = frozenset({"who", "which", "whose", "where"})
WORD = lazy_pattern(r"\S+")
# A quotation of more letters than this is speech, and no part of a name.
LONG_QUOTATION = 40
LONGEST_SUBJECT = 12
ENDS_SEGMENT = (",", ";", ":", "—", "–", "--", ",”", ",»", "?”", "!”", ".”")
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
# "Lind, who left, (last week) said", "Lind, (two days later), said"
WHEN = lazy_pattern(
    r"(?:(?:only|just|late|early)\s)?(?:(?:last|this|earlier|later|the\s(?:next|same))\s[\w-]+|(?:[a-z]+\s){1,2}(?:later|earlier|ago)"
    r"|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:\s(?:morning|afternoon|evening|night))?,?"
)
CONTRACTION = lazy_pattern(r"'(?:ve|d|ll|re|m)$")
# What ends the name of a speaker who stands after the verb.
AFTER_SUBJECT = Worded(
    r"""[;:]|[.!?](?=\s*$)|\s[—–-]\s|\s--|,?\s“
    |,?\s(?:in|during)\s(?:an?|his|her|the|their)\s(?:\w+\s){0,2}
      {openings-of-occasions}
    |,?\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day
    |,?\s(?:last|this)\s(?:week|month|year|spring|summer|fall|winter)
    |,\s(?:\w+ing\b|when|after|as|while|but|and\s(?!\w+\sof)|before|because|although|though|if
      |in\s|during|at\s|on\s)
    |\s(?:when|after|as|while|because|during|before|to\s{hearers}|of\sthe\s\w+ing)\s""",
    re.VERBOSE,
)


def subject_before(text: str, start: int, end: int) -> Span | None:
    """Find who does what the verb at *end* says, in the words from *start* on."""
    end = before_time(text, start, before_brackets(text, start, before_dashes(text, start, end)))
    words = [Span(match.start(), match.end()) for match in WORD.finditer(text, start, end)]
    if not words or words[-1].cut(text).lower() in CONJUNCTIONS:
        return None
    last_word = _trimmed(text, words[-1])
    if last_word.cut(text).lower() in PRONOUNS:
        return last_word
    segments = _segments(text, words)
    last = len(segments) - 1
    while last > 0 and _is_aside(text, segments[last]):
        last -= 1
    final = segments[last][-1]
    named = last > 0 and is_unclosed_role(_words(text, segments[last]), _words(text, segments[last - 1]))
    if named or _ends_in_comma(text, segments[last]):
        while last > 0 and _is_apposition(text, segments[last], segments[last - 1]):
            last -= 1
        if last == 0 and len(segments) > 1 and _opens_clause(text, segments[0]):
            # "On Monday, (the mayor, Jan Berg, said)"
            last = 1
    subject = _trimmed(text, _tail(text, segments[last])[0].joined(final))
    subject = Span(subject.start, without_aside(text, subject.start, subject.end))
    return subject if any(letter.isalnum() for letter in subject.cut(text)) else None


def _opens_clause(text: str, segment: Sequence[Span]) -> bool:
    """Tell whether a segment opens with a preposition or a participle: "Giving evidence, (Lind …)"."""
    first, second = segment[0].cut(text), segment[min(1, len(segment) - 1)].cut(text)
    return first.lower() in PREPOSITIONS or (first.endswith("ing") and second[0].islower())


def _is_aside(text: str, segment: Sequence[Span]) -> bool:
    """Tell whether a segment only joins the sentence to others: "The mayor(, for instance,) said"."""
    words = _words(text, segment)
    return words.lower().rstrip(",") in OPENERS | ASIDES or WHEN.fullmatch(words) is not None


def _segments(text: str, words: Sequence[Span]) -> list[list[Span]]:
    """Cut the words at commas and the like, and after quotations."""
    segments: list[list[Span]] = [[]]
    for word in words:
        segments[-1].append(word)
        letters = word.cut(text)
        if (
            letters == "-"
            or letters.endswith(ENDS_SEGMENT)
            or (letters[0] == "“" and len(letters) >= LONG_QUOTATION)
        ):
            segments.append([])
    return [segment for segment in segments if segment]


def _ends_in_comma(text: str, segment: Sequence[Span]) -> bool:
    return text[segment[-1].start : segment[-1].end].endswith((",", ",”", ",»"))


def _is_apposition(text: str, segment: Sequence[Span], previous: Sequence[Span]) -> bool:
    """Tell whether a segment only adds to the name before it ("a truck driver", "who is …", "R-Ariz.")."""
    if not _ends_in_comma(text, previous) or _is_speech(text, previous):
        return False
    if is_state(_words(text, segment), _words(text, previous)):
        return True
    first, before = segment[0].cut(text), previous[0].cut(text).lower()
    if before == "of":
        # "Lind, of Station Road, Bergen, denied …"
        return True
    if before.rstrip(",") in OPENERS or (before not in RELATIVES and _is_statement(text, previous)):
        return False
    if is_title_of(_words(text, segment), _words(text, previous)):
        return True
    return first[0].islower() or first[0].isdigit() or (len(segment) <= 3 and before not in PREPOSITIONS)


def _words(text: str, segment: Sequence[Span]) -> str:
    return segment[0].joined(segment[-1]).cut(text)


def _is_statement(text: str, segment: Sequence[Span]) -> bool:
    """Tell whether a segment has its own verb: "prices rose, (the bank's economist, Jan Berg, said)"."""
    return any(word.cut(text) in FINITE or word.cut(text) in IRREGULAR_PAST for word in segment[1:])


def _is_speech(text: str, segment: Sequence[Span]) -> bool:
    """Tell whether a segment is nothing but a quotation that a comma closes."""
    return len(segment) == 1 and text[segment[0].start] == "“" and text[segment[0].end - 1] == "”"


def _tail(text: str, segment: Sequence[Span]) -> Sequence[Span]:
    """Return the words of a segment that can be the subject at its end."""
    if has_relative_clause([word.cut(text) for word in segment]):
        openers = OPENERS | SUBORDINATORS
        return segment[next(at for at, word in enumerate(segment) if word.cut(text).lower() not in openers) :]
    start = 0
    for index, word in enumerate(segment):
        letters = word.cut(text).lower()
        if index + 1 < len(segment) and (letters in BOUNDARIES or _is_object(text, segment, index)):
            if letters in ("and", "or") and not _is_clause(text, segment[start:index]):
                continue
            start = index + 1
    words = segment[start:]
    while len(words) > 1 and words[0].cut(text).lower().rstrip(",") in OPENERS:
        words = words[1:]
    opens = words[0].cut(text).lower() in PREPOSITIONS
    if opens or _has_finite(text, words) or _has_object(text, words):
        return last_noun_phrase(text, words)
    return words


def _is_object(text: str, segment: Sequence[Span], index: int) -> bool:
    """Tell whether "who" stands for somebody else than the subject: "who (Lind said) was a liar"."""
    following = segment[index + 1].cut(text)
    return segment[index].cut(text).lower() in ("who", "whom") and following[0].isupper()


def _is_clause(text: str, words: Sequence[Span]) -> bool:
    """Tell whether the words before "and" are a clause of their own, and not the first of two names."""
    return _has_finite(text, words) or any(text[word.end - 1] == "”" for word in words)


def _has_finite(text: str, words: Sequence[Span]) -> bool:
    return any(word.cut(text) in FINITE for word in words)


def _has_object(text: str, words: Sequence[Span]) -> bool:
    """Tell whether the words hold a verb and what it acts on: "it marked the first time (Lind said)"."""
    letters = [word.cut(text).lower() for word in words]
    if not RELATIVES.isdisjoint(letters):
        return False
    return any(
        (word in IRREGULAR_PAST or word.endswith("ed")) and following in DETERMINERS
        for word, following in pairwise(letters[1:-1])
    )


def subject_after(reading: Reads, text: str, start: int, end: int) -> Span | None:
    """Find who speaks in the words after the verb (“…,” said Lind, who owns the bakery)."""
    while start < end and text[start] == " ":
        start += 1
    stop = AFTER_SUBJECT.of(reading).search(text, start, end)
    subject = _trimmed(text, Span(start, stop.start() if stop else end))
    return subject if subject.start < subject.end else None


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while end > start and text[end - 1] in " ,;:":
        end -= 1
    while start < end and text[start] in " ,;:([":
        start += 1
    contraction = CONTRACTION.search(text[start:end])
    return Span(start, end - len(contraction[0]) if contraction else end)


def first_subject(text: str, start: int, end: int) -> Span | None:
    """Find the subject of a sentence, for a verb that has none of its own."""
    words = _opening_words(text, start, end)
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
            return _trimmed(text, words[0].joined(words[index - 1] if adverb else previous))
    return _trimmed(text, words[0].joined(words[-1]))


def _acts_on(word: Span, previous: Span, following: str, text: str) -> bool:
    """Tell whether a word is a verb by what it acts on: "Lind (threw) her weight behind it"."""
    letters, before = word.cut(text), previous.cut(text)
    closed = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS
    return (
        letters.isalpha()
        and letters.islower()
        and following in DETERMINERS
        and letters not in closed
        and before.lower() not in closed
    )


def _opening_words(text: str, start: int, end: int) -> list[Span]:
    """Return the words of a sentence up to a comma, past an opening ("On Monday, …")."""
    words: list[Span] = []
    for match in WORD.finditer(text, start, end):
        words.append(Span(match.start(), match.end()))
        if text[match.end() - 1] in SEGMENT_MARKS and match[0].endswith(ENDS_SEGMENT):
            if _names_somebody(text, words):
                break
            if not (
                _opens(words[0].cut(text))
                or TIME.match(text, words[0].start, match.end())
                or opens_with_participle(_words(text, words))
            ):
                break
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


def _opens(word: str) -> bool:
    lower = word.lower().rstrip(",")
    return lower in PREPOSITIONS or lower in OPENERS or lower in SUBORDINATORS


def _is_name(word: str) -> bool:
    return word[0].isupper() and word.lower() not in DETERMINERS


def _verb_like(word: str, previous: str) -> bool:
    word = word.rstrip(".,;!?:")
    if not word.islower():
        return False
    return (
        word in FINITE
        or (word in BOUNDARIES and word not in ("and", "or"))
        or word.endswith("ed")
        or word in IRREGULAR_PAST
        or (word.endswith("s") and not word.endswith("'s") and _is_name(previous))
    )
