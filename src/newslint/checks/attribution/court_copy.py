"""Court copy: what somebody who is only accused is said to have done, with nobody to say so."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.checks.attribution.deeds import deeds
from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at
from newslint.text.sources.vouchers import near, neighbours, vouchers
from newslint.text.words import words

# "Voss denies fraud.", "Reyes was charged with theft."
ACCUSED = Worded(
    r"\b(?:den(?:y|ies|ied|ying)|accused of|charged with|on trial (?:for|over)|{standing-accused})\b"
)
# "(She) siphoned off", "(Halloran then) set"
DOER = lazy_pattern(r"(He|She|They|[A-Z][\w'-]+)(?: (?:also|then|later|again|[a-z]+ly))? $")
WORD = lazy_pattern(r"[\w'-]+")
PRONOUNS = frozenset({"He", "She", "They"})
# "set the barn (alight)"
SET = lazy_pattern(r"\b(set) (?:an?|the|his|her|their|its|two|three|several) (?:[\w'-]+ ){1,3}$")
LONGEST_SET = 50


def told_as_fact(document: Document) -> tuple[tuple[Span, Span], ...]:
    """Return who did what in sentences behind an accusation that nobody answers for."""
    return tuple(_told(document))


def _told(document: Document) -> Iterator[tuple[Span, Span]]:
    text = document.view(flat)
    for deed in (*document.view(deeds), *_fires(document)):
        sentence = sentence_at(document, deed.start)
        earlier, later = neighbours(document, deed.start)
        doer = DOER.fullmatch(text, sentence.start, deed.start)
        accused = ACCUSED.of(document).search(text, earlier.start, earlier.end) if earlier else None
        if doer is None or earlier is None or accused is None:
            continue
        if doer[1] not in PRONOUNS and doer[1] not in WORD.findall(text, earlier.start, earlier.end):
            continue
        goes_on = later is not None and document.block_at(later.start) == document.block_at(deed.start)
        reach = (near(sentence, deed.start), *([later] if later and goes_on else []))
        if not any(vouchers(document, span) for span in reach) and not _is_told(
            document, earlier, accused.end()
        ):
            yield Span(*doer.span(1)), deed


def _is_told(document: Document, earlier: Span, accused: int) -> bool:
    """Tell whether somebody tells of the case before the deed; who only denies it does not."""
    return any(voucher.covers.start != accused for voucher in vouchers(document, earlier))


def _fires(document: Document) -> Iterator[Span]:
    """Yield "set the barn alight", whose words stand apart."""
    text, where = document.view(flat), document.view(words)
    for word in ("alight", "ablaze"):
        for start in where.get(word, ()):
            started = SET.search(text, max(0, start - LONGEST_SET), start)
            if started:
                yield Span(started.start(1), start + len(word))
