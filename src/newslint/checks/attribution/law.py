"""Law at hand: accusers, charges and courts that answer for what is alleged."""

from __future__ import annotations

from newslint.plugin import Document, Span, Worded
from newslint.text.flat import flat
from newslint.text.sources.vague_phrases import VaguePhrase
from newslint.text.sources.vouchers import neighbours, vouchers


def is_charged(document: Document, phrase: VaguePhrase, *reach: Span | None) -> bool:
    """Tell whether a charge is passed on: "was fined for allegedly…", or accusers are at hand."""
    lead = document.view(flat)[max(0, phrase.span.start - 5) : phrase.span.start]
    return lead.endswith(" for ") or is_at_law(document, *reach)


LAW = Worded(r"(?i)\b{law-words}\b")


# "They were charged in court. Diaz was said to have used a lost card": the charge says so.
IN_COURT = Worded(r"(?i)\b(?:charged (?:\w+ ){0,6}(?:at|in|with)|{words-of-trial})\b")


def is_at_law(document: Document, *reach: Span | None) -> bool:
    """Tell whether accusers are at hand for what is alleged: police, charges, a court."""
    text, law = document.view(flat), LAW.of(document)
    near = [span for span in reach if span is not None]
    if any(law.search(text, span.start, span.end) for span in near):
        return True
    beyond = (neighbours(document, near[0].start)[0], neighbours(document, near[-1].start)[1])
    return any(_accuses(document, span) for span in beyond if span)


def _accuses(document: Document, sentence: Span) -> bool:
    """Tell whether police or a court speaks: "A youth was allegedly stabbed. He was 18. Police said…"."""
    text, law = document.view(flat), LAW.of(document)
    return any(law.search(each.name.cut(text)) for each in vouchers(document, sentence))
