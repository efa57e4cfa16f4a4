"""Candidates: what may be a name, with the evidence that stands beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from newslint.core.document import Block, BlockKind, Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.flat import flat
from newslint.text.names.candidates.capitals import Capitals, capitals, opens_sentence
from newslint.text.names.candidates.evidence import Candidate
from newslint.text.names.candidates.name_words import NameWords, name_words
from newslint.text.names.candidates.readings import Reading, pieces, readings
from newslint.text.names.candidates.second_looks import with_second_looks
from newslint.text.names.candidates.surroundings import by_surroundings
from newslint.text.title_case import is_title_case

# No credit of a caption is longer from its last stroke on: "Anna Lind/USA Today Network".
CREDIT = 20
CREDITED = Worded(r"/{picture-agencies} ?(?:(?:Images|Wire|Media|Today (?:Network|Sports)) )?\Z")
# "an NBC News/Wall (Street Journal) poll"
BEHIND_STROKE = lazy_pattern(r"\w/([A-Z][A-Za-z'-]* )\Z")
# "the Secretary of (State Lind)", "the leader of the (Opposition Lind)"
OFFICE = lazy_pattern(r"\b(\w+) (?:of|for) (?:the )?\Z")
AHEAD_OF_FIELDS, OFFICE_REACH = (" of ", " for ", " the "), 24
ENDINGS = ("Images ", "Wire ", "Media ", "Today Network ", "Today Sports ")
HEADINGS = (BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.STANDFIRST, BlockKind.CREDIT)


def candidates(document: Document) -> tuple[Candidate, ...]:
    """Return what may be a name, in the order of the text, as far as its own surroundings tell."""
    known = document.lexicon.view(name_words)
    read = document.lexicon.view(readings)
    text = document.view(flat)
    titled = document.view(_titled_blocks)
    slashed = "/" in text
    found: list[Candidate] = []
    shouted: list[Capitals] = []
    for run in document.view(capitals):
        opens = opens_sentence(text, run.start)
        if slashed and "/" in text[max(0, run.start - CREDIT) : run.start]:
            run, opens = _after_credit(run, opens, document)
        heading = bisect_right(titled, run.start, key=_start) - 1 if titled else -1
        if heading >= 0 and run.start < titled[heading].end:
            found += _in_title(run, opens, known)
        else:
            if " " in run.text and run.text[-2:].isupper():
                shouted.append(run)
            if " " in run.text and text.endswith(AHEAD_OF_FIELDS, 0, run.start):
                run = _after_field(run, text, known)
            found += [_placed(reading, run.start, text, known) for reading in read(run.text, opens)]
    # Acronyms, which are made of them too, come first among the rules.
    document.forget(capitals)
    return tuple(with_second_looks(found, shouted, text, known))


def _after_credit(run: Capitals, opens: bool, document: Document) -> tuple[Capitals, bool]:
    """Return the capitals that open a sentence after the credit of a caption: "Lind/Getty Images Israel".

    Behind another stroke they have lost their first word.
    """
    text, credit = document.view(flat), CREDITED.of(document)
    start = max(0, run.start - CREDIT)
    if not credit.search(text, start, run.start):
        stroke = BEHIND_STROKE.search(text, start, run.start)
        ahead = stroke[1] if stroke else ""
        return Capitals(run.start - len(ahead), ahead + run.text), opens
    ending = next((each for each in ENDINGS if run.text.startswith(each)), "")
    return Capitals(run.start + len(ending), run.text[len(ending) :]), True


def _after_field(run: Capitals, text: str, known: NameWords) -> Capitals:
    """Return the capitals without the field of an office before a surname: "Secretary of State Lind"."""
    field, _, rest = run.text.partition(" ")
    if field not in known.behind_offices and field not in known.fields:
        return run
    name = rest.split(" ", 1)[0]
    if known.everyday(name) or known.generic(name) or not known.organisations.isdisjoint(rest.split(" ")):
        return run
    office = OFFICE.search(text, max(0, run.start - OFFICE_REACH), run.start)
    held = office is not None and (office[1].capitalize() in known.titles or office[1] in known.roles)
    return Capitals(run.start + len(field) + 1, rest) if held else run


def _titled_blocks(document: Document) -> tuple[Span, ...]:
    """Return the headings in which every longer word has a capital, so that a capital says nothing."""
    text = document.view(flat)
    return tuple(block.span for block in document.blocks if _is_titled(block, text))


def _start(span: Span) -> int:
    return span.start


def _is_titled(block: Block, text: str) -> bool:
    return block.kind in HEADINGS and is_title_case(block.span.cut(text).split())


def _in_title(run: Capitals, opens: bool, known: NameWords) -> Iterator[Candidate]:
    for piece in pieces(run.text, opens, known):
        yield Candidate(run.start + piece.offset, piece.words, titled_block=True)


def _placed(reading: Reading, start: int, text: str, known: NameWords) -> Candidate:
    start, words = start + reading.offset, reading.words
    if reading.open:
        kind, sure = by_surroundings(start, words, text, known)
        return Candidate(start, words, kind, sure, reading.title, reading.opens)
    return Candidate(start, words, reading.kind, reading.sure, reading.title, reading.opens)
