"""Reach: the lines of a source that a directive speaks for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newslint.core.document import Directive, DirectiveVerb, Document
from newslint.core.source import line_starts
from newslint.core.span import Span


def speaking(document: Document, lines: Iterable[int]) -> Mapping[int, Sequence[Directive]]:
    """Return for each of the *lines*, counted from 1, the directives that speak for it."""
    wanted = sorted(set(lines))
    found: dict[int, list[Directive]] = defaultdict(list)
    for directive, reach in _reaches(document):
        for line in wanted[bisect_left(wanted, reach.start) : bisect_left(wanted, reach.stop)]:
            found[line].append(directive)
    return found


def _reaches(document: Document) -> Iterator[tuple[Directive, range]]:
    last = document.source.count("\n") + document.source.count("\r") + 1
    blocks = _lines_of_blocks(document)
    for directive in document.directives:
        if directive.within:
            yield directive, _lines(document, directive.within)
            continue
        if directive.verb is not DirectiveVerb.IGNORE or directive.meant:
            continue
        if directive.line is None:
            yield directive, range(1, last + 1)
        else:
            yield directive, _block(directive, blocks)
    yield from _ranges(document.directives, last)


def _ranges(directives: Sequence[Directive], last: int) -> Iterator[tuple[Directive, range]]:
    """Yield each `off` with the lines up to its `on`, or to the end; an `on` without a list ends all."""
    opened: dict[frozenset[str], Directive] = {}
    for each in directives:
        if each.line is None or each.meant or each.within or each.verb is DirectiveVerb.IGNORE:
            continue
        if each.verb is DirectiveVerb.OFF:
            # Within one that is off already, it silences nothing more.
            opened.setdefault(frozenset(each.rules), each)
            continue
        closed = [frozenset(each.rules)] if each.rules else list(opened)
        for rules in closed:
            if off := opened.pop(rules, None):
                yield off, range(off.line or 0, each.line + 1)
                yield each, range(off.line or 0, each.line + 1)
    yield from ((off, range(off.line or 0, last + 1)) for off in opened.values())


def _block(directive: Directive, blocks: Sequence[range]) -> range:
    """Return the lines of the block that an ignore stands before, or its own line."""
    line = directive.line or 0
    if not directive.before:
        return range(line, line + 1)
    index = bisect_right(blocks, line, key=lambda each: each.start) - 1
    within = index >= 0 and line in blocks[index]
    return range(line, blocks[index].stop) if within else range(line, line + 1)


def _lines_of_blocks(document: Document) -> Sequence[range]:
    places = (document.map.source(block.span) for block in document.blocks if len(block.span))
    return sorted((_lines(document, place) for place in places), key=lambda each: each.start)


def _lines(document: Document, place: Span) -> range:
    starts = line_starts(document.source)
    return range(bisect_right(starts, place.start), bisect_right(starts, place.end - 1) + 1)
