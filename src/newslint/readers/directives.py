"""Directives: the inline ignores of every format, `newslint: ignore[rule, family] -- reason`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from newslint.plugin import Directive, Span, lazy_pattern, line_starts

SIGNATURE = "newslint:"
FILE_LINES = 10
NO_LINE = 0

# [newslint: ignore[units.false-precision, dates] -- as printed on the sign]
DIRECTIVE = lazy_pattern(
    r"""
    (?: \[ | <!-- ) \s* newslint: \s* (?P<verb> ignore(?:-file)? ) \s*
    (?: \[ \s* (?P<rules> [\w.-]+ (?: \s* , \s* [\w.-]+ )* ) \s* \] )? \s*
    (?: -- \s* (?P<reason> .*? ) )? \s*
    (?: \] | --> )
    """,
    re.VERBOSE,
)
COPY = lazy_pattern(r"\S")
# What may stand before a comment that is alone on its line.
MARGIN = " \t>*+-\ufeff"


def is_directive(comment: str) -> bool:
    """Tell whether a comment, with the marks that open and close it, is an inline ignore."""
    return DIRECTIVE.fullmatch(comment) is not None


def directives(letters: str, comments: Sequence[Span]) -> tuple[Directive, ...]:
    """Return what the *comments* of a source, which are directives, silence.

    An ignore alone on its line is for the next line of copy, any other for its own. Without a list every
    rule is meant. An `ignore-file` below the first lines silences nothing, and so is reported as unused.
    """
    if not comments:
        return ()
    starts = line_starts(letters)
    found = []
    following = copy_after = len(letters)
    for span in reversed(comments):
        copy = COPY.search(letters, span.end, following)
        copy_after = copy.start() if copy else copy_after
        line = bisect_right(starts, span.start)
        alone = not letters[starts[line - 1] : span.start].strip(MARGIN)
        target = bisect_right(starts, copy_after) if alone else line
        found.append(_directive(letters, span, line=line, target=target))
        following = span.start if alone else len(letters)
    return tuple(reversed(found))


def _directive(letters: str, span: Span, *, line: int, target: int) -> Directive:
    match = DIRECTIVE.fullmatch(letters, span.start, span.end)
    if match is None:
        raise ValueError(f"no directive: {span.cut(letters)!r}")
    rules = tuple(rule.strip() for rule in (match["rules"] or "").split(",") if rule.strip())
    if match["verb"] == "ignore":
        return Directive(span, rules, target, match["reason"] or "")
    return Directive(span, rules, None if line <= FILE_LINES else NO_LINE, match["reason"] or "")
