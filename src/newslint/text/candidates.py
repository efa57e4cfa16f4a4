"""Candidates: what may be a name, with the evidence that stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.core.document import Block, BlockKind, Document
from newslint.core.span import Span
from newslint.text.capitals import Capitals, capitals
from newslint.text.evidence import Candidate, judged
from newslint.text.flat import flat
from newslint.text.name_words import NameWords, name_words

OPENERS = "\"“'‘([*•–—-_`"
STOPS = ".!?:;…\n"


def candidates(document: Document) -> tuple[Candidate, ...]:
    """Return what may be a name, in the order of the text, as far as its own surroundings tell."""
    known = document.lexicon.view(name_words)
    text = document.view(flat)
    titled = document.view(_titled_blocks)
    found: list[Candidate] = []
    for run in document.view(capitals):
        titled_block = bool(titled) and any(block.start <= run.start < block.end for block in titled)
        for start, words, opens in _pieces(run, opens_sentence(text, run.start), known):
            if titled_block:
                found.append(Candidate(start, words, titled_block=True))
            else:
                found += judged(start, words, opens, text=text, known=known)
    return tuple(found)


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether what stands at *start* is capitalised because a sentence or a quotation opens there."""
    position = start - 1
    while position >= 0 and text[position] in OPENERS:
        position -= 1
    if position < start - 1:
        return True
    if position >= 0 and text[position] == " ":
        position -= 1
        while position >= 0 and text[position] in " \"”'’)]*":
            position -= 1
        # A dash after a dateline, "Fla. -- Weeds", or a bullet.
        if position > 0 and text[position] in "•*–—_-":
            return text[position - 1] in " \n-"
    return position < 0 or text[position] in STOPS


def _titled_blocks(document: Document) -> tuple[Span, ...]:
    """Return the headings in which every longer word has a capital, so that a capital says nothing."""
    text = document.view(flat)
    return tuple(block.span for block in document.blocks if _is_titled(block, text))


def _is_titled(block: Block, text: str) -> bool:
    if block.kind not in (BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.STANDFIRST, BlockKind.CREDIT):
        return False
    longer = [word for word in block.span.cut(text).split() if len(word) > 4 and word[0].isalpha()]
    return len(longer) > 2 and sum(word[0].islower() for word in longer) <= len(longer) // 5


def _pieces(run: Capitals, opens: bool, known: NameWords) -> Iterable[tuple[int, tuple[str, ...], bool]]:
    """Return the parts of a run: a possessive ends a name, and so does a stop before a new sentence."""
    if len(run.words) == 1 and not run.text.endswith(("'s", "'S")):
        return ((run.start, run.words, opens),)
    return _split(run, opens, known)


def _split(run: Capitals, opens: bool, known: NameWords) -> Iterator[tuple[int, tuple[str, ...], bool]]:
    start = position = run.start
    piece: list[str] = []
    for word in run.words:
        ends = word.endswith(("'s", "'S"))
        if piece and piece[-1].endswith(".") and word[0].isupper() and _starts_anew(piece[-1], word, known):
            yield start, tuple(piece), opens
            start, piece, opens = position, [], True
        piece.append(word[:-2] if ends else word)
        position += len(word) + 1
        if ends:
            yield start, tuple(piece), opens
            start, piece, opens = position, [], False
    if piece:
        yield start, tuple(piece), opens


def _starts_anew(before: str, word: str, known: NameWords) -> bool:
    """Tell whether *word* opens a sentence after the stop of *before*: "the U.S. Critics", not "W. Bush"."""
    if len(before) == 2:
        return word.lower() in known.starters
    return known.everyday(word) and word not in known.given and not known.generic(word)
