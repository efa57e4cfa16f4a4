"""What others inserted into a Word file, as changes that nobody has accepted or rejected yet."""

from __future__ import annotations

import re

# <w:ins w:id="7" w:author="Kari Nes" w:date="2026-03-10T09:30:00Z">
INSERTION = re.compile(rb"<[^\s<>/:]+:ins(?:\s+[^\s<>=/]+=(?:\"[^\"<>]*\"|'[^'<>]*'))*\s*>")
OPENED = re.compile(rb"<[A-Za-z]")


class Insertions:
    """The insertions that are open where a part is being read, and so it changes.

    A fix can be written into a run that stands right in one: it is parted, and what is deleted stays within.
    """

    def __init__(self) -> None:
        self.tags: list[bytes | None] = []
        # Up to which byte the inmost was looked through, and how many elements are open there.
        self.reached = self.depth = 0

    def open(self, part: bytes, start: int) -> bool:
        """Open the insertion that starts there; tell whether nothing is to be written in it."""
        found = None if self.tags else INSERTION.match(part, start)
        self.tags.append(found and found[0])
        if found:
            self.reached, self.depth = found.end(), 0
        return found is None

    def close(self) -> bool:
        """Close the inmost; tell whether nothing was to be written in it."""
        return self.tags.pop() is None

    def around(self, part: bytes, run: int) -> bytes | None:
        """Return the tag of the insertion that a run stands in, b"" if in none, None if not right in it."""
        if not self.tags:
            return b""
        between = part[self.reached : run]
        self.depth += len(OPENED.findall(between)) - between.count(b"/>") - between.count(b"</")
        self.reached = run
        return self.tags[0] if self.depth == 0 else None
