"""Accepted words: what a desk has said is right, of which no rule about words says anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.problem import Problem
from newslint.core.rule import ConfiguredRule
from newslint.core.span import Span
from newslint.text.flat import flat

LIST = "accepted-words"
WORD = lazy_pattern(r"\w+(?:[-'.&]\w+)*")
STRAIGHT = str.maketrans("’‘", "''")


class Accepted(msgspec.Struct, frozen=True):
    """The accepted words as they are spelled, and by each of their words the phrases that have it."""

    spelled: frozenset[str]
    phrases: Mapping[str, tuple[str, ...]]


def is_accepted(rule: ConfiguredRule, problem: Problem, document: Document) -> bool:
    """Tell whether a rule about words found one that the desk accepts, alone or within a phrase."""
    if not rule.check.of_words or not document.lexicon.words(LIST):
        return False
    known = document.lexicon.view(accepted)
    text = problem.span.cut(document.view(flat))
    words = WORD.findall(text)
    if _is_spelled(text, known) or (words and all(_is_spelled(word, known) for word in words)):
        return True
    return any(
        _stands_round(phrase, problem.span, document)
        for word in words[:1]
        for phrase in known.phrases.get(word.lower(), ())
    )


def accepted(lexicon: Lexicon) -> Accepted:
    """Make the accepted words of a lexicon ready to be asked."""
    spelled = frozenset(each.translate(STRAIGHT) for each in lexicon.words(LIST))
    phrases: dict[str, list[str]] = defaultdict(list)
    for each in sorted(spelled):
        words = WORD.findall(each)
        for word in words if len(words) > 1 else ():
            phrases[word.lower()].append(each)
    return Accepted(spelled, {word: tuple(found) for word, found in phrases.items()})


def _is_spelled(text: str, known: Accepted) -> bool:
    """Tell whether words are accepted as they are spelled here.

    Those accepted in lower case may open a sentence, and any may stand in capitals throughout.
    """
    text = text.removesuffix("'s")
    if text in known.spelled or text.lower() in known.spelled:
        return True
    return text.isupper() and len(text) > 1 and any(text == each.upper() for each in _alike(text, known))


def _alike(text: str, known: Accepted) -> tuple[str, ...]:
    return tuple(each for each in known.spelled if len(each) == len(text))


def _stands_round(phrase: str, span: Span, document: Document) -> bool:
    """Tell whether a phrase is written round a place."""
    text = document.view(flat)
    start = max(0, span.end - len(phrase))
    window = text[start : span.start + len(phrase)]
    is_lower = phrase == phrase.lower()
    at = (window.lower() if is_lower else window).find(phrase)
    return at >= 0 and start + at <= span.start and span.end <= start + at + len(phrase)
