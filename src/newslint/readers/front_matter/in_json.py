"""JSON: its strings."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newslint.plugin import FrontMatterFault, SourceError
from newslint.readers.front_matter.entries import PARAMS, BrokenError, Entry, plain_key
from newslint.readers.json_values import Value, Words, values

RESERVED = '"\\\n\r\t'


def entries(body: str, start: int) -> tuple[Entry, ...]:
    """Return the values in *body*, which stands in the source from *start* on. Raises BrokenError."""
    try:
        json.loads(body, parse_int=str, parse_float=str)
        # So that every string is told with its place in the source.
        told = values(" " * start + body, "")
    except json.JSONDecodeError as cause:
        position = min(cause.pos, max(0, len(body) - 1))
        raise BrokenError(position, FrontMatterFault.OTHER, cause.msg) from None
    except (RecursionError, SourceError):
        raise BrokenError(0, FrontMatterFault.DEEP) from None
    if not isinstance(told, dict):
        raise BrokenError(0, FrontMatterFault.KEYLESS)
    return tuple(_entries(told, "", depth=0))


def _entries(value: Value, key: str, *, depth: int) -> Iterator[Entry]:
    """Yield the values in a value; `values` has refused what is nested too deep for this.

    Those in `params` are no deeper than it.
    """
    match value:
        case Words():
            if pieces := tuple(value.pieces()):
                yield Entry(key, pieces, depth == 1, RESERVED)
        case dict():
            for name, each in value.items():
                inner = plain_key(name)
                yield from _entries(each, inner, depth=depth + (depth > 0 or inner != PARAMS))
        case list():
            for each in value:
                yield from _entries(each, key, depth=depth)
