"""What clears a vague phrase: a source that answers for the same claim, in its sentence or next door."""

from __future__ import annotations

from newslint.plugin import Document, Span, lazy_pattern
from newslint.text.flat import flat
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vague_phrases import VaguePhrase
from newslint.text.vague_readings import Vagueness
from newslint.text.vouchers import near, neighbours, stances, vouchers


def cleared(document: Document, phrase: VaguePhrase) -> bool:
    """Tell whether somebody answers for what a vague phrase passes on.

    In its own sentence a source must answer for the very words. Next door, an expert bears out what "experts
    say", and an outlet what has "reportedly" happened; a belief or an unnamed source stands by itself.
    """
    if in_quotation(document, phrase.span.start):
        return True
    sentence = near(sentence_at(document, phrase.span.start), phrase.span.start)
    if any(voucher.answers_for(phrase.span) for voucher in vouchers(document, sentence)):
        return True
    earlier, later = neighbours(document, phrase.span.start)
    match phrase.kind:
        case Vagueness.SOURCE:
            return _second_hand(document, sentence, phrase)
        case Vagueness.GROUP:
            return _borne_out(document, later) or bool(later and stances(document, later))
        case Vagueness.BELIEF:
            if phrase.word == "alleged" and _at_law(document, earlier, sentence, later):
                return True
            return _found_out(document, earlier) or _found_out(document, later)
        case Vagueness.HEARSAY:
            if phrase.word == "allegedly" and _charged(document, phrase, earlier, sentence, later):
                return True
            return _borne_out(document, later) or _goes_on(document, earlier, sentence)
        case _:
            return False


CITING = lazy_pattern(r"\b(?:citing|quoting)\b[^,;]*$")


def _second_hand(document: Document, sentence: Span, phrase: VaguePhrase) -> bool:
    """Tell whether a named outlet answers for its own unnamed sources: "…, Radio Delta said, citing…"."""
    cited = CITING.search(document.view(flat)[sentence.start : phrase.span.end])
    return bool(cited) and any(not each.name.overlaps(phrase.span) for each in vouchers(document, sentence))


TURN = lazy_pattern(
    r"(?i)\W*(?:but|however|yet|meanwhile|separately|elsewhere|still|nevertheless|nonetheless)\b"
)


def _borne_out(document: Document, later: Span | None) -> bool:
    """Tell whether the next sentence, unless it turns elsewhere, quotes or names a source."""
    if later is None:
        return False
    words = later.cut(document.view(flat))
    if TURN.match(words):
        return False
    return words.startswith(("“", '"')) or bool(vouchers(document, later))


INVESTIGATOR = lazy_pattern(
    r"(?i)\b(?:police|officers?|investigators?|authorities|firefighters|coroner|prosecutors?|detectives|rescuers|"
    r"researchers?|study|scientists?|archaeologists?|doctors?)\b"
)


def _found_out(document: Document, neighbour: Span | None) -> bool:
    """Tell whether those whose work it is to find out speak next door: what "is believed" is their belief."""
    if neighbour is None:
        return False
    text = document.view(flat)
    return any(INVESTIGATOR.search(voucher.name.cut(text)) for voucher in vouchers(document, neighbour))


def _goes_on(document: Document, earlier: Span | None, sentence: Span) -> bool:
    """Tell whether the sentence before, in the same paragraph, gives the source of what is passed on."""
    if earlier is None or document.block_at(earlier.start) != document.block_at(sentence.start):
        return False
    return bool(vouchers(document, earlier))


def _charged(document: Document, phrase: VaguePhrase, *reach: Span | None) -> bool:
    """Tell whether a charge is passed on: "was fined for allegedly…", or accusers are at hand."""
    lead = document.view(flat)[max(0, phrase.span.start - 5) : phrase.span.start]
    return lead.endswith(" for ") or _at_law(document, *reach)


LAW = lazy_pattern(
    r"(?i)\b(?:police|officers?|sheriff|prosecut\w+|court|judge|charge[sd]?|charging|accus\w+|indict\w+|arrest\w*|"
    r"complaint|affidavit|lawsuit|su(?:ed|ing)|suspect\w*|investigat\w+|felon\w*|impeach\w*|"
    r"tribunal|jail\w*|custody|warrant|detectives?)\b"
)


def _at_law(document: Document, *reach: Span | None) -> bool:
    """Tell whether accusers are at hand for what is alleged: police, charges, a court."""
    return any(span is not None and LAW.search(span.cut(document.view(flat))) for span in reach)
