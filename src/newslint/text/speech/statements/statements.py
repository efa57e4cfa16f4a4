"""Statements: source, cue and content as the story gives them, before speakers are resolved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span, Spans
from newslint.text.cues import cues
from newslint.text.quoting.passages import HEADINGS, passage_at, passages, skeleton
from newslint.text.quoting.quotations import in_quotation, quotation_at
from newslint.text.speech.cues.colon_sources import colon_subject, sender
from newslint.text.speech.cues.contents import stripped
from newslint.text.speech.cues.cue_verbs import cue_verbs_in, passives_in
from newslint.text.speech.cues.first_subjects import first_subject
from newslint.text.speech.cues.scenes import FINITE, ONLY_SPEECH, Scene, Statement
from newslint.text.speech.cues.subjects import subject_before
from newslint.text.speech.statements.headline_statements import by_headline, by_transcript
from newslint.text.speech.statements.noun_statements import by_noun
from newslint.text.speech.statements.opening_statements import by_opening
from newslint.text.speech.statements.passive_statements import by_passive
from newslint.text.speech.statements.phrase_statements import by_per, by_phrase, by_survey, by_words
from newslint.text.speech.statements.quotation_statements import by_quotation
from newslint.text.speech.statements.signatures import by_signature
from newslint.text.speech.statements.verb_statements import by_verb

__all__ = ["Statement", "statements", "statements_in", "statements_of"]

# No sentence is longer; what is has lost its stops, and is no prose.
LONGEST = 4000
# "OSLO, June 3 (AP) — (The harbour reopened …)", "OSLO, June 3 (AP) (The …)", "OSLO: (The …)"
DATELINE = lazy_pattern(
    r"[A-Z][A-Z .,'/-]{2,40}(?:, [A-Z][\w. ]{2,20})?"
    r"(?:(?: \([^()]{2,40}\))? ?(?:—|–|―|--|-)| \([A-Z/]{2,12}\):?) (?=[A-Z“])"
    r"|[A-Z][\w .,'/-]{2,40} \([A-Z]{2,8}\) ?(?:—|–|―|--|-) (?=[A-Z“])"
)
# "(sang) “Rain”", "(starred in) “Rain” and “Storm”"
TITLE = lazy_pattern(r"(?:in |on |as |the |his |her )*«[^»]*»(?:, [^“”]*)?")


def statements(document: Document) -> tuple[Statement, ...]:
    """Return what each passage says of who says what."""
    return _read(document, document.view(passages))


def statements_of(document: Document, span: Span) -> Iterator[Statement]:
    """Yield the statements of the passages that start inside *span*, without reading all the others.

    What a later passage of the block adds to the content of one is left out.
    """
    found = document.view(passages)
    first = bisect_left(found, Span(span.start, 0))
    last = bisect_left(found, Span(span.end, 0), first)
    while 0 < first < last and not _starts_anew(document, found[first - 1], found[first]):
        first -= 1
    for each in _read(document, found[first:last]):
        if span.start <= each.passage.start < span.end:
            yield each


def _starts_anew(document: Document, before: Span, passage: Span) -> bool:
    """Tell whether nothing from *passage* on goes on with what stands before: it opens a block of its own."""
    block = document.block_at(passage.start)
    if block is None or before.start >= block.span.start:
        return False
    if ONLY_SPEECH.fullmatch(document.view(skeleton), passage.start, passage.end):
        return False
    return not _carries_on(document, block.span)


def _read(document: Document, inside: Sequence[Span]) -> tuple[Statement, ...]:
    text = document.view(skeleton)
    documents = document.lexicon.view(documents_of)
    hits = [
        document.view(cues).get(name, Spans())
        for name in ("source-phrases", "source-nouns", "reporting-nouns")
    ]
    found: list[Statement] = []
    for passage in inside:
        if len(passage) > LONGEST:
            continue
        dateline = DATELINE.match(text, passage.start, passage.end)
        passage = Span(dateline.end(), passage.end) if dateline else passage
        verbs = cue_verbs_in(document, passage)
        scene = Scene(
            text,
            passage,
            verbs,
            document.lexicon,
            heading=_is_heading(document, passage),
            documents=documents,
        )
        here = [*(by_headline(document, passage) if scene.heading else by_opening(document, scene))]
        here = here or _in_scene(scene, *(_within(document, passage, each) for each in hits))
        here = here or [each for verb in passives_in(document, passage) for each in by_passive(scene, verb)]
        here = here or [*by_signature(document, scene)]
        if not here and (block := document.block_at(passage.start)) and block.span.start == passage.start:
            here = [*by_transcript(document, passage)]
        if here and found and found[-1].cue is None and _carries_on(document, here[0].content[0]):
            here[0] = msgspec.structs.replace(here[0], content=(*found.pop().content, *here[0].content))
        if here or not scene.is_speech():
            found += here
        elif (last := _going_on(document, found, passage)) is not None:
            pieces = (*found[last].content, stripped(text, passage))
            found[last] = msgspec.structs.replace(found[last], content=pieces)
        elif scene.is_spoken():
            found.append(_announced(document, stripped(text, passage), passage))
    return tuple(each for each in _sound(found) if not _is_title(document, each))


def statements_in(document: Document, span: Span) -> Sequence[Statement]:
    """Return the statements of the passages that start inside *span*."""
    found = document.view(statements)
    first = bisect_left(found, span.start, key=_start)
    return found[first : bisect_left(found, span.end, first, key=_start)]


def _start(statement: Statement) -> int:
    return statement.passage.start


def _sound(found: Iterable[Statement]) -> Iterator[Statement]:
    """Yield the statements in which something is said, without their empty pieces."""
    for statement in found:
        content = tuple(piece for piece in statement.content if piece.start < piece.end)
        source = statement.source
        if source and source.start >= source.end:
            source = None
        if content:
            yield msgspec.structs.replace(statement, content=content, source=source)


def _is_title(document: Document, statement: Statement) -> bool:
    """Tell whether all that follows the verb is a title or a nickname: "Lind sang “Rain” in Oslo"."""
    (piece, *others), cue = statement.content, statement.cue
    if cue is None or others or piece.start < cue.end:
        return False
    title = TITLE.match(document.view(skeleton), piece.start, piece.end)
    return title is not None and not FINITE.search(title.string, title.end(), piece.end)


def _is_heading(document: Document, passage: Span) -> bool:
    block = document.block_at(passage.start)
    return block is not None and block.kind in HEADINGS


def documents_of(lexicon: Lexicon) -> frozenset[str]:
    """Return the nouns of what speaks without being anybody: polls, records, statements."""
    return frozenset(lexicon.words("document-sources"))


def _within(document: Document, passage: Span, hits: Spans) -> Sequence[Span]:
    """Return the cues of a passage that nobody says."""
    return [hit for hit in hits.within(passage) if not in_quotation(document, hit.start)]


def _in_scene(
    scene: Scene, phrases: Sequence[Span], words: Sequence[Span], nouns: Sequence[Span]
) -> list[Statement]:
    """Return who says what in a passage.

    Cues are *phrases* ("according to"), *words* ("in his words"), verbs, *nouns*; else its quotations.
    """
    found: list[Statement] = []
    for phrase in phrases:
        found += by_phrase(scene, phrase)
    for word in words:
        found += by_words(scene, word)
    for verb in scene.verbs:
        found += by_verb(scene, verb, found)
    for noun in nouns:
        found += by_noun(scene, noun, found)
    if ", per " in scene.after(scene.passage.start):
        found += by_per(scene)
    if not found and not scene.heading:
        found += by_survey(scene)
    if not found and "“" in scene.after(scene.passage.start) and not (scene.is_speech() or scene.heading):
        found += by_quotation(scene)
    return found


def _announced(document: Document, content: Span, passage: Span) -> Statement:
    """Return speech with the source of the paragraph before, where that ends in a colon; else without one."""
    text = document.view(skeleton)
    colon = text.rfind(":", 0, passage.start)
    if colon < 0 or text[colon + 1 : passage.start].strip():
        return Statement(passage, None, None, (content,))
    before = passage_at(document, colon)
    verbs = cue_verbs_in(document, Span(before.start, colon))
    if not verbs:
        return Statement(
            passage,
            sender(text, before.start, colon) or colon_subject(text, before.start, colon),
            Span(colon, colon + 1),
            (content,),
        )
    source = subject_before(text, before.start, verbs[-1].group.start)
    return Statement(
        passage,
        source or first_subject(text, before.start, colon),
        verbs[-1].group,
        (content,),
    )


def _going_on(document: Document, found: Sequence[Statement], passage: Span) -> int | None:
    """Return which statement a passage that is all quotation goes on with, in its block or from the last."""
    block = document.block_at(passage.start)
    if not found or block is None:
        return None
    text = document.view(skeleton)
    inside = block.span.contains(found[-1].passage) or _carries_on(document, passage)
    if not inside and not _is_next_paragraph(document, found[-1], passage):
        return None
    first = bisect_left(found, found[-1].passage, key=lambda each: each.passage)
    last = range(first, len(found))
    spoken = [index for index in last if any("“" in piece.cut(text) for piece in found[index].content)]
    if spoken:
        return spoken[0]
    return len(found) - 1 if inside and _leads_on(document, found[-1], passage) else None


def _leads_on(document: Document, before: Statement, passage: Span) -> bool:
    """Tell whether a passage has the very words of what the one before tells in others."""
    gap = document.view(skeleton)[before.passage.end : passage.start]
    return before.source is not None and before.cue is not None and not gap.strip()


def _is_next_paragraph(document: Document, before: Statement, passage: Span) -> bool:
    """Tell whether a passage opens the paragraph after one in which somebody is quoted."""
    text = document.view(skeleton)
    return (
        before.source is not None
        and before.cue is not None
        and not text[before.passage.end : passage.start].strip()
        and any("“" in piece.cut(text) for piece in before.content)
    )


def _carries_on(document: Document, piece: Span) -> bool:
    """Tell whether a piece opens with what an earlier paragraph left open."""
    quotation = quotation_at(document, piece.start)
    return quotation is not None and quotation.carries_on
