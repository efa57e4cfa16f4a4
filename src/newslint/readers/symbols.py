"""Symbols: signs that a font draws in place of letters, as Unicode has them."""

from __future__ import annotations

from newslint.readers.parts import OBJECT

# Signs that are drawn by a font: what stands for them in Unicode. Others are an object between the words.
SYMBOLS = {
    "wingdings": {0x6C: "●", 0x6E: "■", 0x9F: "•", 0xA7: "▪", 0xE0: "→", 0xFB: "✗", 0xFC: "✓"},
    "symbol": {
        **{ord(sign): sign for sign in " !%()+,./0123456789:;<=>?[]{|}"},
        **dict(
            zip(
                b"-abgmp\xa2\xa3\xa5\xae\xb0\xb1\xb2\xb3\xb4\xb7\xb8\xb9\xbb\xbc",
                "−αβγμπ′≤∞→°±″≥×•÷≠≈…",
                strict=True,
            )
        ),
    },
}


def symbol(font: str, char: str) -> str:
    """Return the sign that a font draws for a number, or an object where it is not known."""
    try:
        code = int(char, 16)
    except ValueError:
        return OBJECT
    known = SYMBOLS.get(font.lower())
    if known is None and 0xF000 <= code <= 0xF0FF:
        return OBJECT
    if known is None:
        return chr(code) if 0x20 <= code < 0xD800 else OBJECT
    return known.get(code & 0xFF, OBJECT)
