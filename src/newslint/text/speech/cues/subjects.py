"""Subjects: the words that name the source of a statement, before its verb or after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Reads, Worded, WordSet
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
    without_aside,
)

RELATIVES = frozenset({"who", "which", "whose", "where"})
# What names some of those just told of.
NAMING = frozenset({"including", "like", "such"})
WORD = lazy_pattern(r"\S+")
ENDS_SEGMENT = (",", ";", ":", "—", "–", "--", ",”", ",»", "?”", "!”", ".”")
# A quotation of more letters than this is speech, and no part of a name.
LONG_QUOTATION = 40
# "Lind, who left, (last week) said", "Lind, (two days later), said"
WHEN = lazy_pattern(
    r"(?:(?:only|just|late|early)\s)?(?:(?:last|this|earlier|later|the\s(?:next|same))\s[\w-]+|(?:[a-z]+\s){1,2}(?:later|earlier|ago)"
    r"|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:\s(?:morning|afternoon|evening|night))?,?"
)
# "Democrats( — and some Republicans) — say"
OTHERS = lazy_pattern(
    r"\s?(?:[—–]|--|-\s)\s?(?:and|or|including|like|along with|as well as|among them|for instance)\b[^“”]*?"
    r"(?=\s?(?:[—–]|--|-)\s*$)"
)
CONTACT = lazy_pattern(
    r"(?:.*(?<!\bas)(?<!,)\s)?[Aa]n?\s(?:(?!(?:about|as|at|by|for|from|in|of|on|the|to|under|with|\w+ing)\s)[a-z-]+\s){1,4}"
    r"((?:(?:Mrs?|Ms|Dr)\.\s)?[A-Z][\w'-]*)"
)
# "Jan Berg, (50,) of Oslo said"
AGED = lazy_pattern(r"\d\d,")
CONTRACTION = lazy_pattern(r"'(?:ve|d|ll|re|m)$|(?<=\b[Hh]e)'s$|(?<=\b(?:[Ss]he|[Ww]ho))'s$")
# "But (a ranger, Marta Lind,) said"
ROLE_NAMED = lazy_pattern(
    r"[A-Za-z]+ (?:an?|the|his|her|its|their)(?: [a-z-]+){1,4},(?: [A-Z][\w.'-]*){2,4},"
)
SERVING = WordSet("verbs-of-serving")
# What ends the name of a speaker who stands after the verb.
AFTER_SUBJECT = Worded(
    r"""[;:]|[.!?](?=\s*$)|\s[—–-]\s|\s--|,?\s“
    |,?\s(?:in|during)\s(?:an?|his|her|the|their)\s(?:\w+\s){0,2}
      {openings-of-occasions}
    |,?\s(?:(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day
      |(?:last|this)\s(?:week|month|year|spring|summer|fall|winter))\b(?!\s(?:by|from|of)\s)
    |,\s(?:(?!(?:{adjectives-in-ing}|including)\s)\w+ing\b|(?:when|after|as|while|but|before|because|although|though|if
      |in|during|at|on)\b|and\s(?!\w+\sof)|[a-z]+(?<![su])s\s(?:the|an?|his|her|its|their|[A-Z]))
    |\s(?:when|after|as|while|because|during|before|to\s{hearers}|of\sthe\s\w+ing)\s""",
    re.VERBOSE,
)


def subject_before(text: str, start: int, end: int) -> Span | None:
    """Find who does what the verb at *end* says, in the words from *start* on."""
    verb = end
    end = before_time(text, start, before_brackets(text, start, before_dashes(text, start, verb)))
    words = [Span(match.start(), match.end()) for match in WORD.finditer(text, start, end)]
    while len(words) > 1 and words[-1].cut(text) in OPENERS - CONJUNCTIONS:
        # "They cheered and (meanwhile) urged"
        words.pop()
    if not words or words[-1].cut(text).lower() in CONJUNCTIONS:
        return None
    last_word = trimmed(text, words[-1])
    if last_word.cut(text).lower() in PRONOUNS and not _has_article(text, words):
        return last_word
    first, final = _named_by(text, _segments(text, words))
    subject = trimmed(text, _tail(text, first)[0].joined(final))
    subject = Span(subject.start, without_aside(text, subject.start, subject.end))
    if contact := CONTACT.fullmatch(text, subject.start, subject.end):
        # "It is a view (Lind) voiced": whoever voices it stands behind what is voiced.
        subject = Span(*contact.span(1))
    if others := OTHERS.match(text, end, verb):
        subject = Span(subject.start, others.end())
    return subject if any(letter.isalnum() for letter in subject.cut(text)) else None


def _has_article(text: str, words: Sequence[Span]) -> bool:
    """Tell whether the last word is no pronoun, as it has an article: "the WHO"."""
    return len(words) > 1 and words[-2].cut(text).lower() == "the"


def _named_by(text: str, segments: Sequence[Sequence[Span]]) -> tuple[Sequence[Span], Span]:
    """Return the segment in which the words for a source begin, and the word they end with."""
    last = len(segments) - 1
    while last > 0 and _is_aside(text, segments[last]):
        last -= 1
    final = segments[last][-1]
    named = last > 0 and is_unclosed_role(_words(text, segments[last]), _words(text, segments[last - 1]))
    named = named or (last > 1 and AGED.fullmatch(_words(text, segments[last - 1])) is not None)
    if named or _ends_in_comma(text, segments[last]):
        last -= named
        while last > 0 and _is_apposition(text, segments[last], segments[last - 1]):
            last -= 1
        if last == 0 and len(segments) > 1 and _opens_clause(text, segments[0]):
            # "On Monday, (the mayor, Jan Berg, said)"
            last = 1
        clause = segments[last + 1 :]
        if clause and _is_bare_name(text, segments[last]) and _opener(text, clause[0]) in ("who", "whose"):
            # "(Lind), who left, said": whom a story has named is no more than named.
            final = segments[last][-1]
    return segments[last], final


def _is_bare_name(text: str, segment: Sequence[Span]) -> bool:
    """Tell whether a segment is a surname with a comma: "Lind,"."""
    word = segment[0].cut(text)
    return len(segment) == 1 and word[0].isupper() and word.lower().rstrip(",") not in OPENERS | DETERMINERS


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
    if text[previous[-1].end - 1] == "”" and segment[0].cut(text)[0].isupper():
        # "Lind called it “over,” (Jan Berg, a clerk, said)"
        return False
    previous = _without_opener(text, previous)
    if is_state(_words(text, segment), _words(text, previous)):
        return True
    first, before = _opener(text, segment), _opener(text, previous).lower()
    if before == "of" or first in NAMING:
        # "Lind, of Station Road, Bergen, denied …", "But three clerks, including Lind, denied …"
        return True
    if before in RELATIVES and {"and", "or"} & {word.cut(text) for word in segment}:
        # "Lind, which lost in Oslo, Bergen and Stavanger, said"
        return True
    if before in OPENERS and first in RELATIVES:
        # "But Lind, who left, said"
        return len(previous) > 1 and not _is_statement(text, previous)
    if before in OPENERS and ROLE_NAMED.fullmatch(f"{_words(text, previous)} {_words(text, segment)}"):
        return True
    if before.rstrip(",") in OPENERS or (before not in RELATIVES and _is_statement(text, previous)):
        return False
    if is_title_of(_words(text, segment), _words(text, previous)):
        return True
    return first[0].islower() or first[0].isdigit() or (len(segment) <= 3 and before not in PREPOSITIONS)


def _without_opener(text: str, segment: Sequence[Span]) -> Sequence[Span]:
    """Return a name without the word that joins its sentence to others: "(But) Jan Berg (D-Ore.),"."""
    name = segment[1:]
    if not name or segment[0].cut(text).lower() not in OPENERS or WHEN.fullmatch(_words(text, name)):
        return segment
    return name if all(word.cut(text).lstrip("(")[0].isupper() for word in name) else segment


def _opener(text: str, segment: Sequence[Span]) -> str:
    """Return the first word of a segment, without the verb run into it: "who('s)"."""
    return segment[0].cut(text).partition("'")[0] or segment[0].cut(text)


def _words(text: str, segment: Sequence[Span]) -> str:
    return segment[0].joined(segment[-1]).cut(text)


def _is_statement(text: str, segment: Sequence[Span]) -> bool:
    """Tell whether a segment has its own verb: "prices rose, (the bank's economist, Jan Berg, said)".

    The verb before "how" is none of it: "Here is how (Lind, a ranger, put it)".
    """
    words = [word.cut(text) for word in segment]
    own = words[words.index("how") :] if "how" in words else words
    return any(word in FINITE or word in IRREGULAR_PAST for word in own[1:])


def _is_speech(text: str, segment: Sequence[Span]) -> bool:
    """Tell whether a segment is nothing but a quotation that a comma closes."""
    return len(segment) == 1 and text[segment[0].start] == "“" and text[segment[0].end - 1] == "”"


def _tail(text: str, segment: Sequence[Span]) -> Sequence[Span]:
    """Return the words of a segment that can be the subject at its end."""
    if len(segment) > 1 and segment[0].cut(text) in RELATIVES and segment[1].cut(text) in PREPOSITIONS:
        # "Lind, (who) in 2012 said"
        return segment[:1]
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
    stops = AFTER_SUBJECT.of(reading).finditer(text, start, end)
    stop = next((each for each in stops if not _serves(reading, text, each)), None)
    subject = trimmed(text, Span(start, stop.start() if stop else end))
    return subject if subject.start < subject.end else None


def _serves(reading: Reads, text: str, stop: re.Match[str]) -> bool:
    """Tell whether "as" tells what somebody is, and does not end the name: "Lind, who served (as) mayor"."""
    return stop[0] == " as " and text[: stop.start()].rpartition(" ")[2] in SERVING.of(reading)


def trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while end > start and text[end - 1] in " ,;:":
        end -= 1
    while start < end and text[start] in " ,;:([":
        start += 1
    contraction = CONTRACTION.search(text[start:end])
    return Span(start, end - len(contraction[0]) if contraction else end)
