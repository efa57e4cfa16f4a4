"""Passages: sentences that are never cut inside a quotation, and the text without the words of quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from newslint.core.document import Block, BlockKind, Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.flat import flat
from newslint.text.quoting.quotation_names import namings
from newslint.text.quoting.quotations import Quotation, quotations
from newslint.text.sentences import sentences
from newslint.text.title_case import is_title_case

# "Lind asked.", "the mayor of Oslo said on Monday": a speaker, and the verb before a pause.
SPEAKER = Worded(
    r"(?:[\w.'-]+ ){0,4}?[\w.'-]+(?:, [^.“”]{3,80},)? (?:then |also )?"
    r"([a-z]+ed|told|asks|{plain-saying-verbs})"
    r"(?=[.,:]|$|(?<=told) [A-Z]| (?:in|on|at|of|to|the|an?|him|her|them|his|when|as|while|during|after"
    r"|before|from|via|by|with|last|this|earlier|later|yesterday|today|[a-z]+ly"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.STANDFIRST})
WORD = lazy_pattern(r"[^\W\d_][\w'-]*")
FINAL = ".,!?…;:—-"
BLANK = "_"


def skeleton(document: Document) -> str:
    """Return the flat text with the words of every quotation blanked, so that `“_____,”` is one word of it.

    The marks are the same ones everywhere, and the stop before the closing one is kept. Titles and
    nicknames, which nobody says, have marks of their own: `«_____,»`.
    """
    text, speech = document.view(flat), document.view(quotations)
    starts = [found.span.start for found in speech]
    parts, position = [], 0
    for block in document.blocks:
        first = bisect_left(starts, block.span.start)
        inside = speech[first : bisect_left(starts, block.span.end, first)]
        if inside or block.kind in HEADINGS:
            parts += [text[position : block.span.start], _of_block(document, block, inside)]
            position = block.span.end
    parts.append(text[position:])
    return "".join(parts)


def _of_block(document: Document, block: Block, speech: Iterable[Quotation]) -> str:
    """Return the skeleton of a block; headlines in title case are in lower case, so that verbs are read."""
    text = document.view(flat)
    parts, position = [], block.span.start
    for found in speech:
        blanked = _blanked(found.span.cut(text), found.inner.cut(text))
        if len(blanked) > 2 and found.span in document.view(namings):
            blanked = f"«{blanked[1:-1]}»"
        parts += [text[position : found.span.start], blanked]
        position = found.span.end
    whole = "".join([*parts, text[position : block.span.end]])
    # "Lind Says ‘Barn Is Lost’" has too few words of its own to tell.
    if block.kind in HEADINGS and any(
        is_title_case(WORD.findall(words)) for words in (whole, block.span.cut(text))
    ):
        lower = whole.lower()
        return lower if len(lower) == len(whole) else whole
    return whole


def passages(document: Document) -> tuple[Span, ...]:
    """Return the sentences, joined where a quotation holds the end of one and the start of the next.

    A question and its speaker are one too: “Why us?” Lind asked.
    """
    speech = document.view(quotations)
    starts = [found.span.start for found in speech]
    joined: list[Span] = []
    for sentence in document.view(sentences):
        index = bisect_right(starts, sentence.start) - 1
        inside = index >= 0 and speech[index].span.start < sentence.start < speech[index].span.end
        if joined and (inside or _asks(document, joined[-1], sentence)):
            joined[-1] = joined[-1].joined(sentence)
        else:
            joined.append(sentence)
    return tuple(joined)


def _asks(document: Document, before: Span, sentence: Span) -> bool:
    """Tell whether *sentence* only says who spoke the question or exclamation before it."""
    text = document.view(skeleton)
    if not text.endswith(("?”", "!”", "…”"), before.start, before.end) or text[before.end] == "\n":
        return False
    speaker = SPEAKER.of(document).match(text, sentence.start, sentence.end)
    return speaker is not None and speaker[1] in document.lexicon.view(_asking_verbs)


def _asking_verbs(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("reporting-verbs"))


def passage_at(document: Document, position: int) -> Span:
    """Return the passage that holds *position*, or an empty span there when none does."""
    found = document.view(passages)
    index = bisect_right(found, position, key=lambda span: span.start) - 1
    if index >= 0 and position < found[index].end:
        return found[index]
    return Span(position, position)


def passages_in(document: Document, span: Span) -> Sequence[Span]:
    """Return the passages that start inside *span*."""
    found = document.view(passages)
    first = bisect_left(found, Span(span.start, 0))
    return found[first : bisect_left(found, Span(span.end, 0), first)]


def _blanked(quotation: str, inner: str) -> str:
    if len(quotation) < 3 or not inner:
        return BLANK * len(quotation)
    # The stop may stand before the mark of a nested quotation: “… ‘never,’ ”
    last = inner.rstrip(" '’‘\"")[-1:]
    stop = last if last and last in FINAL else BLANK
    return f"“{BLANK * (len(quotation) - 3)}{stop}”"
