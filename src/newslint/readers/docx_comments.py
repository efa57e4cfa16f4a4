"""Comments in a Word file: written at words of the story, with the parts and the relations that they want."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import count
from xml.sax.saxutils import escape

from newslint.plugin import SourceEdit
from newslint.readers.docx_changes import AUTHOR, NUMBERS
from newslint.readers.docx_names import MAIN
from newslint.readers.docx_runs import is_utf8, prefix
from newslint.readers.packages import Package
from newslint.readers.paragraphs import Line, Place

TYPES = "[Content_Types].xml"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
# What the relation of comments is called, in Word's own form and in the strict one.
RELATION = {
    MAIN[0]: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    MAIN[1]: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
ROOT = re.compile(
    rb"<(?P<prefix>[^\s<>/:!?]+:)?(?P<name>comments|Types|Relationships)(?:\s[^<>]*?)?(?P<empty>/)?>"
)
DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def with_comments(
    package: Package, main: str, lines: Sequence[Line], comments: Sequence[SourceEdit], at: datetime
) -> dict[str, bytes]:
    """Return the parts that change, and new ones, where the words of *comments* are put at their starts.

    Raises ValueError where one cannot stand.
    """
    story = package.needed(main)
    folder, name = main.rsplit("/", 1)
    part, relations = f"{folder}/comments.xml", f"{folder}/_rels/{name}.rels"
    known = package.part(part)
    if not all(map(is_utf8, (story, known or b""))):
        raise ValueError("it is not written in UTF-8")
    number = max(map(int, NUMBERS.findall(story + (known or b""))), default=0)
    placed = [(_place(lines, each.start, main), each) for each in comments]
    numbered = list(enumerate(placed, start=number + 1))
    made = {
        main: _marked(story, [(place, each) for each, (place, _) in numbered]),
        part: _inside(known or _empty(story), lambda space: _written(numbered, at, space)),
    }
    if known is None:
        related = package.part(relations) or DECLARATION + f'<Relationships xmlns="{RELATIONS}"/>'.encode()
        made[TYPES] = _inside(
            package.needed(TYPES), lambda space: f'<{space}Override PartName="/{part}" ContentType="{KIND}"/>'
        )
        made[relations] = _inside(related, lambda space: _relation(story, related, space))
    return made


def _place(lines: Iterable[Line], start: int, main: str) -> Place:
    """Return the words of a line that a comment is put at: those at its start, else the first."""
    position = 0
    for line in lines:
        if start <= position + len(line.words):
            own = [each for each in line.editable or () if each.place.part == main]
            there = [each for each in own if each.span.start <= start - position < each.span.end]
            if not own:
                raise ValueError(f"the paragraph at {position} takes no comment")
            return (there or own)[0].place
        position += len(line.words) + 1
    raise ValueError(f"there is no paragraph at {start}")


def _marked(story: bytes, places: Iterable[tuple[Place, int]]) -> bytes:
    """Put the mark of each comment right before the run that it is at."""
    parts: list[bytes] = []
    position = 0
    for place, number in sorted(places, key=lambda each: (each[0].run, each[1])):
        space = prefix(place.opening)
        name = f'{space}id="{number}"'
        mark = (
            f"<{space}commentRangeStart {name}/><{space}commentRangeEnd {name}/>"
            f"<{space}r><{space}commentReference {name}/></{space}r>"
        )
        parts += [story[position : place.run], mark.encode()]
        position = place.run
    return b"".join([*parts, story[position:]])


def _written(numbered: Iterable[tuple[int, tuple[Place, SourceEdit]]], at: datetime, space: str) -> str:
    """Write comments under the prefix of their root."""
    signed = f'{space}author="{AUTHOR}" {space}date="{at:%Y-%m-%dT%H:%M:%SZ}" {space}initials="nl"'
    return "".join(
        f'<{space}comment {space}id="{number}" {signed}><{space}p><{space}r>'
        f'<{space}t xml:space="preserve">{escape(comment.text)}</{space}t>'
        f"</{space}r></{space}p></{space}comment>"
        for number, (_, comment) in numbered
    )


def _inside(part: bytes, elements: Callable[[str], str]) -> bytes:
    """Put elements, given their prefix, last into the root of a part. Raises ValueError for no such root."""
    root = ROOT.search(part)
    if root is None:
        raise ValueError("a part of it has no root that is known")
    space = (root["prefix"] or b"").decode()
    put, closing = elements(space).encode(), f"</{space}{root['name'].decode()}>".encode()
    if root["empty"]:
        return part[: root.start("empty")] + b">" + put + closing + part[root.end() :]
    place = part.rindex(closing)
    return part[:place] + put + part[place:]


def _empty(story: bytes) -> bytes:
    """Return a part without comments, in the form that the story is of."""
    return DECLARATION + f'<w:comments xmlns:w="{_form(story)}"/>'.encode()


def _relation(story: bytes, related: bytes, space: str) -> str:
    """Write the relation of comments, under a name that is free."""
    names = (f"newslint{number}" for number in count(1))
    free = next(name for name in names if f'"{name}"'.encode() not in related)
    return f'<{space}Relationship Id="{free}" Type="{RELATION[_form(story)]}" Target="comments.xml"/>'


def _form(story: bytes) -> str:
    return MAIN[1] if MAIN[1].encode() in story else MAIN[0]
