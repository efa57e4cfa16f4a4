"""Dashes between words. Ranges, datelines and signatures are not among them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from newslint.core.document import BlockKind, Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.flat import flat
from newslint.text.markup.tags import in_tag
from newslint.text.urls import in_url
from newslint.text.words import leaping

# A hyphen is a dash only when doubled, or between spaces before a small letter ("the plan - to sell").
SIGN = lazy_pattern(r"[—–-](?:(?<=[—–])|(?<=-)-(?!-)|(?<=-)(?= [a-z]))")
SIGNS = ("—", "–", "--", "- ")
# "KABUL, Afghanistan (AP) —": this dash belongs to the form of the dateline.
DATELINE = lazy_pattern(
    r"[A-ZÀ-Þ][A-ZÀ-Þ'. /-]{2,}(?:,[^—–]{2,40}?)?(?:\s?\([^)]*\))?\s*$|"
    # "Kabul (AP) —", "Kabul, Afghanistan AP —"
    r"(?:[A-ZÀ-Þ][\w'./-]*,? ){1,6}(?:\([A-Z]{2,7}\)|[A-Z]{2,5})\s*$"
)
# "— Anna Lind (@annalind) May 3, 2021", "– @annalind": the signature of a post.
SIGNED = lazy_pattern(r" ?(?:[^()\n]{2,60} \()?@\w")
# No dateline is so long, and no gap round a dash.
REACH = 400
PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.STANDFIRST, BlockKind.QUOTE})


class Sign(StrEnum):
    """What stands for a dash."""

    EM = "em"
    EN = "en"
    HYPHEN = "hyphen"
    DOUBLE_HYPHEN = "double-hyphen"


class Dash(msgspec.Struct, frozen=True):
    """A dash, and the dash with the spaces round it."""

    span: Span
    spaced: Span
    sign: Sign


def dashes(document: Document) -> tuple[Dash, ...]:
    """Return the dashes of running text in their order."""
    return tuple(_found(document))


def _found(document: Document) -> Iterator[Dash]:
    text = document.view(flat)
    for match in leaping(SIGN, text, SIGNS):
        block = document.block_at(match.start())
        if block is None or block.kind not in PROSE:
            continue
        if in_tag(document, Span(*match.span())) or in_url(document, match.start()):
            continue
        first, last = match.start() - REACH, match.end() + REACH
        before = text[max(block.span.start, first) : match.start()]
        after = text[match.end() : min(block.span.end, last)]
        opens = block.span.start >= first and DATELINE.match(before)
        if _between_words(before, after) and _is_dash(match[0], before, after) and not opens:
            start = match.start() - len(before) + len(before.rstrip(" "))
            end = match.end() + len(after) - len(after.lstrip(" "))
            yield Dash(Span(*match.span()), Span(start, end), _sign(match[0]))


def _between_words(before: str, after: str) -> bool:
    """Tell whether copy stands on both sides; speech that breaks off ends in a dash and a mark."""
    ahead, behind = before.rstrip(), after.lstrip()
    if not ahead or not behind or after[0] in "\"”'’)]" or SIGNED.match(after):
        return False
    # Of two signs side by side no one can say which is meant.
    return ahead[-1] not in "—–-" and not SIGN.match(behind)


def _is_dash(sign: str, before: str, after: str) -> bool:
    if sign == "—":
        return True
    spaced = before.endswith(" ") and after.startswith(" ")
    if sign == "--":
        return spaced or (before[-1].isalpha() and after[0].isalpha())
    # A closed en dash joins a range or a pair, and so may a spaced one between figures.
    return spaced and not (before.rstrip()[-1].isdigit() and after.lstrip()[0].isdigit())


def _sign(sign: str) -> Sign:
    return {"—": Sign.EM, "–": Sign.EN, "-": Sign.HYPHEN, "--": Sign.DOUBLE_HYPHEN}[sign]
