"""Pairs: tags that open and tags that close, with copy between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from newslint.core.pattern import lazy_pattern
from newslint.text.markup.tag import Role, Tag

# {{< caption >}}, {{% /caption %}}, {% endcaption %}, [/caption]
NAME = lazy_pattern(r"(?P<opening>\{\{[<%#]?|\{%-?|\[)[ \t]*+(?P<close>/|end)?+(?P<name>[A-Za-z][\w-]*+)")


def paired(letters: str, tags: Sequence[Tag]) -> tuple[Tag, ...]:
    """Return the *tags*, the two of a pair known for what they are."""
    opened: dict[str, list[int]] = {}
    both: set[int] = set()
    for index, tag in enumerate(tags):
        match = NAME.match(letters, tag.span.start, tag.span.end) if tag.role is Role.OBJECT else None
        if match is None:
            continue
        name = _name(match)
        if match["close"] is None:
            opened.setdefault(name, []).append(index)
        elif opened.get(name):
            both |= {opened[name].pop(), index}
    if not both:
        return tuple(tags)
    return tuple(
        msgspec.structs.replace(tag, role=Role.WRAP) if index in both else tag
        for index, tag in enumerate(tags)
    )


def _name(match: re.Match[str]) -> str:
    return match["opening"][0] + match["name"].lower()
