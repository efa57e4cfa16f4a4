"""Told kinds: what stands beside a name of which nothing is known tells of it, anywhere in a story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.wording import Worded, WordSet
from newslint.text.flat import flat
from newslint.text.names.candidates.appositions import apposed_kind
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.candidates.name_words import NameWords, name_words
from newslint.text.names.people.entities import Entity, Mention
from newslint.text.names.people.outfits import follows_outfit

REACH = 48
# "an analyst at Halden", "a stake in Halden", "founder of the Halden"
HELD = Worded(r"\b(?:(?:{posts-in-bodies}) (?:at|for|of|with)|(?:shares|stakes?) (?:in|of)) (?:the )?\Z")
# "SET-listed Halden"
LISTED = lazy_pattern(r"-(?:listed|traded) \Z")
# "Halden analysts", "Halden's shareholders", "a Halden poll"
KEPT = Worded(r"(?:'s?)? (?:{nouns-behind-bodies})\b")
# ", Halden reported on Friday"
REPORTED = Worded(r" reported(?:[.,\n]| (?:earlier|last|on|that|this|{weekdays})\b)")
PAUSED = lazy_pattern(r"[,.;:)\n]| [-–—]")
# "in nearby Halden", "from downtown Halden"
BY_PLACE = Worded(r"\b(?:{adjectives-before-places}) \Z")
# "in Halden's hotels"
LOCATED = lazy_pattern(r"\b[Ii]n (?:the )?\Z")
OF_TOWN = Worded(r"'s? (?:[a-z]+ )?(?:{nouns-of-towns})\b")
# "Halden: ‘It is over’"
LABELLED = lazy_pattern(r": ?[\"“‘']\w")
# "Halden wept", "Halden was arrested"
LIVED = Worded(r" (?:(?:has|had) (?:been )?|(?:is|was) )?(?:{deeds-of-one-person})\b")
QUOTES = '"“”‘’'
THINGS, NO_BODY = WordSet("nouns-of-named-things"), WordSet("nouns-of-no-body")


def told_kind(entity: Entity, story: Document) -> Kind:
    """Return the kind that most of what stands beside a name tells; of a war, a ware or a title none."""
    last = entity.words[-1]
    if last in NO_BODY.of(story) or last.lower() in THINGS.of(story):
        return Kind.UNKNOWN
    votes = Counter(kind for mention in entity.mentions for kind in _told(mention, story))
    if not votes:
        return Kind.UNKNOWN
    (kind, most), *others = votes.most_common()
    return Kind.UNKNOWN if others and others[0][1] == most else kind


def _told(mention: Mention, story: Document) -> Iterator[Kind]:
    """Yield the kind that a mention tells, if it does."""
    text, known = story.view(flat), story.lexicon.view(name_words)
    if text[mention.start - 1 : mention.start] in QUOTES and mention.start:
        return
    if _is_of_body(mention, story, text):
        yield Kind.ORGANISATION
    elif apposed := apposed_kind(mention.span.end, text, known):
        yield apposed[0]
    elif _is_of_place(mention, story, text):
        yield Kind.PLACE
    elif _is_of_person(mention, story, known):
        yield Kind.PERSON


def _is_of_body(mention: Mention, story: Document, text: str) -> bool:
    """Tell whether posts, shares or a noun beside it say that a name is a body's."""
    ahead, end = max(0, mention.start - REACH), mention.span.end
    # "the director of the Halden's Reading Room" is over something else.
    held = HELD.of(story).search(text, ahead, mention.start) and not text.startswith("'", end)
    if held or LISTED.search(text, ahead, mention.start):
        return True
    if KEPT.of(story).match(text, end) or REPORTED.of(story).match(text, end):
        return True
    return follows_outfit(mention, story, apart=PAUSED.match(text, end) is not None)


def _is_of_place(mention: Mention, story: Document, text: str) -> bool:
    """Tell whether a name is of what is near, or has what towns have."""
    ahead = max(0, mention.start - REACH)
    if BY_PLACE.of(story).search(text, ahead, mention.start):
        return True
    located = LOCATED.search(text, ahead, mention.start) is not None
    return located and OF_TOWN.of(story).match(text, mention.span.end) is not None


def _is_of_person(mention: Mention, story: Document, known: NameWords) -> bool:
    """Tell whether one word speaks behind a colon, or does what only people do."""
    text, end = story.view(flat), mention.span.end
    if len(mention.words) > 1 or known.everyday(mention.text) or mention.text.isupper():
        return False
    return LABELLED.match(text, end) is not None or LIVED.of(story).match(text, end) is not None
