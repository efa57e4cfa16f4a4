"""Members of a vague group who speak further down: one of the analysts of "analysts warn"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from newslint.plugin import Document, Span, Worded, WordSet, lazy_pattern
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at
from newslint.text.sources.vague_phrases import VaguePhrase
from newslint.text.sources.vouchers import near, neighbours, sentences_below, stances, vouchers
from newslint.text.words import WORD, words

# So many sentences on, members still bear a group out; the lead leaves their names to the copy below.
NEXT, LEAD, BELOW = 12, 1500, 8000
NAME = r"[A-Z][\w'.-]+ (?:[A-Z][\w'.-]+ ?)+"
# "Ana Ruiz, a senior economist at Harbour Bank", "economist Ana Ruiz", "Ana Ruiz, who teaches in Delta".
EXPERT = Worded(
    rf"({NAME})(?:, |is |was )[^.;“\"]{{0,80}}?\b(?:{{expert-words}}|{{expert-places}})\b|"
    rf"\b(?i:{{expert-words}}),? ({NAME})"
)
# Those who campaign speak for a body: "Ana Ruiz, director of the Rivers Trust", "rights group Open Bay".
CAMPAIGNER = Worded(
    rf"{NAME}(?:, |of |from )[^.;“\"]{{0,60}}?\b{{campaigning-words}}\b|\b{{campaigning-words}} {NAME}|"
    r"\b{campaigning-bodies}\b|"
    r"\b(?:rights|aid|campaign|advocacy) (?:group|charity|organi[sz]ation) [A-Za-z]*[A-Z]"
)
# "Ana Ruiz, a critic of the law".
PARTISAN = Worded(rf"{NAME}(?:, |is |was )[^.;“\"]{{0,60}}?\b{{partisans}}\b|\b{{partisans}} {NAME}")
QUOTING = lazy_pattern(r"[“”\"«»]|''|``")
EXPERTS, CAMPAIGNERS, SIDES = WordSet("groups-of-experts"), WordSet("groups-of-campaigners"), WordSet("sides")


# So many sentences below, others are still heard as of the same group.
FEW = 4
# A lead's "critics argue" is a signpost to those who accuse, slam or mock further down.
SIGNPOST = 600


def speaks_below(document: Document, phrase: VaguePhrase) -> bool:
    """Tell whether one of a group speaks, with a name, in the sentences below."""
    sides = phrase.word in SIDES.of(document)
    if _are_listed(document, phrase) or (sides and _is_joined(document, phrase)):
        return True
    if sides and phrase.span.start < SIGNPOST:
        return any(stances(document, sentence) for sentence in _below(document, phrase))
    member, text = _member(document, phrase.word), document.view(flat)
    return member is not None and any(
        (
            vouchers(document, sentence)
            or stances(document, sentence)
            or QUOTING.search(text, sentence.start, sentence.end)
        )
        and member.of(document).search(text, sentence.start, sentence.end)
        for sentence in _below(document, phrase)
    )


# "Six rights groups said…. The groups are Open Bay and Clean Pier."
LISTING = lazy_pattern(r"The (?:[a-z]+ )?([a-z]+) (?:are|were|include|included) (?:the )?[A-Z]")


def _are_listed(document: Document, phrase: VaguePhrase) -> bool:
    """Tell whether one of the next sentences says who they are."""
    text, below = document.view(flat), islice(sentences_below(document, phrase.span.start), FEW)
    listings = (LISTING.match(text, sentence.start, sentence.end) for sentence in below)
    return any(listing and phrase.word.endswith(listing[1]) for listing in listings)


# "Many opponents argued that…. Groups of fishermen also voiced concerns": others of the same side.
JOINING = Worded(
    r"\b(?:also|too|likewise) {expressing-verbs} (?:\w+ )?"
    r"(?:concerns?|doubts?|objections?|opposition|support)\b"
)


def _is_joined(document: Document, phrase: VaguePhrase) -> bool:
    """Tell whether somebody with a name takes the same side in the next sentences."""
    text, pattern = document.view(flat), JOINING.of(document)
    below = islice(sentences_below(document, phrase.span.start), FEW)
    return any(pattern.search(text, sentence.start, sentence.end) for sentence in below)


# "Okoro said", so many sentences above, or below: the expert whom the copy has introduced.
ABOVE = 4
SURNAME = lazy_pattern(r"(?<!^)\b[A-Z][\w'-]+\b|^[A-Z][\w'-]+(?= \w+$)")


def speaks_beside(document: Document, phrase: VaguePhrase) -> bool:
    """Tell whether an expert whom the copy above has introduced speaks in the sentences around a group's."""
    if phrase.word not in EXPERTS.of(document):
        return False
    text, start = document.view(flat), phrase.span.start
    around = chain(_above(document, start), islice(sentences_below(document, start), NEXT))
    speakers = (voucher.name.cut(text) for sentence in around for voucher in vouchers(document, sentence))
    surnames = dict.fromkeys(name for speaker in speakers for name in SURNAME.findall(speaker))
    return any(_is_introduced(document, surname, start) for surname in surnames)


def _is_introduced(document: Document, surname: str, end: int) -> bool:
    """Tell whether the first mention of somebody, above, says that this is an expert."""
    text, word = document.view(flat), WORD.match(surname)
    places = document.view(words).get(word[0].lower(), ()) if word else ()
    first = next((place for place in places if text.startswith(surname, place)), end)
    if first >= end:
        return False
    sentence = near(sentence_at(document, first), first)
    expert = EXPERT.of(document).search(text, sentence.start, sentence.end)
    return expert is not None and surname in (expert[1] or expert[2]).replace("'s", "").split()


def _above(document: Document, position: int) -> Iterator[Span]:
    earlier = neighbours(document, position)[0]
    for _ in range(ABOVE):
        if earlier is None:
            return
        yield earlier
        earlier = neighbours(document, earlier.start)[0]


def _member(document: Document, group: str) -> Worded | None:
    """Return how one of a group is told, where that can be."""
    told = ((EXPERTS, EXPERT), (CAMPAIGNERS, CAMPAIGNER), (SIDES, PARTISAN))
    return next((member for groups, member in told if group in groups.of(document)), None)


def _below(document: Document, phrase: VaguePhrase) -> Iterator[Span]:
    reach = phrase.span.end + BELOW if phrase.span.start < LEAD else 0
    for count, sentence in enumerate(sentences_below(document, phrase.span.start)):
        if count >= NEXT and sentence.start >= reach:
            return
        yield sentence
