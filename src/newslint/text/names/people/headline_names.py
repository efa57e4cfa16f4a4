"""Headline names: what is named only where every word has a capital, with words that are no part of it."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.core.document import Document
from newslint.text.names.candidates.name_words import NameWords
from newslint.text.names.people.entities import Entity
from newslint.text.title_case import is_title_case


def is_of_headline(words: Sequence[str], known: NameWords) -> bool:
    """Tell whether a name has plain words of a headline with it: "Anna Lind Speaks", "Hears About Lind"."""
    first, *others = words
    if not known.is_given(first):
        return first.lower() in known.starters or (len(words) != 2 and any(map(known.everyday, words)))
    if len(others) < 2:
        return False
    # "Anna Maria Long", "Anna B. Long", "Anna van Long"
    surnamed = (
        (known.is_given(others[0]) and others[0] not in known.renowned)
        or others[0].endswith(".")
        or others[0].lower() in known.particles
    )
    return not surnamed and any(known.everyday(word) or word.lower() in known.starters for word in others[1:])


def is_in_headings(entity: Entity, story: Document) -> bool:
    """Tell whether a name only ever stands where all words have capitals."""
    titled = story.view(_titled)
    return all(any(start <= mention.start < end for start, end in titled) for mention in entity.mentions)


def _titled(story: Document) -> tuple[tuple[int, int], ...]:
    """Return where blocks stand that capitalise every word, or nearly."""
    return tuple(
        (block.span.start, block.span.end)
        for block in story.blocks
        if is_title_case(block.span.cut(story.text).split())
    )
