"""Directives: the inline ignores of every format, `newslint: ignore[rule, family] -- reason`."""

from __future__ import annotations

import re

from newslint.plugin import Directive, Span

SIGNATURE = "newslint:"
FILE_LINES = 10
NO_LINE = 0

# newslint: ignore[units.false-precision, dates] -- as printed on the sign
DIRECTIVE = re.compile(
    r"""
    \s* newslint: \s* (?P<verb> ignore(?:-file)? ) \s*
    (?: \[ (?P<rules> [\w.,\s-]+ ) \] )? \s*
    (?: -- \s* (?P<reason> .*? ) )? \s*
    """,
    re.VERBOSE | re.DOTALL,
)


def directive(words: str, span: Span, *, line: int, applies_to: int) -> Directive | None:
    """Read the *words* of a comment at *span* of the source; None when they are no directive.

    *line* is where they stand, *applies_to* the line an `ignore` silences. Without a list every rule is
    meant. An `ignore-file` below the first lines silences nothing, and so is reported as unused.
    """
    match = DIRECTIVE.fullmatch(words)
    if match is None:
        return None
    rules = tuple(rule.strip() for rule in (match["rules"] or "").split(",") if rule.strip())
    if match["rules"] and not rules:
        return None
    if match["verb"] == "ignore":
        return Directive(span, rules, applies_to, match["reason"] or "")
    return Directive(span, rules, None if line <= FILE_LINES else NO_LINE, match["reason"] or "")
