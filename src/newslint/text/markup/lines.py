"""Lines that a machine reads: containers, admonitions, abbreviations, and the imports of MDX."""

from __future__ import annotations

import re

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.markup.ahead import Ahead
from newslint.text.markup.tag import Found, Role, Tag, found

ATTRIBUTES = r"""\{(?:[^{}"'\r\n]++|"[^"\r\n]*+"|'[^'\r\n]*+')*+\}"""
# :::note{title="Tides"}, ::: tip Mind the tide, :::warning[Mind the *tide*]{.wide}, :::
CONTAINER = lazy_pattern(
    rf"""
    :{{3,}}+ [ \t]*+ (?:{ATTRIBUTES}|[\w-]++)?+ [ \t]*+ (?:{ATTRIBUTES})?+ [ \t]*+
    (?: \[ (?P<label>[^\r\n]*?) \] [ \t]*+ (?:{ATTRIBUTES})?+ [ \t]*+ (?=[\r\n]|$) | (?P<words>[^\r\n]*+) )
    """,
    re.VERBOSE,
)
# ::video[The harbour]{{#v1}}
LEAF = lazy_pattern(r"::[a-z][\w-]*+[\[{][^\r\n]*+")
# :abbr[HB]{title="Harbour Board"}
INLINE = lazy_pattern(rf":[a-z][\w-]*+\[(?P<words>[^\[\]\r\n]*+)\](?:{ATTRIBUTES})?+")
# *[HB]: Harbour Board
ABBREVIATION = lazy_pattern(r"\*\[[^\]\r\n]++\]:[^\r\n]*+")
# !!! note "Mind the tide"
ADMONITION = lazy_pattern(
    r"""
    (?:!!!|\?\?\?\+?+) [ \t]++ [a-z][\w-]*+ (?:[ \t]++[a-z][\w-]*+)*+
    (?: [ \t]++ "(?P<words>[^"\r\n]*+)" [ \t]*+ (?=[\r\n]|$)
      | [ \t]*+ (?=(?:\r\n?|\n)(?:[ \t]*+(?:\r\n?|\n))?+(?:[ ]{4}|\t)) )
    """,
    re.VERBOSE,
)
# import Map, { Pin } from "./map.js";
IMPORT = lazy_pattern(
    r"""
    import \s++ (?:
        (?:type\s++)?+ (?:[\w$]++|\*\s*+as\s++[\w$]++|\{[^{}'"`]*+\})
        (?:\s*+,\s*+(?:\*\s*+as\s++[\w$]++|\{[^{}'"`]*+\}))?+ \s*+ from \s*+
    )?+ (?:"[^"\r\n]++"|'[^'\r\n]++') [ \t]*+ ;?+ [ \t]*+ (?=[\r\n]|$)
    """,
    re.VERBOSE,
)
# export const date = "2026-11-03"
EXPORT = lazy_pattern(
    r"""
    export \s++ (?:
        (?:const|let|var) \s++ [\w$]++ \s*+ [=:]
      | (?:async\s++)?+ function \b [ \t*]*+ [\w$]*+ \s*+ \(
      | class \s++ [\w$]++ (?:\s++extends\s++[\w$.]++)?+ \s*+ \{
      | default \s++ (?: [({[] | (?:async|function|class)\b | [\w$.]++; | [\w$.]++\( )
      | \{ [^{}]*+ \} | \* \s++ from \b
    )
    """,
    re.VERBOSE,
)


def colons(ahead: Ahead, position: int) -> Found | None:
    """Return the directive that opens with the colon at *position*."""
    letters = ahead.letters
    if letters.startswith("::", position):
        if not ahead.opens_line(position):
            return None
        if match := CONTAINER.match(letters, position):
            return _titled(match, "label" if match["label"] is not None else "words")
        match = LEAF.match(letters, position)
        return found(position, match.end()) if match else None
    before = letters[position - 1 : position]
    match = None if before.isalnum() or before == ":" else INLINE.match(letters, position)
    if match is None:
        return None
    return Found(
        match.end(),
        (
            Tag(Span(position, match.start("words")), Role.TRIM),
            Tag(Span(match.end("words"), match.end()), Role.TRIM),
        ),
    )


def abbreviation(ahead: Ahead, position: int) -> Found | None:
    """Return the definition that opens with the asterisk at *position*."""
    match = ABBREVIATION.match(ahead.letters, position) if ahead.opens_line(position) else None
    return found(position, match.end()) if match else None


def admonition(ahead: Ahead, position: int) -> Found | None:
    """Return the line that opens a note of MkDocs at *position*."""
    match = ADMONITION.match(ahead.letters, position) if ahead.opens_line(position) else None
    return _titled(match, "words") if match else None


def module_line(ahead: Ahead, position: int) -> Found | None:
    """Return the imports or exports of MDX that stand from the line at *position* to the next empty one."""
    if match := IMPORT.match(ahead.letters, position):
        return found(position, match.end())
    if EXPORT.match(ahead.letters, position):
        return found(position, ahead.blank_line(position))
    return None


def _titled(match: re.Match[str], group: str) -> Found:
    """Return the line as a tag round the words of its title."""
    words = match[group] or ""
    if not words.strip(" \t:") or "{" in words:
        return found(match.start(), match.end())
    title = Span(*match.span(group))
    tags = [Tag(Span(match.start(), title.start), Role.TITLE), Tag(title, Role.COPY)]
    if title.end < match.end():
        tags.append(Tag(Span(title.end, match.end()), Role.TRIM))
    return Found(match.end(), tuple(tags))
