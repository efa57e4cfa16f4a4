"""Own titles: what Word and Writer files say they are called."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.readers.packages import Elements, Package

DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


def title(package: Package, part: str) -> str:
    """Return the title that a part with metadata gives, "" if none."""
    core = Core()
    content = package.part(part)
    if content is not None:
        core.read(package, part, content)
    return " ".join("".join(core.pieces).split())


class Core(Elements):
    """Reads the title that the file gives itself."""

    names = {f"{DUBLIN_CORE} title": "title"}

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def start_title(self, _: Mapping[str, str]) -> None:
        """Take what stands in the title."""
        self.parser.CharacterDataHandler = self.pieces.append

    def end_title(self) -> None:
        """Take no more."""
        self.parser.CharacterDataHandler = None
