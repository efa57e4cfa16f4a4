"""Expressions: regular expressions of rules, with words of lists in them, that may take only so long."""

from __future__ import annotations

import re
from collections.abc import Sequence
from time import thread_time
from typing import TYPE_CHECKING

from newslint.checks.patterns.faults import fault
from newslint.checks.patterns.listed import NAMED
from newslint.checks.patterns.size import size
from newslint.plugin import Lexicon, RuleError
from newslint.text.flat import ONE_FOR_ONE

if TYPE_CHECKING:
    import regex

# Compiling takes some 300 bytes a letter.
LARGEST = 20_000
# The text that expressions see has these plain, so that others would never be found.
PLAIN = str.maketrans(dict(ONE_FOR_ONE))


def expect_sound(option: str, expression: str, *, ignore_case: bool) -> frozenset[str]:
    """Return the names of the groups. Raises ValueError for an expression that does not compile."""
    return frozenset(_compiled(option, NAMED.sub("(?:x)", expression), ignore_case=ignore_case).groupindex)


def spelled(expression: str, lexicon: Lexicon) -> str:
    """Return an expression with the words of the lists that it names. Raises RuleError."""

    def words(found: re.Match[str]) -> str:
        if found[1] not in lexicon.lists:
            raise RuleError(f"there is no list `{found[1]}`; `newslint lists` names them")
        listed = sorted(lexicon.words(found[1]), key=len, reverse=True)
        return f"(?:{'|'.join(map(_literal, listed)) or '(?!)'})"

    return NAMED.sub(words, expression)


def compiled(expression: str, lexicon: Lexicon, *, ignore_case: bool) -> regex.Pattern[str]:
    """Compile an expression with the words of its lists. Raises RuleError."""
    try:
        return _compiled("pattern", spelled(expression, lexicon), ignore_case=ignore_case)
    except ValueError as cause:
        raise RuleError(f"with the words of its lists: {cause}") from None


def compile_raw(expression: str) -> regex.Pattern[str]:
    """Compile an expression as it stands. Raises ValueError for one that is none."""
    return _made("pattern", expression, 0)


def matches(
    pattern: regex.Pattern[str], text: str, *, timeout: float, start: int = 0, end: int | None = None
) -> Sequence[regex.Match[str]]:
    """Return all matches. Raises RuleError once the search has worked for *timeout* seconds.

    regex counts the time of all threads of the process, so that others' work would cut a search short; it is
    made again with twice the time, until this thread itself has worked so long.
    """
    found: list[regex.Match[str]] = []
    started, allowed = thread_time(), timeout
    while True:
        try:
            found.extend(pattern.finditer(text, start, end, timeout=allowed))
            return found
        except TimeoutError:
            if thread_time() - started >= timeout:
                raise RuleError(f"the pattern took over {timeout:g} seconds; it is off here") from None
            found.clear()
            allowed *= 2


def _compiled(option: str, expression: str, *, ignore_case: bool) -> regex.Pattern[str]:
    """Compile an expression for text in which spaces and apostrophes are plain."""
    import regex

    flags = regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0)
    return _made(option, expression.translate(PLAIN), flags)


def _made(option: str, expression: str, flags: int) -> regex.Pattern[str]:
    """Compile an expression; regex, which is slow to import, remembers it."""
    import regex

    if len(expression) > LARGEST or size(expression) > LARGEST:
        raise fault(option, f"expected at most {LARGEST:,} letters, counted repeats written out")
    try:
        return regex.compile(expression, flags)
    # What is nested too deep for the compiler is no error of its own.
    except (regex.error, RecursionError, OverflowError) as cause:
        raise fault(option, f"does not compile: {cause}") from None


def _literal(word: str) -> str:
    """Return a word of a list as an expression; a `*` in it stands for the rest of a word."""
    return re.escape(word).replace(r"\*", r"\w+")
