"""YAML: its values, as libyaml's events place them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from newslint.plugin import FrontMatterFault, Piece, Span, lazy_pattern
from newslint.readers.front_matter.entries import PARAMS, BrokenError, Entry, plain_key
from newslint.readers.front_matter.spelling import (
    DOUBLE,
    FOLDED,
    LISTED,
    LITERAL,
    PLAIN,
    SINGLE,
    Spelling,
    held,
    spelled,
    whole,
)

if TYPE_CHECKING:
    from yaml import Event, MarkedYAMLError

MOST_DEPTH = 100
QUOTED = {"'": SINGLE, '"': DOUBLE}
BLOCKS = {"|": LITERAL, ">": FOLDED}
# What YAML does not allow.
ODD_LETTER = lazy_pattern("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What libyaml says, and what was likely meant.
FAULTS = {
    "mapping values are not allowed": FrontMatterFault.COLON,
    "cannot start any token": FrontMatterFault.SIGN,
    "expected alphabetic or numeric": FrontMatterFault.SIGN,
    "sequence entries are not allowed": FrontMatterFault.SIGN,
    "could not find expected ':'": FrontMatterFault.KEYLESS,
    "found unexpected end of stream": FrontMatterFault.OPEN,
    "did not find expected ','": FrontMatterFault.OPEN,
    "did not find expected key": FrontMatterFault.BEHIND,
}


def entries(body: str, start: int) -> tuple[Entry, ...]:
    """Return the values in *body*, which stands in the source from *start* on. Raises BrokenError."""
    import yaml

    try:
        return tuple(_Reading(body, start).entries(yaml.parse(body, Loader=_loader())))
    except yaml.MarkedYAMLError as cause:
        raise _broken(body, cause) from None
    except (yaml.YAMLError, ValueError):
        # A control character, or half of a letter.
        odd = ODD_LETTER.search(body)
        position = odd.start() if odd else 0
        raise BrokenError(position, FrontMatterFault.LETTER, f"U+{ord(body[position]):04X}") from None


def is_mapping(body: str) -> bool:
    """Tell whether a stretch is one mapping of YAML, and nothing else."""
    import yaml

    try:
        kinds = [type(event).__name__ for event in yaml.parse(body, Loader=_loader())]
    except (yaml.YAMLError, ValueError):
        return False
    return kinds[2:3] == ["MappingStartEvent"] and kinds.count("DocumentStartEvent") == 1


def _loader() -> Any:
    import yaml

    # Wheels have libyaml, thirty times as fast as the same in Python.
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _broken(body: str, cause: MarkedYAMLError) -> BrokenError:
    """Return the place and the kind of a fault; what opened something that does not end well is its place."""
    problem = cause.problem or ""
    fault = next((fault for said, fault in FAULTS.items() if said in problem), FrontMatterFault.OTHER)
    opened = cause.context_mark and "block" not in (cause.context or "")
    mark = cause.context_mark if opened else cause.problem_mark
    position = min(mark.index, max(0, len(body) - 1)) if mark else 0
    return BrokenError(position, fault, problem if fault is FrontMatterFault.OTHER else "")


class _Reading:
    """One pass over the events. It keeps the keys that are open, and so changes."""

    def __init__(self, body: str, start: int) -> None:
        self.body, self.start = body, start
        # The key of each mapping that is open, "" before it is told; None for a list.
        self.keys: list[str | None] = []
        self.listed: list[bool] = []

    def entries(self, events: Iterable[Event]) -> Iterator[Entry]:
        for event in events:
            match type(event).__name__:
                case "MappingStartEvent" | "SequenceStartEvent" as name:
                    self._open(event, None if name == "SequenceStartEvent" else "")
                case "MappingEndEvent" | "SequenceEndEvent":
                    self.keys.pop()
                    self.listed.pop()
                    self._told()
                case "ScalarEvent":
                    yield from self._scalar(event)
                case "AliasEvent":
                    self._told()
                case "DocumentEndEvent":
                    return

    def _open(self, event: Event, key: str | None) -> None:
        if len(self.keys) == MOST_DEPTH:
            raise BrokenError(event.start_mark.index, FrontMatterFault.DEEP, str(MOST_DEPTH))
        if (not self.keys and key is None) or self.keys[-1:] == [""]:
            raise BrokenError(event.start_mark.index, FrontMatterFault.KEYLESS)
        self.keys.append(key)
        self.listed.append(event.flow_style)

    def _scalar(self, event: Event) -> Iterator[Entry]:
        if not self.keys:
            raise BrokenError(event.start_mark.index, FrontMatterFault.KEYLESS)
        if self.keys[-1] == "":
            self.keys[-1] = plain_key(event.value) or "-"
            return
        key = next(key for key in reversed(self.keys) if key)
        pieces, spelling = self._spelled(event)
        if pieces:
            around = self.keys[1:] if self.keys[0] == PARAMS else self.keys
            top = sum(each is not None for each in around) == 1
            yield Entry(key, pieces, top, spelling.reserved)
        self._told()

    def _told(self) -> None:
        """Wait for the next key, where a mapping is open."""
        if self.keys and self.keys[-1] is not None:
            self.keys[-1] = ""

    def _spelled(self, event: Event) -> tuple[tuple[Piece, ...], Spelling]:
        first, last = event.start_mark.index, event.end_mark.index
        span = Span(self.start + first, self.start + last)
        written, sign = self.body[first:last], event.style or ""
        if sign in QUOTED:
            spelling, pieces = QUOTED[sign], spelled(written[1:-1], span.start + 1, QUOTED[sign])
        elif sign in BLOCKS:
            header = len(written) - len(written.partition("\n")[2] or written.partition("\r")[2])
            spelling = BLOCKS[sign]
            pieces = spelled(written[header:], span.start + header, spelling)
        else:
            spelling = LISTED if any(self.listed) else PLAIN
            pieces = held(spelled(written, span.start, spelling))
        said = "".join(piece.text for piece in pieces)
        # A tag, an anchor, or a comment below a block of lines stands in what libyaml calls the value.
        return pieces if said.split() == event.value.split() else whole(event.value, span), spelling
