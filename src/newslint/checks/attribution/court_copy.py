"""Court copy: what somebody who is only accused is said to have done, with nobody to say so."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.checks.attribution.deeds import PROVEN, deeds
from newslint.plugin import Document, Lexicon, Span, Worded, lazy_pattern
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at
from newslint.text.sources.vouchers import near, neighbours, vouchers
from newslint.text.words import PhraseIndex, occurrences, phrase_index, words

# "Voss denies fraud.", "Reyes was charged on Monday with theft."
ACCUSED = Worded(
    r"\b(?:den(?:y|ies|ied|ying)|accused of|charged (?:(?:(?:on|last|this) )?\w+ )?with|on trial (?:for|over)"
    r"|{standing-accused})\b"
)
# Whom a deed is done to: "stabbed (a guard)", "shot (Voss)"; not "shot the rapids", "beat Norland".
SOMEBODY = Worded(r" (?:him|her|them|(?:an?|the|his|her|their|two|three)(?: [a-z-]+)? {crime-victims})\b")
# "(She) siphoned off", "(Halloran then) set"
DOER = lazy_pattern(r"(He|She|They|[A-Z][\w'-]+)(?: (?:also|then|later|again|[a-z]+ly))? $")
WORD = lazy_pattern(r"[\w'-]+")
PRONOUNS = frozenset({"He", "She", "They"})
# "set the barn (alight)"
SET = lazy_pattern(r"\b(set) (?:an?|the|his|her|their|its|two|three|several) (?:[\w'-]+ ){1,3}$")
LONGEST_SET = 50
# How many sentences before the deed may tell of the accusation.
REACH = 2


def told_as_fact(document: Document) -> tuple[tuple[Span, Span], ...]:
    """Return who did what in sentences behind an accusation that nobody answers for."""
    return tuple(_told(document))


def _told(document: Document) -> Iterator[tuple[Span, Span]]:
    text = document.view(flat)
    apart = (*_fires(document), *_violence(document))
    if apart and PROVEN.of(document).search(text):
        apart = ()
    for deed in sorted((*document.view(deeds), *apart)):
        sentence = sentence_at(document, deed.start)
        doer = DOER.fullmatch(text, sentence.start, deed.start)
        if doer is None or not _is_accused(document, doer[1], sentence):
            continue
        later = neighbours(document, deed.start)[1]
        goes_on = later is not None and document.block_at(later.start) == document.block_at(deed.start)
        reach = (near(sentence, deed.start), *([later] if later and goes_on else []))
        if not any(vouchers(document, span) for span in reach):
            yield Span(*doer.span(1)), deed


def _is_accused(document: Document, doer: str, sentence: Span) -> bool:
    """Tell whether one of the two sentences before says that the doer is accused, and nobody tells of it.

    Who only denies it does not.
    """
    text, position, names = document.view(flat), sentence.start, set(PRONOUNS)
    for _ in range(REACH):
        earlier = neighbours(document, position)[0]
        if earlier is None:
            return False
        names.update(WORD.findall(text, earlier.start, earlier.end))
        accused = ACCUSED.of(document).search(text, earlier.start, earlier.end)
        denied = accused.end() if accused else None
        if any(voucher.covers.start != denied for voucher in vouchers(document, earlier)):
            return False
        if accused and doer in names:
            return True
        position = earlier.start
    return False


def _fires(document: Document) -> Iterator[Span]:
    """Yield "set the barn alight", whose words stand apart."""
    text, where = document.view(flat), document.view(words)
    for word in ("alight", "ablaze"):
        for start in where.get(word, ()):
            started = SET.search(text, max(0, start - LONGEST_SET), start)
            if started:
                yield Span(started.start(1), start + len(word))


def _violence(document: Document) -> Iterator[Span]:
    """Yield "stabbed a guard": that it was done is often true, and who did it is for the court to say."""
    text = document.view(flat)
    for start, phrase in occurrences(document, document.lexicon.view(_violent)):
        span = Span(start, start + len(phrase))
        if SOMEBODY.of(document).match(text, span.end):
            yield span


def _violent(lexicon: Lexicon) -> PhraseIndex:
    return phrase_index(lexicon.words("violent-deeds"))
