"""Opening figure: sentences that begin with a number in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import Block, BlockKind, Check, Document, Problem, Span, lazy_pattern
from newslint.text.figures.numbers import numbers
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at

# "400 people came", "60mph winds", "10-year-old boys", "5,000-6,000 people": a figure, then words in small
# letters; no time, score, model or list number. A decimal and a sum of money are not spelled out.
OPENING = lazy_pattern(
    r"[“\"']?[1-9](?:[0-9,]*(?:[-–][0-9][0-9,]+)?(?:%|(?!p )[a-z]{1,4}(?:/h)?)? |[0-9,]*-)[a-z][a-z'-]+ "
)
# "The S.&P. 500", "no. 3", "2. 4 percent", "pearls … 6,000 of them": the stop before it ends no sentence.
GOES_ON = lazy_pattern(
    r"(?:(?<!\w)[A-Za-z]\.|(?<!\w)(?:no|nos|pp?|vol|art|sec|approx|ca)\.|[0-9]\.|\.\.)\s*$", re.I
)
EMERGENCY = lazy_pattern(r"[“\"']?(?:911|999|112) calls?(?!\w)")
YEAR = lazy_pattern(r"[“\"']?(?:1[0-9]|20)[0-9]{2}(?!,)")
# "The quota is:" and then its items, a line each.
ANNOUNCED = lazy_pattern(r":\s*\n\s*$")
ENDED = lazy_pattern(r"[.!?][\"”']?$")
SHORTEST, HEADLINE = 25, 90


class OpeningFigure(Check, frozen=True):
    """Reports sentences of running copy that open with a figure, which is not a year."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"figure": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the figures that open a sentence."""
        text = document.view(flat)
        for number in document.view(numbers):
            if not number.spelled and _may_open(text, number.span.start):
                sentence = sentence_at(document, number.span.start)
                if _opens(document, text, sentence, number.span):
                    yield Problem(number.span, {"figure": number.span.cut(document.text)})


def _may_open(text: str, start: int) -> bool:
    """Tell cheaply whether a sentence could begin at *start*."""
    return start == 0 or text[start - 1] in "\n“\"'$£€" or text[max(0, start - 2) : start - 1] in ".!?”\"'"


def _opens(document: Document, text: str, sentence: Span, figure: Span) -> bool:
    block = document.block_at(figure.start)
    copy = sentence.cut(text)
    return (
        0 <= figure.start - sentence.start <= 2
        and block is not None
        and block.kind is BlockKind.PARAGRAPH
        and len(copy) >= SHORTEST
        and not _is_headline(document, block, sentence)
        and OPENING.match(copy) is not None
        and not YEAR.match(copy)
        and not EMERGENCY.match(copy)
        and not GOES_ON.search(text[max(0, sentence.start - 8) : sentence.start])
        and not ANNOUNCED.search(text[max(0, sentence.start - 8) : sentence.start])
        and ENDED.search(copy) is not None
    )


def _is_headline(document: Document, block: Block, sentence: Span) -> bool:
    """Tell whether the sentence stands alone at the top, and is short: "5 things to watch tonight"."""
    first = block is document.blocks[0] and len(document.blocks) > 1
    return first and len(block.span) < HEADLINE and len(sentence) >= len(block.span) - 1
