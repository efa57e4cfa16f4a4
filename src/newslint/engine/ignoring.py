"""Ignoring: findings of a document → the places where a comment would silence them, the best first."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

import msgspec

from newslint.core.document import Block, BlockKind, Directive, Document
from newslint.core.finding import Finding, SourceEdit
from newslint.core.source import line_starts
from newslint.engine.reach import speaking

# What opens a comment that may stand in a line of copy.
INLINE = "<"
INDENT = re.compile(r"[ \t]*")
# A break by hand at the end of a line of Markdown stays at its end.
LINE = re.compile(r"([^\r\n]*?)(?:[ \t]*\\?)(\r\n?|\n|\Z)")
LINE_END = re.compile(r"\r\n?|\n")
# What must come first in its file.
PROLOGUE = re.compile(r"\ufeff?<(?:!doctype|\?xml)", re.IGNORECASE)
# A line between two of them would part them.
JOINED = frozenset((BlockKind.LIST_ITEM, BlockKind.TABLE_CELL))


class Target(msgspec.Struct, frozen=True):
    """A line with findings: where it starts, where the last ends, and where the first line of its block does.

    Blocks that are *joined* are rows of a table or entries of a list.
    """

    line: int
    start: int
    end: int
    findings: tuple[Finding, ...]
    block: int | None
    joined: bool

    @property
    def path(self) -> str:
        """Return the path of the story."""
        return self.findings[0].path

    @property
    def rules(self) -> tuple[str, ...]:
        """Return the rules to silence, in order."""
        return tuple(sorted({finding.rule for finding in self.findings}))


def targets(document: Document, findings: Iterable[Finding]) -> list[Target]:
    """Return the lines of a document that findings start in, in order."""
    starts = line_starts(document.source)
    blocks = [(document.map.source(each.span).start, each) for each in document.blocks if len(each.span)]
    blocks.sort(key=lambda each: each[0])
    by_line: dict[int, list[Finding]] = {}
    for finding in findings:
        by_line.setdefault(finding.start.line, []).append(finding)
    return [_target(line, found, starts, blocks) for line, found in sorted(by_line.items())]


def _target(
    line: int, found: Sequence[Finding], starts: Sequence[int], blocks: Sequence[tuple[int, Block]]
) -> Target:
    first = min(finding.start.offset for finding in found)
    number = bisect_right(blocks, first, key=lambda each: each[0]) - 1
    opened, block = blocks[number] if number >= 0 else (None, None)
    start = starts[bisect_right(starts, opened) - 1] if opened is not None else None
    end = max(finding.end.offset for finding in found)
    joined = block is not None and block.kind in JOINED
    return Target(line, starts[line - 1], end, tuple(found), start, joined)


def insertions(target: Target, source: str, forms: Iterable[str], reason: str) -> Iterator[SourceEdit]:
    """Yield what may be put into a source to silence a line, the best first; not all of it may be read."""
    for form in forms:
        comment = form.format(rules=", ".join(target.rules), reason=reason)
        before = _before(source, target.start, comment)
        if not form.startswith(INLINE):
            yield before
            continue
        opens = target.block is None or target.block == target.start
        own = [] if PROLOGUE.match(source, target.start) else [before]
        within = [*_within(source, target, comment)]
        yield from (*own, *within) if opens and not target.joined else (*within, *own)
        if target.block is not None and not opens:
            yield _before(source, target.block, comment)


def beside(target: Target, forms: Iterable[str], reason: str) -> Iterator[SourceEdit]:
    """Yield what may be put beside a line, in a format whose comments stand in no line."""
    start = min(finding.start.offset for finding in target.findings)
    return (_put(start, form.format(rules=", ".join(target.rules), reason=reason)) for form in forms)


def _before(source: str, start: int, comment: str) -> SourceEdit:
    """Put a comment on a line of its own before another, as that is indented and ended."""
    place = start + source.startswith("\ufeff", start)
    indent = INDENT.match(source, place)
    end = LINE_END.search(source, place) or LINE_END.search(source)
    return _put(place, f"{indent[0] if indent else ''}{comment}{end[0] if end else chr(10)}")


def _within(source: str, target: Target, comment: str) -> Iterator[SourceEdit]:
    """Put a comment at the end of a line, or right behind the words in question."""
    line = LINE.match(source, target.start)
    if line:
        yield _put(line.end(1), comment)
    yield _put(target.end, comment)


def _put(place: int, text: str) -> SourceEdit:
    return SourceEdit(place, place, text)


def is_same(before: Document, after: Document) -> bool:
    """Tell whether two documents have the same copy, and of ignores the second only more, of single lines."""
    more = Counter(map(_known, after.directives))
    more.subtract(map(_known, before.directives))
    return (
        all(count >= 0 for count in more.values())
        and not any(count for (*_, whole), count in more.items() if whole)
        and _copy(before) == _copy(after)
    )


def silent(document: Document, wanted: Sequence[Target], edits: Sequence[SourceEdit]) -> bool:
    """Tell whether ignores silence all rules of all targets where they stand once *edits* are made."""
    starts = line_starts(document.source)
    lines = [bisect_right(starts, place) for place in _moved(wanted, edits)]
    near = speaking(document, lines)
    return all(
        {rule for directive in near.get(line, ()) for rule in directive.rules}.issuperset(target.rules)
        for line, target in zip(lines, wanted, strict=True)
    )


def _moved(wanted: Iterable[Target], edits: Iterable[SourceEdit]) -> Iterator[int]:
    """Yield where the first findings of targets stand, behind what was put before them."""
    places = sorted(edits)
    starts = [edit.start for edit in places]
    shifts = [0, *accumulate(len(edit.text) for edit in places)]
    firsts = (target.findings[0].start.offset for target in wanted)
    return (first + shifts[bisect_right(starts, first)] for first in firsts)


def _known(directive: Directive) -> tuple[object, ...]:
    return directive.rules, directive.reason, directive.verb, directive.meant, directive.line is None


def _copy(document: Document) -> tuple[object, ...]:
    remarks = [each.fault for each in document.remarks]
    return document.path, document.text, document.blocks, document.meta, remarks
