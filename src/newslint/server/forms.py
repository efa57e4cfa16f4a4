"""Forms: the fields of a request, as browsers encode them and as LibreOffice does not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl

from newslint.server.faults import RequestError

# What no encoded form holds: LibreOffice (7.4) sends the paragraph as it stands, between two names.
BARE = re.compile(rb"[^!-~]|%(?![0-9A-Fa-f]{2})")
BARE_TEXT, BARE_LANGUAGE = b"text=", b"&language="
MOST_FIELDS = 1_000


def form(content: bytes) -> Mapping[str, str]:
    """Return the fields of an URL-encoded body or query; of a name that stands twice, the last.

    Bytes that are not UTF-8 come as U+FFFD. Raises RequestError where there are too many fields.
    """
    if content.startswith(BARE_TEXT) and BARE_LANGUAGE in content and BARE.search(content):
        return _bare(content)
    try:
        pairs = parse_qsl(
            content.decode("utf-8", "replace"),
            keep_blank_values=True,
            errors="replace",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:
        raise RequestError(400, f"Found more than {MOST_FIELDS:,} fields") from None
    return dict(pairs)


def _bare(content: bytes) -> Mapping[str, str]:
    """Cut an unencoded body at its last `&language=`; the text may hold any letter, `&` and `=` too."""
    text, _, tail = content.rpartition(BARE_LANGUAGE)
    fields = [b"language=" + tail.split(b"&")[0], *tail.split(b"&")[1:]]
    found = dict(each.decode("utf-8", "replace").split("=", 1) for each in fields if b"=" in each)
    return {"text": text.removeprefix(BARE_TEXT).decode("utf-8", "replace"), **found}
