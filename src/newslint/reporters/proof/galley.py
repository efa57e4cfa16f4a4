"""A galley: the copy of one story as readers see it, the words in question marked, the notes beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec

from newslint.plugin import BlockKind, Severity
from newslint.reporters.proof.elements import Element, add, element
from newslint.reporters.proof.notes import note
from newslint.reporters.proof.sheet import Sheet
from newslint.reporters.proof.stories import Noted, Story

# Those that follow each other are set together, within an element of this name.
TOGETHER = {BlockKind.LIST_ITEM: "ul", BlockKind.TABLE_CELL: "table", BlockKind.QUOTE: "blockquote"}
TAGS = {
    BlockKind.LIST_ITEM: "li",
    BlockKind.TABLE_CELL: "td",
    BlockKind.SUBHEAD: "h3",
    BlockKind.CODE: "pre",
}


class Mark(msgspec.Struct, frozen=True):
    """A stretch of a block that a note is about; the *last* of a note carries its number."""

    start: int
    end: int
    noted: Noted
    last: bool


def galley(story: Story) -> Element:
    """Set a story: its blocks, each with the notes on it; those on no block come last."""
    sheet, marks, notes = story.sheet, _marks(story), _by_block(story)
    copy = element("div", {"class": "copy"} | ({"lang": sheet.language} if sheet.language else {}))
    for numbers in _groups(sheet):
        beside = [note(story, each) for number in numbers for each in notes.get(number, ())]
        kind = sheet.blocks[numbers[0]].kind.value
        body = _group(story, numbers, marks)
        copy.append(element("div", {"class": f"set {kind}"}, body, _notes(beside)))
    unset = [note(story, each) for each in notes.get(None, ())]
    return element("div", {"class": "galley"}, copy, _unset(unset) if unset else None)


def _notes(notes: Sequence[Element]) -> Element | None:
    return element("ul", {"class": "notes", "lang": "en"}, *notes) if notes else None


def headline(sheet: Sheet) -> int | None:
    """Return the number of the block that heads a story, or None."""
    kinds = [block.kind for block in sheet.blocks]
    return kinds.index(BlockKind.HEADLINE) if BlockKind.HEADLINE in kinds else None


def _unset(notes: Sequence[Element]) -> Element:
    return element("div", {"class": "unset"}, element("h3", {}, "Beside the copy"), _notes(notes))


def _marks(story: Story) -> dict[int, list[Mark]]:
    """Return the marks of each block; a note stands beside the block in which its words begin."""
    marks: dict[int, list[Mark]] = {}
    for noted in story.noted:
        own = [place for place in noted.places if place.block == noted.places[0].block]
        for place in noted.places:
            mark = Mark(place.start, place.end, noted, last=place == own[-1])
            marks.setdefault(place.block, []).append(mark)
    return marks


def _by_block(story: Story) -> dict[int | None, list[Noted]]:
    found: dict[int | None, list[Noted]] = {}
    for noted in story.noted:
        found.setdefault(noted.places[0].block if noted.places else None, []).append(noted)
    return found


def _groups(sheet: Sheet) -> Iterator[list[int]]:
    """Yield the numbers of the blocks that are set together."""
    for kind, group in groupby(range(len(sheet.blocks)), key=lambda number: sheet.blocks[number].kind):
        numbers = list(group)
        if kind in TOGETHER:
            yield numbers
        else:
            yield from ([number] for number in numbers)


def _group(story: Story, numbers: Sequence[int], marks: dict[int, list[Mark]]) -> Element:
    made = [_block(story, number, marks.get(number, ())) for number in numbers]
    kind = story.sheet.blocks[numbers[0]].kind
    if kind not in TOGETHER:
        return made[0]
    if kind is not BlockKind.TABLE_CELL:
        return element(TOGETHER[kind], {}, *made)
    table = element("tbody")
    for number, cell in zip(numbers, made, strict=True):
        if number in story.sheet.rows or not len(table):
            table.append(element("tr"))
        table[-1].append(cell)
    return element("table", {}, table)


def _block(story: Story, number: int, marks: Iterable[Mark]) -> Element:
    sheet = story.sheet
    block = sheet.blocks[number]
    attributes = {"id": story.block(number), "data-line": str(sheet.lines[number])}
    tag = TAGS.get(block.kind, "p")
    # It heads the story, and is what is gone to when the story is.
    if number == headline(sheet):
        tag, attributes = "h2", attributes | {"tabindex": "-1"}
    made = element(tag, attributes)
    for child in _runs(story, block.span.cut(sheet.text), list(marks)):
        add(made, child)
    return made


def _runs(story: Story, words: str, marks: Sequence[Mark]) -> Iterator[Element | str]:
    """Yield the words of a block in runs that the same notes are about; a note's number ends its last."""
    opening, closing = _by_ends(marks)
    open_marks: dict[int, Mark] = {}
    places = sorted({0, len(words), *opening, *closing})
    for start, end in zip(places, [*places[1:], len(words)], strict=True):
        for mark in closing.get(start, ()):
            open_marks.pop(id(mark), None)
            if mark.last:
                yield _reference(story, mark.noted)
        open_marks |= {id(mark): mark for mark in opening.get(start, ()) if mark.start < mark.end}
        if open_marks and start < end:
            yield _marked(words[start:end], [mark.noted for mark in open_marks.values()])
        elif start < end:
            yield words[start:end]


def _by_ends(marks: Iterable[Mark]) -> tuple[dict[int, list[Mark]], dict[int, list[Mark]]]:
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.start, []).append(mark)
        closing.setdefault(mark.end, []).append(mark)
    return opening, closing


def _marked(words: str, notes: Sequence[Noted]) -> Element:
    severity = max((Severity(each.finding.severity) for each in notes), key=lambda each: each.rank)
    numbers = " ".join(str(each.number) for each in notes)
    return element("mark", {"class": severity.value, "data-n": numbers}, words)


def _reference(story: Story, noted: Noted) -> Element:
    severity = noted.finding.severity
    return element(
        "a",
        {
            "class": f"ref {severity}",
            "id": story.reference(noted),
            "href": f"#{story.note(noted)}",
            "aria-label": f"Note {noted.number}, {severity}",
        },
        str(noted.number),
    )
