"""Reasons why somebody is not named, where copy gives them."""

from __future__ import annotations

from newslint.plugin import Document, Span, Worded
from newslint.text.flat import flat
from newslint.text.quoting.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.sources.anonymities import anonymities
from newslint.text.sources.vouchers import near, neighbours

# "…because she was not authorised to speak": right after the words.
REASON = Worded(
    r"(?i)[^.]{0,40}?\b(?:{reasons-for-anonymity}|because|since|due to|owing to|given|{words-of-citing}|"
    "in (?:keeping|line) with|under|in order to|as (?:he|she|they|it|the|his|her|their|no)|"
    r"over (?:\w+ )?(?:concerns?|fears?)|out of (?:concern|fear)|for fear|so (?:as to|that|they|"
    r"he|she)|for (?:his |her |their )?{goods-of-anonymity}|to {ends-of-anonymity})\b"
)
# "An official who was not allowed to speak…": anywhere near.
BAR = Worded(r"(?i)\b{bars-to-speaking}\b")
BARRED = Worded(r"(?i)\b(?:not|n't|un)(?: been)? ?{permitting-participles}\b")
# "'They would sack us,' said a nurse": what may come of it, in the source's own words.
THREAT = Worded(r"(?i)\b{threats-to-speakers}\b")
# Those who were abused are not named, and readers know why.
HARM = Worded(r"(?i)\b{harms-that-hide}\b")
# "Spoke to the newspaper on condition…": another newsroom granted it.
ELSEWHERE = Worded(r"(?i)\b(?:told|to|with) the {outlet-nouns}(?: \w+day)?,? $")


def is_explained(document: Document, phrase: Span) -> bool:
    """Tell whether copy says why somebody who is granted anonymity has it."""
    text = document.view(flat)
    sentence = near(sentence_at(document, phrase.start), phrase.start)
    earlier, later = neighbours(document, phrase.start)
    if REASON.of(document).match(text[phrase.end : sentence.end]):
        return True
    if ELSEWHERE.of(document).search(text, sentence.start, phrase.start):
        return True
    if any(reach and HARM.of(document).search(reach.cut(text)) for reach in (earlier, sentence)):
        return True
    after = later and neighbours(document, later.start)[1]
    if any(reach and _is_threatened(document, reach) for reach in (sentence, later, after)):
        return True
    return any(reach and BAR.of(document).search(reach.cut(text)) for reach in (sentence, later))


def _is_threatened(document: Document, reach: Span) -> bool:
    return any(
        in_quotation(document, threat.start())
        for threat in THREAT.of(document).finditer(document.view(flat), reach.start, reach.end)
    )


ONWARDS = 1000
# A lead's "people with knowledge of the case said" leaves it to the copy below to say why they have no names.
LEAD, BELOW = 400, 4000
# "Three sources who were not authorised to speak on the record said…. One source said": for the same reason.
SILENCED = Worded(
    r"(?i)\b(?:not|n't|un)(?: been)? ?{permitting-participles} to (?:\w+ly )?"
    r"(?:brief|comment|discuss|{talking-verbs})\b"
)


def is_kept_back(document: Document, position: int) -> bool:
    """Tell whether copy says by an unnamed source that it is granted anonymity, or may not speak."""
    text = document.view(flat)
    sentence = near(sentence_at(document, position), position)
    hidden = document.view(anonymities)
    # What one source was granted readers suppose of the next, so many letters on.
    if any(position - ONWARDS < each.start < position for each in hidden):
        return True
    if SILENCED.of(document).search(text, max(0, position - ONWARDS), sentence.start):
        return True
    if position < LEAD and any(each.start < position + BELOW for each in hidden):
        return True
    return any(
        reach is not None
        and (BARRED.of(document).search(reach.cut(text)) or any(reach.contains(each) for each in hidden))
        for reach in (sentence, *neighbours(document, position))
    )
