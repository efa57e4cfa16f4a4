"""Quotations: what stands between quotation marks."""

from __future__ import annotations

import msgspec

from newslint.core.document import Document
from newslint.core.span import Span


class Quotation(msgspec.Struct, frozen=True):
    """The words of one quotation in one block: *span* with its marks, *inner* without."""

    span: Span
    inner: Span


def quotations(document: Document) -> tuple[Quotation, ...]:
    """Return the quotations in the order of the text; nested ones are part of the outer."""
    return ()


def in_quotation(document: Document, position: int) -> bool:
    """Tell whether *position* lies inside a quotation."""
    return any(found.span.start <= position < found.span.end for found in document.view(quotations))
