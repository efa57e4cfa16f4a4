"""The own API: a story and what is wanted of it, as programs and the page send them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import msgspec

from newslint.desk.options import Options
from newslint.server.faults import RequestError
from newslint.server.jobs import Job, Wish

# The type of a body that is a story itself, and the reader it wants.
READERS = {
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/html": "html",
    "application/rtf": "rtf",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
JSON = "application/json"


class StoryRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fields of a request: of a JSON body with its *text*, or of the query beside a story."""

    text: str | None = None
    format: str | None = None
    style: str | None = None
    date: datetime.date | None = None
    unsafe: bool = False
    fingerprint: str = ""
    reason: str = ""


def job(wish: Wish, content: bytes, content_type: str, query: Mapping[str, str], options: Options) -> Job:
    """Return what is wanted of a story. Raises RequestError for what cannot be read as a wish."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind == JSON:
        fields = _fields(content)
        if fields.text is None:
            raise RequestError(400, "Missing `text`")
        story, reader = fields.text.encode("utf-8", "replace"), fields.format or "text"
    elif kind in READERS or "format" in query:
        fields = _query(query)
        story, reader = content, fields.format or READERS[kind]
    else:
        known = ", ".join([JSON, *READERS])
        raise RequestError(415, f"Found Content-Type `{kind[:80]}`, expected one of {known}")
    return Job(
        wish=wish,
        content=story,
        options=options,
        reader=reader,
        style=fields.style,
        date=fields.date,
        unsafe=fields.unsafe,
        fingerprint=fields.fingerprint,
        reason=fields.reason,
    )


def _fields(content: bytes) -> StoryRequest:
    try:
        return msgspec.json.decode(content, type=StoryRequest)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as cause:
        raise RequestError(400, f"Could not read the request: {cause}") from None


def _query(query: Mapping[str, str]) -> StoryRequest:
    try:
        return msgspec.convert(dict(query), StoryRequest, strict=False)
    except msgspec.ValidationError as cause:
        raise RequestError(400, f"Could not read the query: {cause}") from None
