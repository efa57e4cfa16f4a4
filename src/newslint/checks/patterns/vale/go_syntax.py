"""Go's ways of writing: its regular expressions as those of regex, and its format verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.plugin import lazy_pattern

PIECE = lazy_pattern(
    r"""
      (?P<hex>\\x\{(?P<code>[0-9A-Fa-f]+)\})
    | (?P<quoted>\\Q(?P<literal>.*?)(?:\\E|$))
    | (?P<escape>\\.)
    | (?P<flags>\(\?(?P<letters>[imsxn]*(?:-[imsxn]+)?)\))
    | (?P<open>\((?:\?(?:P?<\w+>|[:=!>]|<[=!]|[imsxn-]+:))?)
    | (?P<close>\))
    | (?P<bar>\|)
    | (?P<class>\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\])
    """,
    re.VERBOSE | re.DOTALL,
)
# In Go these are of ASCII alone.
OUTSIDE = {
    r"\w": "[0-9A-Za-z_]", r"\W": "[^0-9A-Za-z_]", r"\d": "[0-9]", r"\D": "[^0-9]",
    r"\s": r"[\t\n\f\r ]", r"\S": r"[^\t\n\f\r ]", r"\z": r"\Z",
}  # fmt: skip
INSIDE = {r"\w": "0-9A-Za-z_", r"\d": "0-9", r"\s": r"\t\n\f\r "}
IN_CLASS = lazy_pattern(r"\\x\{([0-9A-Fa-f]+)\}|\\(.)", re.DOTALL)
HYPHEN = lazy_pattern(r"(\\[wWdDsS])-(?!\])")
VERB = lazy_pattern(r"%(?:\[(\d+)\])?([sdvq%])")
SPACES = lazy_pattern(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[ \t]+(?P<counted>[*+?{])?", re.DOTALL)


def translated(expression: str) -> str:
    """Return an expression of Go as regex reads it: the same classes, and flags that end with their group."""
    return "".join(_translated(expression))


def formatted(message: str, *words: str) -> str:
    """Put words into a message as Go's Sprintf does; words too many are dropped."""
    following = iter(range(len(words)))

    def word(found: re.Match[str]) -> str:
        if found[2] == "%":
            return "%"
        number = int(found[1]) - 1 if found[1] else next(following, len(words))
        return words[number] if 0 <= number < len(words) else ""

    return VERB.sub(word, message)


def spaced(expression: str) -> str:
    """Return an expression in which a space is also the end of a line, as copy wraps."""
    if "(?x" in expression:
        return expression

    def space(found: re.Match[str]) -> str:
        return found[0] if found[0][0] in "\\[" or found["counted"] else r"\s+"

    return SPACES.sub(space, expression)


def listed(words: Sequence[str]) -> str:
    """Name words as Vale does: "'a', 'b', or 'c'"."""
    named = [f"'{word}'" for word in words]
    if len(named) < 3:
        return " or ".join(named)
    return f"{', '.join(named[:-1])}, or {named[-1]}"


def _translated(expression: str) -> Iterator[str]:
    # The flags that are open in each group, from the outermost on.
    opened: list[list[str]] = [[]]
    position = 0
    for found in PIECE.finditer(expression):
        yield expression[position : found.start()]
        position = found.end()
        match found.lastgroup and _kind(found):
            case "flags":
                opened[-1].append(found["letters"].replace("n", ""))
                yield _reopened(opened[-1][-1:])
            case "open":
                opened.append([])
                yield found[0]
            case "close":
                yield ")" * (len(opened[-1]) + 1)
                opened[-1:] = [] if len(opened) > 1 else [[]]
            case "bar":
                yield ")" * len(opened[-1]) + "|" + _reopened(opened[-1])
            case "class":
                # In `[\w-.]` the hyphen is one.
                letters = HYPHEN.sub(r"\1\\-", found[0][1:])
                yield "[" + IN_CLASS.sub(_in_class, letters)
            case _:
                yield _escaped(found)
    yield expression[position:]
    yield ")" * len(opened[0])


def _kind(found: re.Match[str]) -> str:
    return next(
        name for name in ("hex", "quoted", "escape", "flags", "open", "close", "bar", "class") if found[name]
    )


def _reopened(flags: Sequence[str]) -> str:
    return "".join(f"(?{letters}:" for letters in flags)


def _escaped(found: re.Match[str]) -> str:
    if found["hex"]:
        return re.escape(chr(int(found["code"], 16)))
    if found["quoted"]:
        return re.escape(found["literal"])
    return OUTSIDE.get(found[0], found[0])


def _in_class(found: re.Match[str]) -> str:
    if found[1]:
        return re.escape(chr(int(found[1], 16)))
    return INSIDE.get(found[0], found[0])
