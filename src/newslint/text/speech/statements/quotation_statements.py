"""Statements by quotations alone: Lind: “…”; her answer: “…”; Lind offered “…”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.grammar import BOUNDARIES, IRREGULAR_PAST, PRONOUNS
from newslint.text.grammar import FINITE as AUXILIARIES
from newslint.text.speech.cues.colon_sources import colon_subject, sender, sender_inside
from newslint.text.speech.cues.contents import stripped
from newslint.text.speech.cues.first_subjects import ADVERB, first_subject
from newslint.text.speech.cues.scenes import Scene, Statement
from newslint.text.speech.cues.subjects import subject_after

# "Said Lind, the mayor: “…”"
SAID_FIRST = Worded(
    r"({verbs-before-speakers}) ([A-Z][^“”:,]{1,60}(?:, (?:who|an?|the|[a-z]+) [^“”:]{2,80})?)[:,] (?=“)"
)
UNLISTED_VERB = lazy_pattern(r"\s([a-z]+(?:ed|s|t|d))\s(?=[A-Z]|the\s|an?\s|one\b|another\b)")
# "(“…,”) it recommended.", "(“…,”) a statement from the bank read."
UNLISTED_CLOSE = Worded(
    r"\s((?:it|he|she|they|(?:the|an?|one|another)\s[\w' -]{2,50}?|[A-Z][\w.' -]{1,40}?))"
    r"\s([a-z]+ed|{reading-verbs})[.,]"
)
WORD = lazy_pattern(r"[\w'-]+")
# "Lind's blunt (answer: “…”)"
ANSWER = Worded(
    r"""((?:His|Her|Their|Its|My|Our)|(?:[\w.-]+\s){0,4}?[\w.-]+(?='s?\s))(?:'s?)?\s(?:[a-z-]+\s){0,2}?
    ({answer-nouns})
    (?:\s(?:to|on|for|about|at|in|of)\s[^,“”:]{2,50})?$""",
    re.VERBOSE,
)
# "A sign on the door (reads: “…”)", "Lind (had this to say: “…”)"
READS = Worded("(.{2,80}?) ({reading-verbs}|had (?:this|the following) to say)$")
# "The council, (in a statement): “…”"
PLACE = lazy_pattern(r", ((?:in|on|by|via|through|after) [^,“”:]{2,60})$")
LONGEST_NAME = 8
NO_VERBS = PRONOUNS | BOUNDARIES
# Shorter quotations are names, titles and scare quotes as often as speech.
LEAST_LETTERS = 14
LEAST_SHARE = 0.15
IMPERSONAL = frozenset({"i", "it", "no", "there", "we", "yes"})
BEING = lazy_pattern(r"\b(?:is|are|was|were|be|been|being)\b")
NOT_VERB = lazy_pattern(r"[^\d-]+")
DONE_TO = lazy_pattern(r" (?:by|to|under|for)\b")
STOPS = ".!?…,—-"


def by_quotation(scene: Scene) -> Iterator[Statement]:
    """Find the source of a quotation whose cue is in no list: Lind offered “my thoughts and prayers”."""
    text, passage = scene.text, scene.passage
    opening = text.find("“", passage.start, passage.end)
    said = SAID_FIRST.of(scene).match(text, passage.start, passage.end)
    before = scene.before(opening)
    if said:
        content = stripped(text, Span(said.end(), passage.end))
        yield Statement(passage, Span(*said.span(2)), Span(*said.span(1)), (content,))
    elif before.endswith(":"):
        yield from _announced(scene, opening, before[:-1])
    elif len(before) > 1:
        yield from _led_in(scene, opening)
    else:
        yield from _followed(scene, opening)


def _announced(scene: Scene, opening: int, lead: str) -> Iterator[Statement]:
    """Find who stands before a colon: "Lind: “…”", "Her answer: “…”", "Lind was blunt: “…”"."""
    text, passage = scene.text, scene.passage
    content = stripped(text, Span(opening, passage.end))
    colon = Span(passage.start + len(lead), passage.start + len(lead) + 1)
    worded = ANSWER.of(scene).fullmatch(lead) or READS.of(scene).fullmatch(lead)
    if worded:
        source, cue = _moved(worded.span(1), passage.start), _moved(worded.span(2), passage.start)
        yield Statement(passage, source, cue, (content,))
        return
    subject = colon_subject(text, passage.start, opening)
    place = PLACE.search(text, subject.end, colon.start) if subject else None
    name = stripped(text, Span(passage.start, colon.start))
    sent = sender(text, passage.start, colon.start)
    if not sent and not (place and subject and place.start() == subject.end):
        # "Her aunt, Marta Lind, by phone from Oslo:" is from the aunt.
        sent = sender_inside(text, passage.start, colon.start)
    if sent:
        yield Statement(passage, sent, colon, (content,))
    elif subject and (subject.end < name.end or len(WORD.findall(lead)) <= LONGEST_NAME):
        cue = Span(*place.span(1)) if place else _unlisted_verb(text, subject.end, opening) or colon
        yield Statement(passage, subject, cue, (content,))
    elif 0 < len(WORD.findall(lead)) <= LONGEST_NAME:
        yield Statement(passage, name, colon, (content,))


def _moved(span: tuple[int, int], by: int) -> Span:
    return Span(span[0] + by, span[1] + by)


def _followed(scene: Scene, opening: int) -> Iterator[Statement]:
    """Find who stands after a quotation, with the verb before him or after him."""
    text, passage = scene.text, scene.passage
    closing = text.find("”", opening, passage.end) + 1
    if text[closing - 2] not in ",?!—":
        return
    content = stripped(text, Span(opening, closing))
    inverted = UNLISTED_VERB.match(text, closing, passage.end)
    closed = UNLISTED_CLOSE.of(scene).match(text, closing, passage.end)
    if inverted:
        source = subject_after(scene, text, inverted.end(), passage.end)
        yield Statement(passage, source, Span(*inverted.span(1)), (content,))
    elif closed:
        yield Statement(passage, Span(*closed.span(1)), Span(*closed.span(2)), (content,))


def _led_in(scene: Scene, opening: int) -> Iterator[Statement]:
    text, passage = scene.text, scene.passage
    closing = text.find("”", opening, passage.end)
    if closing - opening < LEAST_LETTERS:
        return
    subject = first_subject(text, passage.start, opening)
    verb = _unlisted_verb(text, subject.end, opening) if subject else None
    if subject is None or verb is None or _says_nothing(text, subject, verb):
        return
    speech = text[opening - 2] == ","
    start = opening if speech else verb.end
    content = stripped(text, Span(start, passage.end))
    if text.count("_", content.start, content.end) >= LEAST_SHARE * len(content):
        yield Statement(passage, subject, verb, (content,))


def _says_nothing(text: str, subject: Span, verb: Span) -> bool:
    """Tell whether what stands before a few words in quotation marks is nobody's speech.

    "I noticed a “…”", "Lind was interrupted by “…”", "Lind is due to “…”"
    """
    if subject.cut(text).lower() in IMPERSONAL or not NOT_VERB.fullmatch(verb.cut(text)):
        return True
    if BEING.search(text, subject.end, verb.start) is None:
        return False
    participle = verb.cut(text).endswith(("ed", "ing")) or verb.cut(text) in IRREGULAR_PAST
    return not participle or DONE_TO.match(text, verb.end) is not None


def _unlisted_verb(text: str, start: int, end: int) -> Span | None:
    """Return the first word after a subject that is no auxiliary, where it can be a verb."""
    words = (
        word
        for word in WORD.finditer(text, start, end)
        if word[0] not in AUXILIARIES and not ADVERB.fullmatch(word[0])
    )
    verb = next(words, None)
    return Span(*verb.span()) if verb and verb[0] not in NO_VERBS else None
