"""Word by word: what fixes would change, as a person reads it: the lines, with little round the words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from newslint.core.visible import visible

WORD = re.compile(r"\s+|\w+(?:[.,’']\w+)*|.", re.DOTALL)
# What is shown on either side of a change, cut between words.
CONTEXT = 40
INDENT = "    "
BOLD, RED, GREEN, PLAIN = "\x1b[1m", "\x1b[31;9m", "\x1b[32m", "\x1b[0m"
# As git marks words where there are no colours.
GONE, NEW = ("[-", "-]"), ("{+", "+}")

Shown = Callable[[str, str, str], Iterator[str]]


def worded(*, coloured: bool) -> Shown:
    """Return what shows the change of a file: its path, its copy before and after."""

    def shown(path: str, before: str, after: str) -> Iterator[str]:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
        for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag == "equal":
                continue
            place = f"{visible(path)}:{i + 1}"
            yield f"{BOLD}{place}{PLAIN}\n" if coloured else f"{place}\n"
            yield f"{INDENT}{''.join(_parts(''.join(old[i:j]), ''.join(new[k:m]), coloured)).strip()}\n"

    return shown


def _parts(before: str, after: str, coloured: bool) -> Iterator[str]:
    """Yield the stretches of changed lines, those that stay cut to what stands beside a change."""
    old, new = WORD.findall(before), WORD.findall(after)
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, put = "".join(old[i:j]), "".join(new[k:m])
        if tag == "equal":
            yield _cut(_on_one_line(gone), opens=i == 0, ends=j == len(old))
            continue
        yield _marked(gone, RED if coloured else "", *GONE)
        yield _marked(put, GREEN if coloured else "", *NEW)


def _on_one_line(words: str) -> str:
    return visible(" ".join(words.splitlines()))


def _marked(words: str, colour: str, opening: str, closing: str) -> str:
    shown = _on_one_line(words)
    if not shown:
        return ""
    return f"{colour}{shown}{PLAIN}" if colour else f"{opening}{shown}{closing}"


def _cut(words: str, *, opens: bool, ends: bool) -> str:
    """Leave out what is far from a change: before the first, behind the last, or between two."""
    if opens:
        return _tail(words)
    if ends:
        return _head(words)
    return words if len(words) <= 2 * CONTEXT else f"{_head(words)}{_tail(words).removeprefix('…')}"


def _tail(words: str) -> str:
    at = words.find(" ", max(0, len(words) - CONTEXT))
    return words if len(words) <= CONTEXT or at < 0 else f"…{words[at:]}"


def _head(words: str) -> str:
    at = words.rfind(" ", 0, CONTEXT)
    return words if len(words) <= CONTEXT or at < 0 else f"{words[:at]} …"
