"""Visible: copy as a terminal may show it, without letters that move the cursor or turn the order round."""

from __future__ import annotations

from newslint.core.pattern import lazy_pattern

# Controls (C0, DEL, C1), line ends that are none in copy, and the marks that set the direction of writing.
HIDDEN = lazy_pattern("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
# What is drawn within the sign before it: a colour of skin, or a sign behind a joiner (a woman and a rocket).
DRAWN_WITHIN = lazy_pattern(
    "(?<=[\u2600-\u27bf\U0001f000-\U0001faff])[\U0001f3fb-\U0001f3ff]"
    "|\u200d[\u2194\u2195\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]"
)
# Signs and digits that a selector makes pictures of, and so wide.
MADE_WIDE = lazy_pattern("[#*0-9\u00a9\u00ae\u203c-\u23ff\u24c2-\u3299\U0001f000-\U0001faff]\ufe0f")
WIDE = "\U0001f600"
DELETE, PICTURES, PICTURE_OF_DELETE = 0x7F, 0x2400, "\u2421"


def visible(text: str) -> str:
    """Return *text* with every control character as its picture ("␛") or its number ("<U+202E>")."""
    return text if text.isascii() and text.isprintable() else HIDDEN.sub(lambda match: _shown(match[0]), text)


def visible_lines(text: str) -> str:
    """Return *text* like `visible`, but with its line feeds."""
    return "\n".join(map(visible, text.split("\n")))


def _shown(letter: str) -> str:
    code = ord(letter)
    if code == DELETE:
        return PICTURE_OF_DELETE
    return chr(PICTURES + code) if code < ord(" ") else f"<U+{code:04X}>"


def cells(text: str) -> int:
    """Count the columns that *text* takes in a terminal: two a wide letter, none a mark on another."""
    if text.isascii():
        return len(text)
    return sum(map(_cell, MADE_WIDE.sub(WIDE, DRAWN_WITHIN.sub("", text))))


def padded(text: str, width: int) -> str:
    """Fill *text* with spaces up to *width* columns."""
    return text + " " * (width - cells(text))


def cut(text: str, width: int) -> str:
    """Return as much of *text* as fits into *width* columns, with a mark where it is cut."""
    if cells(text) <= width:
        return text
    kept = text[: width - 1]
    while cells(kept) >= width:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def _cell(letter: str) -> int:
    if letter.isascii():
        return 1
    from unicodedata import category, east_asian_width

    # Terminals draw a soft hyphen wherever it stands.
    if letter != "\u00ad" and category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1
