"""Codes of RTF: put in the form that striprtf reads as it is meant, in one pass and within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.plugin import lazy_pattern
from newslint.readers.paragraphs import DELETED, FIELD, HIDDEN, LINE_BREAK, MARGINS

# Signs that RTF cannot hold otherwise: the end of a cell, and the start of an item of a list.
CELL_END, ITEM = "\x1f", "\x1e"
# Where words are left out, by why.
GONE = {"\x1d": HIDDEN, "\x1c": DELETED}
CONTROLS = dict.fromkeys((*range(0x09), *range(0x0B, 0x0D), *range(0x0E, 0x20)))
# \par, \u8217, \'92, \{, a brace, or letters that are not ASCII
CODE = lazy_pattern(
    r"""
    \\(?: '[0-9a-fA-F]{2} | (?P<word>[A-Za-z]{1,32}) (?P<number>-?\d{1,10})? \ ? | [^A-Za-z] )
    | [{}] | [\x80-\xff]
    """,
    re.VERBOSE | re.DOTALL,
)
# What hides words, what shows them again, and how striprtf leaves out a group.
HIDING = {"v": "\x1d", "deleted": "\x1c"}
LEFT_OUT = "{\\*"
# Groups that striprtf leaves out, and what stands in them.
BESIDE = {
    **{f"{name}{page}": MARGINS for name in ("header", "footer") for page in ("", "l", "r", "f")},
    "footnote": "note",
    "annotation": "comment",
    "fldinst": FIELD,
    "shptxt": "text box",
}
# Says nothing, but ends the letters that stand in for one that old programs do not know.
NOTHING = "\\pard "
CELLS = dict.fromkeys(("cell", "nestcell"), f"{NOTHING}{CELL_END}")
PLAIN = {
    **CELLS,
    **dict.fromkeys(("row", "nestrow"), "\\par "),
    "line": f"{NOTHING}{LINE_BREAK}",
    "listtext": f"{NOTHING}{ITEM}\\*\\listtext ",
    # In the usual form striprtf would set the address between the words.
    "fldinst": "\\fldinst ",
}


class Codes:
    """Reads codes one after the other. It knows which groups are open, and which hide something."""

    def __init__(self, letters: str) -> None:
        self.letters = letters
        self.hiding: list[bool] = []
        # How many groups were open where the table of fonts started, and the font it is at.
        self.fonts: int | None = None
        self.font = "0"
        self.language = 0
        # Why words were left out so far, and of a group that may hold some: how many are open, and why.
        self.beside: list[str] = []
        self.group: tuple[int, str] | None = None

    def mended(self) -> Iterator[str]:
        """Yield the letters piece by piece."""
        position = 0
        find = CODE.search
        while match := find(self.letters, position):
            if self.group and self.letters[position : match.start()].strip():
                self.beside.append(self.group[1])
                self.group = None
            if self.fonts is None:
                yield self.letters[position : match.start()].translate(CONTROLS)
            position = match.end()
            word, number = match["word"], match["number"]
            if word is None:
                yield from self._sign(match[0])
            elif word == "bin":
                # So many bytes of a picture.
                position += max(0, int(number or 0))
            else:
                yield from self._word(match[0], word, number)
        yield self.letters[position:].translate(CONTROLS)

    def _sign(self, sign: str) -> Iterator[str]:
        if sign == "{":
            self.hiding.append(False)
        elif sign == "}":
            if self.hiding and self.hiding.pop():
                yield "}"
            if self.group and len(self.hiding) < self.group[0]:
                self.group = None
            if self.fonts is not None and len(self.hiding) < self.fonts:
                self.fonts = None
                yield "}"
                return
        if self.fonts is None:
            yield sign if sign.isascii() or len(sign) > 1 else f"\\'{ord(sign):02x}"

    def _word(self, code: str, word: str, number: str | None) -> Iterator[str]:
        if self.fonts is not None:
            yield from self._font(word, number)
        elif word == "fonttbl":
            self.fonts = len(self.hiding)
            yield "\\fonttbl "
        elif word in HIDING and number != "0":
            yield from self._hidden(HIDING[word])
        elif word == "plain" or word in HIDING:
            yield from self._hidden("")
        elif word == "uc" and number is None:
            yield "\\uc1 "
        else:
            self.language = int(number or 0) if word == "deflang" else self.language
            if word in BESIDE:
                self.group = len(self.hiding), BESIDE[word]
            yield PLAIN.get(word, code)

    def _font(self, word: str, number: str | None) -> Iterator[str]:
        """Write a font as the one line that is needed of it."""
        if word == "f":
            self.font = number or "0"
        elif word == "fcharset" and number:
            yield f"{{\\f{self.font}\\fcharset{number} x;}}\n"

    def _hidden(self, sign: str) -> Iterator[str]:
        """Begin to leave out what is hidden, at a *sign* of why, or end that."""
        if self.hiding and self.hiding[-1] != bool(sign):
            self.hiding[-1] = bool(sign)
            yield f"{NOTHING}{sign}{LEFT_OUT}" if sign else "}"
