"""Statements by other cues: according to Lind, …; the claim that …; Lind offered “…”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.contents import content_end, stripped
from newslint.text.grammar import BOUNDARIES, PRONOUNS
from newslint.text.grammar import FINITE as AUXILIARIES
from newslint.text.scenes import FINITE, Scene, Statement
from newslint.text.subjects import first_subject, subject_after

# "Said Lind: “…”"
SAID_FIRST = lazy_pattern(
    r"(Said|Says|Added|Adds|Continued|Wrote|Asked|Replied) ([A-Z][^“”:,]{1,60})[:,] (?=“)"
)
UNLISTED_VERB = lazy_pattern(r"\s([a-z]+(?:ed|s|t|d))\s(?=[A-Z]|the\s|an?\s|one\b|another\b)")
# "(“…,”) it recommended.", "(“…,”) the article read."
UNLISTED_CLOSE = lazy_pattern(
    r"\s((?:it|he|she|they|the [\w' -]{2,40}?|[A-Z][\w.' -]{1,40}?))\s([a-z]+ed|read|goes)[.,]"
)
WORD = lazy_pattern(r"[\w'-]+")
# "Marta Lind's repeated (claim that …)"
OWNER = lazy_pattern(
    r"((?!The\b|This|That|These|Those|An? )(?:[A-Z][\w.-]+ )*[A-Z][\w.-]+|\b(?:his|her|their|its|my|our))"
    r"(?:'s?)?(?: [a-z]+){0,2}$"
)
# "has expressed growing (concern that …)"
EXPRESSED = lazy_pattern(
    r"\b(?:express|voic|rais|ma[dk]|issu|repeat|offer|g[ai]v|reiterat|shar|ha[sd]|have)\w*(?: [a-z-]+){0,3}$"
)
NO_VERBS = PRONOUNS | BOUNDARIES
# Shorter quotations are names, titles and scare quotes as often as speech.
LEAST_LETTERS = 14
LEAST_SHARE = 0.15


def by_phrase(scene: Scene, phrase: Span) -> Iterator[Statement]:
    """Find what "according to" attributes: what stands before it, or after its comma."""
    text, passage = scene.text, scene.passage
    before = stripped(text, Span(passage.start, phrase.start))
    if len(before) > 4:
        source = subject_after(text, phrase.end, passage.end)
        yield Statement(passage, source, phrase, (before,))
        return
    comma = text.find(",", phrase.end, passage.end)
    if comma > 0:
        source = stripped(text, Span(phrase.end, comma))
        yield Statement(passage, source, phrase, (stripped(text, Span(comma, passage.end)),))


def by_noun(scene: Scene, noun: Span, earlier: Sequence[Statement]) -> Iterator[Statement]:
    """Find what a noun attributes ("the claim that …", "Lind's warning that …")."""
    text, follows = scene.text, noun.end + len(" that ")
    if not text.startswith(" that ", noun.end) or FINITE.match(text, follows):
        return
    content = stripped(text, Span(follows, content_end(text, follows, scene.passage.end, later=scene.verbs)))
    taken = any(verb.verb.overlaps(noun) for verb in scene.verbs) or any(
        piece.start == content.start for statement in earlier for piece in statement.content
    )
    if not taken and FINITE.search(text, content.start, content.end):
        yield Statement(scene.passage, _owner(scene, noun, earlier), noun, (content,))


def _owner(scene: Scene, noun: Span, earlier: Sequence[Statement]) -> Span | None:
    before = scene.before(noun.start)
    owner = OWNER.search(before)
    if owner:
        return Span(scene.passage.start + owner.start(1), scene.passage.start + owner.end(1))
    return scene.own_source(earlier) if EXPRESSED.search(before) else None


def by_quotation(scene: Scene) -> Iterator[Statement]:
    """Find the source of a quotation whose cue is in no list: Lind offered “my thoughts and prayers”."""
    text, passage = scene.text, scene.passage
    opening = text.find("“", passage.start, passage.end)
    said = SAID_FIRST.match(text, passage.start, passage.end)
    if said:
        content = stripped(text, Span(said.end(), passage.end))
        yield Statement(passage, Span(*said.span(2)), Span(*said.span(1)), (content,))
    elif len(scene.before(opening)) > 1:
        yield from _led_in(scene, opening)
    else:
        yield from _followed(scene, opening)


def _followed(scene: Scene, opening: int) -> Iterator[Statement]:
    """Find who stands after a quotation, with the verb before him or after him."""
    text, passage = scene.text, scene.passage
    closing = text.find("”", opening, passage.end) + 1
    if text[closing - 2] not in ",?!—":
        return
    content = stripped(text, Span(opening, closing))
    inverted = UNLISTED_VERB.match(text, closing, passage.end)
    closed = UNLISTED_CLOSE.match(text, closing, passage.end)
    if inverted:
        source = subject_after(text, inverted.end(), passage.end)
        yield Statement(passage, source, Span(*inverted.span(1)), (content,))
    elif closed:
        yield Statement(passage, Span(*closed.span(1)), Span(*closed.span(2)), (content,))


def _led_in(scene: Scene, opening: int) -> Iterator[Statement]:
    text, passage = scene.text, scene.passage
    if text.find("”", opening, passage.end) - opening < LEAST_LETTERS:
        return
    subject = first_subject(text, passage.start, opening)
    if subject is None:
        return
    words = (word for word in WORD.finditer(text, subject.end, opening) if word[0] not in AUXILIARIES)
    verb = next(words, None)
    if verb is None or verb[0] in NO_VERBS:
        return
    speech = text[opening - 2] in ",:"
    start = opening if speech else verb.end()
    content = stripped(text, Span(start, passage.end))
    if text.count("_", content.start, content.end) >= LEAST_SHARE * len(content):
        yield Statement(passage, subject, Span(*verb.span()), (content,))
