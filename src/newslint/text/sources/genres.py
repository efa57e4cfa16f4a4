"""Genres: whether a story reports, or comments, cooks, lists or tells a tale, where other rules hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.quoting.quotations import in_quotation
from newslint.text.sentences import sentences
from newslint.text.sources.vouchers import vouchers
from newslint.text.words import PhraseIndex, occurrences, phrase_index

# Each opens with its letter, for which the engine looks much faster than for the edge of a word.
PERSONAL = lazy_pattern(r"I(?<!\w.)\b|my(?<!\w..)\b|My(?<!\w..)\b|you(?<!\w...)r?\b|You(?<!\w...)r?\b|\?")
# So many words of the writer's "I", of the reader's "you", and of sport, make no news report.
MOST_FIRST, MOST_SECOND, MOST_SPORT = 2, 3, 3
# From so many words of comment on, and with so many for each sentence with a source, a story is comment.
LEAST_COMMENT, COMMENT_FOR_SOURCE = 3, 2 / 3
# So long a story that calls on a source so seldom is an essay or a handout. Letters, six to a word.
LONG, LETTERS_FOR_SOURCE = 3600, 1800
# News has a day, a figure or a source in its first lines; so many letters without one are something else.
LEAST_LITERATURE = 400
DATED = lazy_pattern(r"\d|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


class Genre(StrEnum):
    """What kind of text a story is. *Literature* is essays and fiction, which rest on nobody and no day."""

    NEWS = "news"
    COMMENT = "comment"
    SPORT = "sport"
    RECIPE = "recipe"
    LISTING = "listing"
    OBITUARY = "obituary"
    LITERATURE = "literature"


# So many different words of its trade make a text one of the genre.
LEAST_OF_TRADE = {Genre.RECIPE: 5, Genre.OBITUARY: 2, Genre.LISTING: 3}


def genre(document: Document) -> Genre:
    """Tell news from the other kinds of text that a desk publishes."""
    marked = _marked(document)
    if marked:
        return marked
    if _is_personal(document):
        return Genre.COMMENT
    return Genre.LITERATURE if _is_literature(document) else Genre.NEWS


def is_reporting(document: Document) -> bool:
    """Tell news from columns, in which the writer answers, from advice, sport, listings and tales."""
    return document.view(genre) is Genre.NEWS


def _marked(document: Document) -> Genre | None:
    """Return the genre that the words of its trade give away, if so many different ones stand there."""
    found = document.view(cues)
    sport = {span.cut(document.text).lower() for span in found.get("sport-words", ())}
    if len(sport) > MOST_SPORT:
        return Genre.SPORT
    if document.view(is_declared_comment):
        return Genre.COMMENT
    table = document.lexicon.view(_trades)
    phrases = {phrase for _, phrase in occurrences(document, table.index)}
    counts = Counter(table.genres[phrase] for phrase in phrases)
    return next((kind for kind, least in LEAST_OF_TRADE.items() if counts[kind] >= least), None)


# "The Delmas Herald said in an editorial on Monday:"
EDITORIAL = lazy_pattern(
    r"\b(?:says?|said|wrote) in (?:an|its) editorial(?: (?:for|of|on|published) [^\n“\"]{3,40})?:"
)
# "… is held under an unjust law, six rights groups said today.": a statement, which goes on in their voice.
STATEMENT = Worded(r"\b(?:groups|organi[sz]ations|{campaigning-bodies}) said today\.")
HEAD = 500


def is_declared_comment(document: Document) -> bool:
    """Tell whether a story has a notice that it is comment, or is an editorial or a body's statement."""
    if document.view(cues).get("comment-notices"):
        return True
    text = document.view(flat)
    return any(pattern.search(text, 0, HEAD) for pattern in (EDITORIAL, STATEMENT.of(document)))


class Trades(msgspec.Struct, frozen=True):
    """The words that give a genre away, and their index."""

    genres: Mapping[str, Genre]
    index: PhraseIndex


def _trades(lexicon: Lexicon) -> Trades:
    genres = {word: kind for kind in LEAST_OF_TRADE for word in lexicon.words(f"{kind.value}-words")}
    return Trades(genres, phrase_index(genres))


class Voice(msgspec.Struct, frozen=True):
    """How often a writer says "I", says "you" and asks, outside quotations."""

    first: int
    second: int
    questions: int


def voice(document: Document) -> Voice:
    """Count the words in which a writer speaks for himself, to the reader, or asks."""
    spoken = [
        match[0].lower()
        for match in PERSONAL.finditer(document.view(flat))
        if not in_quotation(document, match.start())
    ]
    second, questions = sum(word.startswith("you") for word in spoken), spoken.count("?")
    return Voice(len(spoken) - second - questions, second, questions)


def is_first_person(document: Document) -> bool:
    """Tell whether a writer tells of himself more than a reporter does."""
    return document.view(voice).first > MOST_FIRST


def _is_personal(document: Document) -> bool:
    """Tell whether the writer speaks, or speaks to the reader, more than a reporter does."""
    heard = document.view(voice)
    if heard.second > MOST_SECOND or is_first_person(document):
        return True
    return _is_comment(document, document.view(cues).get("comment-words", ()), heard.questions)


def _is_literature(document: Document) -> bool:
    """Tell an essay or a tale: not short, it has neither a day, a figure nor anybody who says so."""
    text = document.view(flat)
    if len(text) < LEAST_LITERATURE or DATED.search(text):
        return False
    return not any(vouchers(document, sentence) for sentence in document.view(sentences))


def _is_comment(document: Document, words: Iterable[Span], questions: int) -> bool:
    """Tell whether a story has more of its writer's voice, questions among it, than of sources."""
    voice = questions + sum(not in_quotation(document, word.start) for word in words)
    length = len(document.text)
    if voice < LEAST_COMMENT and length < LONG:
        return False
    # Sentences are asked for their sources until enough have one.
    sourced = (sentence for sentence in document.view(sentences) if vouchers(document, sentence))
    return not any(_is_enough(count, voice, length) for count, _ in enumerate(sourced, 1))


def _is_enough(sourced: int, voice: int, length: int) -> bool:
    """Tell whether so many sentences with a source make a report of so much comment and so long a story."""
    if length >= LONG and sourced * LETTERS_FOR_SOURCE < length:
        return False
    return voice < LEAST_COMMENT or voice < sourced * COMMENT_FOR_SOURCE
