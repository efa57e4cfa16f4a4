"""Globs: the gitignore-like patterns of configs and of `.gitignore` files, `sports/**` or `archive/`.

A glob becomes a regular expression, in which every star multiplies the ways to try: their number is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from newslint.core.errors import ConfigError
from newslint.rulebook.faults import cited, place

MOST_LETTERS = 1_000
MOST_STARS, MOST_DOUBLE_STARS = 4, 3
MOST_GLOBS = 10_000


def glob_spec(patterns: Sequence[str]) -> Any:
    """Return a matcher of globs, of which none has a fault."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def glob_fault(pattern: str) -> str | None:
    """Say why a pattern is no glob that is matched, or None."""
    parts = pattern.split("/")
    if "\0" in pattern or not pattern.strip(" !/"):
        return "expected a glob such as `sports/**`"
    if len(pattern) > MOST_LETTERS:
        return f"expected a glob of at most {MOST_LETTERS:,} letters"
    if parts.count("**") > MOST_DOUBLE_STARS:
        return f"expected a glob with `**` {MOST_DOUBLE_STARS} times at most"
    if any(part.count("*") > MOST_STARS for part in parts):
        return f"expected a glob with {MOST_STARS} stars at most between slashes"
    try:
        glob_spec([pattern])
    # pathspec raises a ValueError of its own, or lets that of the expression through that it makes of a glob.
    except (ValueError, IndexError, re.error):
        return "expected a glob such as `sports/**`"
    return None


def reject_globs(patterns: Iterable[str], *, origin: str, key: str) -> None:
    """Raise ConfigError for a pattern under a *key* that is no glob, and for too many of them."""
    patterns = tuple(patterns)
    if len(patterns) > MOST_GLOBS:
        raise ConfigError(f"{place(origin, [key])}: {key}: found more than {MOST_GLOBS:,} globs.")
    for pattern in patterns:
        if fault := glob_fault(pattern):
            raise ConfigError(f"{place(origin, [key, pattern])}: {key}: found `{cited(pattern)}`, {fault}.")


def ignore_spec(content: bytes) -> Any:
    """Return a matcher of what a `.gitignore` says, without the lines that are no globs, as git does."""
    lines = content.decode("utf-8", errors="replace").split("\n")[:MOST_GLOBS]
    return glob_spec([line for line in lines if line.startswith("#") or not glob_fault(line)])
