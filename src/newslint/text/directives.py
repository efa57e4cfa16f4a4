"""Directives: the inline ignores of every format, `newslint: ignore[rule, family] -- reason`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from newslint.core.document import Directive, DirectiveVerb
from newslint.core.pattern import lazy_pattern
from newslint.core.source import line_starts
from newslint.core.span import Span

SIGNATURE = "newslint"
FILE_LINES = 10
NO_LINE = 0
# A message repeats so many names.
MOST_NAMES = 5
VERBS = "ignore", "off", "on"
OTHER_LINTERS = {"disable": "off", "enable": "on"}
LONGEST_VERB = 20

# [newslint: ignore[units.false-precision, dates] -- as printed on the sign], # newslint: ignore[units]
# A comment of XML holds no two hyphens: <!-- newslint: ignore[units] — as printed on the sign -->
DIRECTIVE = lazy_pattern(
    r"""
    (?: \[ | <!-- | (?P<comment> \# ) ) \s*+ newslint: \s*+ (?P<verb> ignore(?:-file)? | off | on ) \s*+
    (?: \[ \s*+ (?P<rules> [\w.-]+ (?: \s*+ , \s*+ [\w.-]+ )* ) \s*+ \] )? \s*+
    (?: (?: -- | — ) (?P<reason> .*? ) )?
    (?(comment) | (?: \] | --> ) )
    """,
    re.VERBOSE,
)
# What a directive opens with, or one without its colon; Word writes the first letter of a comment large.
OPENING = r"(?i:newslint)(?::|(?=\s++[\w-]++\s*+\[))"
OPENS = lazy_pattern(OPENING)
# What was meant to be one: a comment, or a line in square brackets, that opens so.
ATTEMPT = lazy_pattern(rf"(?:\[|<!--|#)\s*+{OPENING}")
NAME = lazy_pattern(r"[\w-]+(?:\.[\w-]+)*")
COPY = lazy_pattern(r"\S")
# What may stand before a comment that is alone on its line.
MARGIN = " \t>*+-\ufeff"


def is_signed(letters: str) -> bool:
    """Tell whether a source may hold a directive, or one that opens with a capital; most hold none."""
    return SIGNATURE[1:] in letters or SIGNATURE[1:].upper() in letters


def is_directive(comment: str) -> bool:
    """Tell whether a comment, with the marks round it, is an inline ignore or was meant to be one."""
    return ATTEMPT.match(comment) is not None


def opens_directive(words: str) -> bool:
    """Tell whether *words*, without marks round them, are an inline ignore or were meant to be one."""
    return OPENS.match(words) is not None


def directives(
    letters: str, comments: Sequence[Span], *, marks: str = "", start: int = 0
) -> tuple[Directive, ...]:
    """Return what the *comments* of a source, which are directives, silence.

    An ignore alone on its line is for the next line of copy and the rest of its block, any other for its own
    line; `off` and `on` are for the lines between them. Without a list every rule is meant. The copy starts
    at *start*; an `ignore-file` below its first lines silences nothing, and so is reported as unused.
    *marks* are letters that open a comment, and so may stand before it.
    """
    if not comments:
        return ()
    starts = line_starts(letters)
    last = bisect_right(starts, start) + FILE_LINES - 1
    found = []
    inside = re.compile(f"[^{re.escape(MARGIN + marks)}]")
    # Where the first letter beside the margin stands, by line: many comments may stand in one.
    opens: dict[int, int] = {}
    following = copy_after = len(letters)
    for span in reversed(comments):
        copy = COPY.search(letters, span.end, following)
        copy_after = copy.start() if copy else copy_after
        line = bisect_right(starts, span.start)
        if line not in opens:
            first = inside.search(letters, starts[line - 1])
            opens[line] = first.start() if first else len(letters)
        alone = opens[line] >= span.start
        target = bisect_right(starts, copy_after) if alone else line
        within = line <= last
        found.append(_directive(letters, span, line=line, target=target, within=within, alone=alone))
        following = starts[line - 1] if alone else len(letters)
    return tuple(reversed(found))


def above(letters: str, comments: Sequence[Span], *, first: bool) -> Iterator[Directive]:
    """Yield the ignores above all stories of a file for one of them, the *first* or another, as a whole."""
    for each in directives(letters, comments):
        ignores = each.verb is DirectiveVerb.IGNORE and not each.meant
        yield msgspec.structs.replace(each, line=None if ignores else each.line, shared=not first)


def _directive(letters: str, span: Span, *, line: int, target: int, within: bool, alone: bool) -> Directive:
    match = DIRECTIVE.fullmatch(letters, span.start, span.end)
    if match is None:
        return Directive(span, (), NO_LINE, meant=_meant(span.cut(letters)))
    rules = tuple(rule.strip() for rule in (match["rules"] or "").split(",") if rule.strip())
    reason = (match["reason"] or "").strip()
    match match["verb"]:
        case "ignore":
            return Directive(span, rules, target, reason, before=alone)
        case "ignore-file":
            return Directive(span, rules, None if within else NO_LINE, reason)
        case verb:
            return Directive(span, rules, line, reason, verb=DirectiveVerb(verb))


def _meant(comment: str) -> str:
    """Write what a comment that is no directive was likely meant to be."""
    opening = OPENS.search(comment)
    words = (
        comment[opening.end() if opening else 0 :].removesuffix("-->").replace("—", "--").partition("--")[0]
    )
    verb, *names = [*NAME.findall(words), ""][: MOST_NAMES + 1]
    listed = ", ".join(filter(None, names))
    wanted = f"{SIGNATURE}: {_verb(verb)}"
    return f"{wanted}[{listed}]" if listed else wanted


def _verb(word: str) -> str:
    if "file" in word:
        return "ignore-file"
    if word in OTHER_LINTERS:
        return OTHER_LINTERS[word]
    from difflib import get_close_matches

    return next(iter(get_close_matches(word[:LONGEST_VERB], VERBS, n=1)), "ignore")
