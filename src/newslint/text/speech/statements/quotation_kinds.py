"""Kinds of quotation: speech, parts of it, words held at arm's length, titles and nicknames."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from enum import StrEnum

from newslint.core.document import Block, Document
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.flat import flat
from newslint.text.quoting.quotation_names import ANNOUNCED, Naming, beside, namings
from newslint.text.quoting.quotations import Quotation, quotations
from newslint.text.speech.statements.statements import Statement, statements

STOPS = ".,!?…—-"
ENDS_SENTENCE = '.!?…”"'
SO_CALLED = Worded(r"\b{labels-of-words} $")
# A fragment of so many words after a comma is speech: he said, “there's a line we will not cross.”
LEAST_WORDS = 4


class QuotationKind(StrEnum):
    """What stands between quotation marks."""

    SPEECH = "speech"
    PARTIAL = "partial"
    SCARE = "scare"
    TITLE = "title"
    NICKNAME = "nickname"


NAMED = {
    Naming.NICKNAME: QuotationKind.NICKNAME,
    Naming.WORK: QuotationKind.TITLE,
    Naming.TITLE: QuotationKind.TITLE,
}


def quotation_kinds(document: Document) -> tuple[QuotationKind, ...]:
    """Return the kind of each of the document's quotations, in their order.

    A fragment of what somebody says is partial; one that nobody says is held at arm's length.
    """
    return tuple(_kinds(document))


def _kinds(document: Document) -> Iterator[QuotationKind]:
    block: Block | None = None
    speaking = False
    for quotation in document.view(quotations):
        before, block = block, document.block_at(quotation.span.start)
        naming = document.view(namings).get(quotation.span)
        goes_on = speaking and block == before
        kind = NAMED[naming] if naming else _kind(document, quotation, goes_on=goes_on)
        speaking = kind is QuotationKind.SPEECH
        yield kind


def _kind(document: Document, quotation: Quotation, *, goes_on: bool) -> QuotationKind:
    if is_speech(document, quotation, goes_on=goes_on):
        return QuotationKind.SPEECH
    before, _ = beside(document, quotation)
    if SO_CALLED.of(document).search(before) or not _is_said(document, quotation.span):
        return QuotationKind.SCARE
    return QuotationKind.PARTIAL


def is_speech(document: Document, quotation: Quotation, *, goes_on: bool) -> bool:
    """Tell speech, which opens with a capital and stops, or goes on after "she said,", from a fragment."""
    inner = quotation.inner.cut(document.view(flat)).strip(" '’‘\"")
    before, after = beside(document, quotation)
    if quotation.carries_on or quotation.goes_on or not inner:
        return bool(inner)
    announced = ANNOUNCED.search(before) is not None
    stops = inner[-1] in STOPS or after[:1] in (",", ".")
    if inner[0].islower():
        return announced and (goes_on or (stops and len(inner.split()) >= LEAST_WORDS))
    opens = not before.strip() or before.rstrip()[-1] in ENDS_SENTENCE
    return announced or (opens and stops) or inner[-1] in "!?"


def _contents(document: Document) -> list[Span]:
    return sorted(piece for statement in document.view(statements) for piece in _attributed(statement))


def _attributed(statement: Statement) -> tuple[Span, ...]:
    return statement.content if statement.source or statement.cue else ()


def _is_said(document: Document, span: Span) -> bool:
    """Tell whether a quotation lies in what somebody says."""
    said = document.view(_contents)
    index = bisect_left(said, Span(span.start + 1, 0))
    return any(piece.overlaps(span) for piece in said[max(0, index - 3) : index + 1])
