"""Genres: whether a story reports, or comments, advises or follows a game, where other rules hold."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.quoting.quotations import in_quotation
from newslint.text.sentences import sentences
from newslint.text.sources.vouchers import vouchers

PERSONAL = lazy_pattern(r"\b(?:I|I'm|I've|my|My)\b|\b([Yy]ou|[Yy]our|[Yy]ou're|[Yy]ou'll)\b|(\?)")
# So many words of the writer's "I", of the reader's "you", and of sport, make no news report.
MOST_FIRST, MOST_SECOND, MOST_SPORT = 2, 3, 3
# From so many words of comment on, and with so many for each sentence with a source, a story is comment.
LEAST_COMMENT, COMMENT_FOR_SOURCE = 3, 2 / 3
# So long a story that calls on a source so seldom is an essay or a handout. Letters, six to a word.
LONG, LETTERS_FOR_SOURCE = 3600, 1800


def is_reporting(document: Document) -> bool:
    """Tell news from columns, in which the writer answers, from advice and from sport."""
    found = document.view(cues)
    sport = {span.cut(document.text).lower() for span in found.get("sport-words", ())}
    if len(sport) > MOST_SPORT or found.get("comment-notices"):
        return False
    spoken = [
        match for match in PERSONAL.finditer(document.view(flat)) if not in_quotation(document, match.start())
    ]
    second, questions = sum(bool(match[1]) for match in spoken), sum(bool(match[2]) for match in spoken)
    if second > MOST_SECOND or len(spoken) - second - questions > MOST_FIRST:
        return False
    return not _is_comment(document, found.get("comment-words", ()), questions)


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
