"""Next door: whom the sentence with a vague phrase, and the one after it, have for it."""

from __future__ import annotations

from newslint.plugin import Document, Span, lazy_pattern
from newslint.text.flat import flat
from newslint.text.sources.vague_phrases import VaguePhrase
from newslint.text.sources.vouchers import vouchers

TURN = lazy_pattern(
    r"(?i)\s*(?:but|however|yet|meanwhile|separately|elsewhere|still|nevertheless|nonetheless)\b"
)


OPENERS = ("“", '"', "''", "``")


def borne_out(document: Document, later: Span | None) -> bool:
    """Tell whether the next sentence, unless it turns elsewhere, quotes or names a source."""
    if later is None:
        return False
    words = later.cut(document.view(flat))
    if TURN.match(words):
        return False
    return words.startswith(OPENERS) or bool(vouchers(document, later))


# "Ana Ruiz", "Mr. Ruiz": two words that open with a capital.
FULL_NAME = lazy_pattern(r"\b[A-Z][\w'’.-]+ [A-Z]")


def is_by_name(document: Document, sentence: Span | None) -> bool:
    """Tell whether a sentence opens with a quotation, or somebody with a name speaks in it."""
    if sentence is None:
        return False
    text = document.view(flat)
    if sentence.cut(text).startswith(OPENERS):
        return True
    return any(
        FULL_NAME.search(text, each.name.start, each.name.end) for each in vouchers(document, sentence)
    )


# "Analysts say…, with Ken Rider of Delta University calling it a farce."
ONE = lazy_pattern(
    r"\b(?:among them|such as|with) (?:[a-z][\w'-]* ){0,3}(?:[A-Z][\w.'-]* )+(?:(?:of|from|at) [\w ]{3,40} )?"
    r"(?:having|\w+ing)\b"
)


def names_one(document: Document, sentence: Span, phrase: VaguePhrase) -> bool:
    """Tell whether the sentence goes on to name one of a group."""
    return ONE.search(document.view(flat), phrase.span.end, sentence.end) is not None


FIRST_PERSON = lazy_pattern(r"\b(?:I|I'm|I've)\b")
