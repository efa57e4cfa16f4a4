"""Beliefs that somebody next door found out, reported or refuted, and those that are history."""

from __future__ import annotations

import re

from newslint.checks.attribution.law import IN_COURT, is_at_law
from newslint.checks.attribution.next_door import is_by_name
from newslint.checks.attribution.outlets import is_told_to_outlet, names_outlet, reports
from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.flat import flat
from newslint.text.sources.vague_phrases import VaguePhrase
from newslint.text.sources.vouchers import neighbours, vouchers


def is_borne(
    document: Document, phrase: VaguePhrase, earlier: Span | None, sentence: Span, later: Span | None
) -> bool:
    """Tell whether somebody next door found out, reported or refuted what is believed."""
    if phrase.word == "alleged" and is_at_law(document, earlier, sentence, later):
        return True
    if phrase.word == "said" and _is_in_court(document, earlier):
        return True
    if phrase.word in PASSED_ON and _is_reported(document, earlier, later):
        return True
    if phrase.word == "reported" and phrase.span.start < LEAD and is_by_name(document, later):
        return True
    if (phrase.word != "claimed" and is_history(document, sentence)) or _is_shown(document, sentence):
        return True
    if phrase.word == "said" and earlier and is_history(document, earlier):
        return True
    if phrase.word == "tipped" and any(_is_bet(document, reach) for reach in (earlier, sentence, later)):
        return True
    if _is_refuted(document, phrase, sentence, later) or was_wrong(document, phrase, sentence):
        return True
    if earlier and COUNTING_ON.match(document.view(flat), sentence.start) and vouchers(document, earlier):
        return True
    if phrase.word == "estimated" and _is_reckoned(document, earlier, sentence):
        return True
    if later and BELIEVES.of(document).match(document.view(flat), later.start, later.end):
        return True
    if _found_out(document, earlier, sentence) or _found_out(document, later, sentence):
        return True
    return later is not None and _is_explained_below(document, sentence, later)


# "Her kin are said to be from Porto. The archivist Ana Ruiz, who traced them, believes…": one who does.
BELIEVES = Worded(
    r"[^.;:“\"]{0,60}?\b[A-Z][\w'-]+ [A-Z][\w'-]+(?:, [^.;:“\"]{3,120},)? (?:\w+ly )?{believing-verbs}s\b"
)


# "It is thought that the cause is heat. The Arctic warms fastest. “That drives the winds,” says Ana Ruiz."
QUOTED = lazy_pattern(r"[“\"«]")


def _is_explained_below(document: Document, sentence: Span, later: Span) -> bool:
    """Tell whether somebody goes on, in quotation, about the belief of the paragraph."""
    block, last = document.block_at(sentence.start), neighbours(document, later.start)[1]
    below = [each for each in (later, last) if block and each and block.span.contains(each)]
    text = document.view(flat)
    return any(QUOTED.match(text, each.start, each.end) and vouchers(document, each) for each in below)


# "…, it was reported." A lead leaves it to the official in the next sentence.
LEAD = 300
# What is reported, and what people are said to do, an outlet next door has told of.
PASSED_ON = frozenset({"reported", "said"})


def _is_in_court(document: Document, earlier: Span | None) -> bool:
    """Tell whether one of the two sentences before tells of a charge or a trial."""
    text, court = document.view(flat), IN_COURT.of(document)
    first = earlier and neighbours(document, earlier.start)[0]
    return any(span is not None and court.search(text, span.start, span.end) for span in (earlier, first))


def _is_reported(document: Document, earlier: Span | None, later: Span | None) -> bool:
    """Tell whether an outlet speaks next door, or is spoken to."""
    if later and (is_told_to_outlet(document, later) or reports(document, later)):
        return True
    first = earlier and neighbours(document, earlier.start)[0]
    return any(names_outlet(document, each) for each in (earlier, later, first))


# "She is tipped to win. Bookmakers have given her 4/9": odds are on a list.
BET = lazy_pattern(r"(?i)\bbookmakers?\b|\bbookies?\b|\bodds\b")


def _is_bet(document: Document, reach: Span | None) -> bool:
    return reach is not None and BET.search(reach.cut(document.view(flat))) is not None


# "It was reported that court filings show…": the filings say so.
SHOWN = Worded(r"(?i)\b{papers-that-show} (?:have |had )?(?:indicate|reveal|show|suggest)")


def _is_shown(document: Document, sentence: Span) -> bool:
    return SHOWN.of(document).search(sentence.cut(document.view(flat))) is not None


# What happened so long ago is the historians', not news: "the bomb of 1945 is thought to have killed…".
LONG_AGO = lazy_pattern(
    r"\b(?:[Ii]n|of|[Ss]ince|[Ff]rom|until|[Bb]y|around|circa|\d [A-Z][a-z]+|[A-Z][a-z]+ \d\d?,)"
    r" (?:the )?(?:early |late |mid-)?(?:1[0-8]\d\d|19[0-6]\d)s?\b|"
    r"\b\d\d?(?:st|nd|rd|th)-century\b|\b\d BC\b|\b(?:million|billion|thousands of|\d,\d{3}) years\b"
)


def is_history(document: Document, sentence: Span) -> bool:
    """Tell whether a sentence is about a time of which only historians and scientists know."""
    return LONG_AGO.search(sentence.cut(document.view(flat))) is not None


# "Was once believed to be the oldest(, but a survey found …)", "(. A survey showed …)"
BELIEVED = lazy_pattern(r"(?i)(?:was|were|had)\b")
REFUTED = Worded(r"(?:,|;| –| —)? (?:but|until|yet|though|before|only for) [^.]*\b{refuting-words}\b")
REFUTES = Worded(
    r"(?:But |In fact,|Yet )|[^.]*\b{refuting-words}\b(?: out)? (?:that )?(?:it|he|she|they|the)\b"
)


def _is_refuted(document: Document, phrase: VaguePhrase, sentence: Span, later: Span | None) -> bool:
    """Tell whether a belief of the past is told only to be refuted: somebody has found out better."""
    text = document.view(flat)
    if not BELIEVED.match(text, phrase.span.start):
        return False
    if REFUTED.of(document).search(text, phrase.span.end, sentence.end):
        return True
    once = " once " in phrase.span.cut(text)
    return once and later is not None and REFUTES.of(document).match(text, later.start, later.end) is not None


# "Of those believed to have crossed, most are from Porto": who counted them has just spoken.
COUNTING_ON = lazy_pattern(r"Of (?:the|these|those)\b")
# "The probe took off on Friday, the agency said. Its flight is estimated to take three weeks": by the agency.
THEIRS = lazy_pattern(r"(?:Its|Their|It|They) ")


def _is_reckoned(document: Document, earlier: Span | None, sentence: Span) -> bool:
    """Tell whether a source speaks of the same thing just before an estimate."""
    goes_on = THEIRS.match(document.view(flat), sentence.start)
    return bool(goes_on and earlier and vouchers(document, earlier))


# "Many said that he would lose, and he proved them wrong": the copy answers them.
WRONG = lazy_pattern(r"[^.;]*\bprov(?:ed|ing) (?:them|it|that|the|those)\b[^.;]*\bwrong\b")


def was_wrong(document: Document, phrase: VaguePhrase, sentence: Span) -> bool:
    """Tell whether the sentence goes on to say that a belief was proved wrong."""
    return WRONG.match(document.view(flat), phrase.span.end, sentence.end) is not None


# "Prosecutors said he took the money. He is believed to be abroad": they said nothing of that.
ACCUSER = Worded(r"(?i)\b{accusers}\b")
MATTER = lazy_pattern(r"\b[a-z]{5,}\b")
NAMES = lazy_pattern(r"(?<=[ -])[A-Z]\w{2,}")
INVESTIGATOR = Worded(r"(?i)\b{investigators}\b")


def _found_out(document: Document, neighbour: Span | None, sentence: Span) -> bool:
    """Tell whether those whose work it is to find out speak next door: what "is believed" is their belief.

    Police speak of the whole case; a prosecutor or a filing answers for the matter that both sentences name.
    """
    if neighbour is None:
        return False
    text = document.view(flat)
    names = [voucher.name.cut(text) for voucher in vouchers(document, neighbour)]
    finders = [name for name in names if INVESTIGATOR.of(document).search(name)]
    if all(ACCUSER.of(document).search(name) for name in finders):
        return bool(finders) and share_matter(document, neighbour, sentence)
    return bool(finders)


def share_matter(document: Document, first: Span, second: Span) -> bool:
    """Tell whether two sentences have a word of some length in common."""
    return _shares(document, MATTER, first, second)


def share_name(document: Document, first: Span, second: Span) -> bool:
    """Tell whether two sentences have a name in common."""
    return _shares(document, NAMES, first, second)


def _shares(document: Document, words: re.Pattern[str], first: Span, second: Span) -> bool:
    text = document.view(flat)
    ours, theirs = (frozenset(words.findall(text, each.start, each.end)) for each in (first, second))
    return not ours.isdisjoint(theirs)
