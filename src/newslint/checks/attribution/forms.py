"""Forms of copy in which vague words are nobody's claim: a question, a market report, a post below."""

from __future__ import annotations

from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.flat import flat
from newslint.text.quoting.direct_speech import posts

# "Q: There are reports that…": the interviewer asks.
QUESTION = lazy_pattern(r"(?:Q|Question) ?[:.] ")
MARKET = Worded(r"\b{market-words}\b")
# A market report has so many words of markets in its first lines; the mood of the dealers is its news.
OPENING, LEAST = 700, 4


def is_question(document: Document, position: int) -> bool:
    """Tell whether *position* lies in an interviewer's question."""
    block = document.block_at(position)
    return block is not None and QUESTION.match(document.view(flat), block.span.start) is not None


def is_market_report(document: Document) -> bool:
    """Tell whether a story follows prices."""
    return document.view(_traded) >= LEAST


def _traded(document: Document) -> int:
    return len(set(MARKET.of(document).findall(document.view(flat)[:OPENING].lower())))


def is_posted(document: Document, later: Span | None) -> bool:
    """Tell whether the next sentence is a post of somebody with a name, which copy embeds."""
    block = document.block_at(later.start) if later else None
    return block is not None and block.span in document.view(posts)
