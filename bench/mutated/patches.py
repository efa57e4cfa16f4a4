"""Patches: a unified diff applied to a text, as `patch` would, whose lines end at LF alone."""

from __future__ import annotations

import re

HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@")
NO_END = "\\ No newline at end of file"


def patched(text: str, patch: str) -> str:
    """Apply a patch to the text it was made of."""
    old = _lines(text)
    new: list[str] = []
    position = 0
    rows = _lines(patch)
    for index, row in enumerate(rows):
        hunk = HUNK.match(row)
        if hunk:
            # A hunk that takes nothing away names the line it comes after.
            first = int(hunk[1]) - (hunk[2] != "0")
            new += old[position:first]
            position = first
        elif (row.startswith(("--- ", "+++ ")) and index < 2) or row.startswith("\\"):
            continue
        else:
            ended = index + 1 < len(rows) and rows[index + 1].startswith(NO_END)
            line = row[1:].removesuffix("\n") if ended else row[1:]
            if row[0] in " -":
                if old[position] != line:
                    return f"{old[position]!r} was expected to be {line!r}"
                position += 1
            if row[0] in " +":
                new.append(line)
    return "".join([*new, *old[position:]])


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)
