"""Encodings: how a file's bytes stand for letters, as a mark or a declaration says, or as the bytes show."""

from __future__ import annotations

import codecs
import re

import msgspec

from newslint.core.pattern import lazy_pattern

UTF_8 = "utf-8"
MARKS = ((b"\xef\xbb\xbf", UTF_8), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
# <?xml version="1.0" encoding="iso-8859-1"?>
IN_XML = lazy_pattern(r"<\?xml\s[^>]{0,80}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})[\"']", re.IGNORECASE)
# <meta charset="windows-1252">, <meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
IN_HTML = lazy_pattern(r"<meta\s[^>]{0,120}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
XML_HEAD, HTML_HEAD = 160, 4096
# Those that a declaration may name: of one letter for one byte, or of two, without states or tricks.
DECLARED = lazy_pattern(
    r"iso8859-\d+|cp125\d|cp437|cp850|cp866|cp932|cp949|koi8-[rtu]|mac-roman"
    r"|gbk|gb2312|gb18030|big5|shift_jis|euc_jp|euc_kr|ascii"
)
# In UTF-8 these stand together; in a file of other bytes they hardly ever do.
UTF_8_LETTER = rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
# Bytes that Windows-1252 does not have, and controls that no copy has.
NO_WINDOWS = rb"[\x00-\x08\x0b\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]"
# What a message of an older wire starts with, and what it holds beside its letters.
WIRE, TRANSMISSION = (b"\x01", b"\x16"), bytes(range(1, 9)) + bytes(range(14, 32))
# So much of a file shows whether every other byte of it is NUL.
SAMPLE, FEWEST_BYTES = 1024, 16


class Encoding(msgspec.Struct, frozen=True):
    """A codec, what it is called where it was *guessed*, and the *letters*, where reading them told it."""

    codec: str
    guessed: str = ""
    letters: str | None = None


def encoding_of(content: bytes) -> Encoding:
    """Tell the encoding of a file; one that shows none is taken for UTF-8."""
    if codec := marked(content):
        return Encoding(codec)
    if declared := _declared(IN_XML, content[:XML_HEAD]):
        return Encoding(declared)
    if content.isascii() and b"\0" not in content[:SAMPLE]:
        return Encoding(UTF_8)
    if (letters := _of_utf_8(content)) is not None:
        return Encoding(UTF_8, letters=letters)
    if declared := _declared(IN_HTML, content[:HTML_HEAD]):
        # As browsers have it.
        return Encoding("cp1252" if declared == "iso8859-1" else declared)
    return _guessed(content)


def marked(content: bytes) -> str | None:
    """Return the codec that a byte order mark tells."""
    return next((codec for mark, codec in MARKS if content.startswith(mark)), None)


def codec_named(name: str) -> str | None:
    """Return the codec that a person means by *name*, None where Python has no such encoding of letters."""
    try:
        found = codecs.lookup(name)
        "newslint".encode(found.name)
    except (LookupError, ValueError, UnicodeError):
        return None
    # Their marks stay in the text, as those of files that nobody named an encoding for.
    return {"utf-8-sig": UTF_8, "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(found.name, found.name)


def _declared(pattern: re.Pattern[str], head: bytes) -> str | None:
    match = pattern.search(head.decode("latin-1"))
    codec = codec_named(match[1]) if match else None
    return codec if codec and DECLARED.fullmatch(codec) else None


def _of_utf_8(content: bytes) -> str | None:
    """Return the letters of a file that can be read as UTF-8."""
    try:
        return None if b"\0" in content[:SAMPLE] else content.decode()
    except UnicodeDecodeError:
        return None


def _guessed(content: bytes) -> Encoding:
    """Tell UTF-16 without a mark by its NULs, and Windows-1252 by having none of UTF-8's letters."""
    head = content[:SAMPLE]
    if len(head) >= FEWEST_BYTES and len(content) % 2 == 0:
        even, odd = head[::2].count(0), head[1::2].count(0)
        most = len(head) * 2 // 5
        if max(even, odd) > most and min(even, odd) == 0:
            return Encoding("utf-16-le" if odd > even else "utf-16-be", "UTF-16")
    letters = content.translate(None, TRANSMISSION) if content[:1] in WIRE else content
    if not re.search(NO_WINDOWS, letters) and not re.search(UTF_8_LETTER, letters):
        return Encoding("cp1252", "Windows-1252")
    return Encoding(UTF_8)
