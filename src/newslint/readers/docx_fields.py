"""The fields of a Word file: of each a code, which is no copy, and what it came to, which is."""

from __future__ import annotations


class Fields:
    """The fields that are open where a file is being read, and so it changes."""

    def __init__(self) -> None:
        # For each, whether its code is still being read, and of how many it is.
        self.reading: list[bool] = []
        self.codes = 0
        # A field may go over several paragraphs.
        self.opened = 0

    def mark(self, kind: str) -> None:
        """Take the mark of a *kind*: `begin`, `separate` or `end`."""
        if kind == "begin":
            self.reading.append(True)
            self.codes += 1
            self.opened += 1
        elif kind == "end":
            self.opened = max(0, self.opened - 1)
            if self.reading:
                self.codes -= self.reading.pop()
        elif self.reading and kind == "separate":
            self.codes -= self.reading[-1]
            self.reading[-1] = False

    def end_paragraph(self) -> None:
        """Take every code to have ended: none is longer."""
        self.reading.clear()
        self.codes = 0
