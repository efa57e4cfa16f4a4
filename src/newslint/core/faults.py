"""Faults gathered: all that is wrong with a desk's files is told at once, not fault by fault."""

from __future__ import annotations

from newslint.core.errors import ConfigError, NewslintError, RuleError
from newslint.core.pattern import lazy_pattern

# How a fault begins: newslint.toml:3: exclude: found …
PLACE = lazy_pattern(r"(?P<file>.*?):(?P<line>\d+): ")
# Finding the nearest known name takes a moment, and nobody mends more at a time.
MOST_TOLD = 20


class Faults:
    """Faults of configs and rules in the order they were met; more than anybody mends are not gathered."""

    def __init__(self) -> None:
        self.found: list[NewslintError] = []

    def noted(self) -> Faults:
        """Go on after a fault in what is done here; raise all that were met once there are too many."""
        return self

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, cause: BaseException | None, _: object) -> bool:
        if not isinstance(cause, ConfigError | RuleError):
            return False
        self.found.append(cause)
        if len(self._told()) > MOST_TOLD:
            self.settle()
        return True

    def settle(self) -> None:
        """Raise what was met, if anything was, as an error of the kind of the first."""
        told = self._told()
        if not told:
            return
        if len(told) > MOST_TOLD:
            told[MOST_TOLD:] = [f"there are more faults; these are the first {MOST_TOLD}."]
        raise type(self.found[0])(*told) from None

    def _told(self) -> list[str]:
        """Return the lines of all faults, those of a file in the order of its lines."""
        told = list(dict.fromkeys(line for fault in self.found for line in fault.told))
        places = [PLACE.match(line) for line in told]
        files = list(dict.fromkeys(place["file"] for place in places if place))
        order = {
            line: (files.index(place["file"]), int(place["line"])) if place else (-1, 0)
            for line, place in zip(told, places, strict=True)
        }
        return sorted(told, key=order.__getitem__)
