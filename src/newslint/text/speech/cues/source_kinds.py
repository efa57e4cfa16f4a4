"""Kinds of source: what the words for a source that is no person's name tell of it."""

from __future__ import annotations

from enum import StrEnum

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.flat import flat
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.people.mentions import entity_at, mentions_in
from newslint.text.quoting.passages import skeleton

# "residents", "some analysts", "Ship owners"
NAMELESS = lazy_pattern(
    r"(?!(?i:the|these|those|both|his|her|its|their|our|my)\b)(?:[A-Z][a-z-]+\s)?(?:[a-z-]+\s){0,2}[a-z]+(?<![su])s"
)
ANONYMOUS = Worded(r"\b{words-of-anonymity}\b")
# "Lind", "Oslo police chief Jan Berg"; a body has an article before it, as a rule.
NAME = lazy_pattern(
    r"(?!(?:The|A|An|One|This|That|His|Her|Its|Their|Our|Some|Many|Few|No)\b)(?:[A-Z][\w.'-]*)(?: .*)?$"
)
PLURAL = Worded(r"\b(?:[a-z]+(?<![su])s|{plural-people}|some|many|others|most|several|both)$")
# "the chief (of the union)", "a man (who would not be named)"
AFTER_HEAD = Worded(r",| (?:of|for|from|in|at|who|that|on|by|to|with|about|{filing-participles})\b| (?=“)")
# "asked an army (spokesman)", "the (officer) who"; not "Lind, a minister", "he was a minister", "as a farmer"
NEWCOMER = lazy_pattern(
    r"(?<!,)(?<!\bas)(?<!\bwas)(?<!\bis)(?<!\bbe)(?<!\bbeen)(?<!\bbecame)"
    r" (?:(?:an?|one|another) ((?:[a-z-]+ ){0,2}[a-z-]+)|the (?:[a-z-]+ ){0,2}([a-z-]+) who\b)"
)
# "a farmer", "his wife", "the officer who …": somebody the story has not shown before.
NEW = lazy_pattern(
    r"(?:[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Mm]y) |[Tt]he (?:[a-z-]+ ){1,3}who\b"
)


class SourceKind(StrEnum):
    """What the words for the source tell of it."""

    NAMED = "named"
    ROLE = "role"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    COLLECTIVE = "collective"
    PRONOUN = "pronoun"
    NONE = "none"


def kind_of_source(document: Document, source: Span) -> SourceKind:
    """Return what the words for a source that is no person's name tell of it."""
    words = source.cut(document.view(flat))
    if ANONYMOUS.of(document).search(words):
        return SourceKind.ANONYMOUS
    head = _head(document, words)
    last = head.rpartition(" ")[2].lower()
    roles = document.lexicon.view(_roles)
    if last in document.lexicon.view(_documents):
        return SourceKind.DOCUMENT
    if last in roles:
        return SourceKind.ROLE
    if last.removesuffix("s") in roles:
        return SourceKind.COLLECTIVE
    named = [entity_at(document, mention.span.start) for mention in mentions_in(document, source)]
    if any(entity and entity.kind is Kind.ORGANISATION for entity in named) or PLURAL.of(document).search(
        head
    ):
        return SourceKind.COLLECTIVE
    return SourceKind.NAMED if NAME.match(head) else SourceKind.COLLECTIVE


def is_newcomer(document: Document, source: Span) -> bool:
    """Tell whether the words bring in somebody without a name: "a farmer", "his wife"."""
    words = source.cut(document.view(flat))
    return NEW.match(words) is not None and _head(document, words).rpartition(" ")[
        2
    ].lower() in document.lexicon.view(_people)


def brings_newcomer(document: Document, span: Span) -> bool:
    """Tell whether a sentence brings in somebody without a name, wherever: "I asked an army spokesman"."""
    text, people = document.view(skeleton), document.lexicon.view(_people)
    found = NEWCOMER.finditer(text, span.start, span.end)
    return any(not people.isdisjoint((match[1] or match[2]).split()) for match in found)


def is_nameless(document: Document, source: Span) -> bool:
    """Tell whether a source is many people without a name or an article: "residents", "ship owners"."""
    head = _head(document, source.cut(document.view(flat)))
    return NAMELESS.fullmatch(head) is not None or (" " not in head and is_crowd(document, source))


def is_crowd(document: Document, subject: Span) -> bool:
    """Tell whether a sentence is about people without names: "residents", "many officials"."""
    head = _head(document, subject.cut(document.view(flat))).rpartition(" ")[2].lower()
    return head == "people" or (head.endswith("s") and head[:-1] in document.lexicon.view(_people))


def _head(document: Document, words: str) -> str:
    cut = AFTER_HEAD.of(document).search(words)
    return words[: cut.start()] if cut else words


def _documents(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("document-sources"))


def _roles(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("roles"))


def _people(lexicon: Lexicon) -> frozenset[str]:
    return frozenset((*lexicon.words("roles"), *lexicon.words("people-words")))
