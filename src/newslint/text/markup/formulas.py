r"""Formulas: TeX between dollar signs or escaped brackets, told from sums of money and from copy.

`$$…$$`, `\[…\]`, `\(…\)` and `$…$` are formulas only where TeX or arithmetic shows in them, and no words:
exporters escape the brackets of "he \[the mayor\] said", and guides give prices as "$$".
"""

from __future__ import annotations

from newslint.core.pattern import lazy_pattern
from newslint.text.markup.ahead import Ahead
from newslint.text.markup.tag import Found, found

CLOSINGS = {"$": "$", "$$": "$$", "\\(": "\\)", "\\[": "\\]"}
# The widest table of cases; what is longer holds words.
LONGEST = 2_000
# Sums of money in a formula are escaped.
MOST_ESCAPED = 8
# \frac, x^2, v_{max}
TEX = lazy_pattern(r"\\[A-Za-z]+|[\^_][\w{\\*+'-]")
# What TeX takes for no words of the formula: "\text", "{km per hour}", "_max".
SET_APART = lazy_pattern(r"\\[A-Za-z]+|\{[^{}]*\}|[\^_]\w+")
# Braces stand in braces; these are taken away from the inside out.
DEEPEST = 6
WORD = lazy_pattern(r"[^\W\d_]{3}")
# "a -- b", "F = ma": a letter beside a sign that stands apart.
ARITHMETIC = lazy_pattern(r"(?<![^\W_])[^\W\d_]{1,2} +(?:--?|[=+<>*/−–×]) +\S")


def may_hold_formulas(letters: str) -> bool:
    """Tell whether it pays to look for formulas."""
    return letters.count("$") > 1 or "\\(" in letters or "\\[" in letters


def formula(ahead: Ahead, position: int, end: int) -> Found | None:
    """Return the formula that the marks from *position* to *end* open."""
    opening = ahead.letters[position:end]
    close = _close(ahead.letters, CLOSINGS[opening], end)
    if close < 0 or close > ahead.blank_line(position):
        return None
    content = ahead.letters[end:close]
    # None stands in another; it also would be read once for each.
    if opening in content:
        return None
    after = close + len(opening)
    if opening[0] == "$" and not _is_apart(ahead.letters, position, after):
        return None
    if opening == "$" and content != content.strip():
        return None
    return found(position, after) if _is_tex(content) else None


def _close(letters: str, closing: str, position: int) -> int:
    """Return where the formula closes, -1 for nowhere near; a sign that is escaped closes none."""
    last = position + LONGEST
    close = letters.find(closing, position, last)
    for _ in range(MOST_ESCAPED):
        if close <= position or letters[close - 1] != "\\":
            return close
        close = letters.find(closing, close + 1, last)
    return -1


def _is_apart(letters: str, start: int, end: int) -> bool:
    """Tell whether no letter, figure or other sign touches a formula, as it does in "US$5" and "$5/$6"."""
    return not any(
        each.isalnum() or each == "$" for each in (letters[start - 1 : start], letters[end : end + 1])
    )


def _is_tex(content: str) -> bool:
    bare = content
    for _ in range(DEEPEST):
        bare, before = SET_APART.sub(" ", bare), bare
        if bare == before:
            break
    if WORD.search(bare):
        return False
    return bool(TEX.search(content) or ARITHMETIC.search(bare))
