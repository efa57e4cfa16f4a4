"""Answers: what is sent back, in the form that each interface has for what went wrong."""

from __future__ import annotations

import msgspec
from starlette.responses import Response

from newslint.server.faults import RequestError

LANGUAGETOOL = "/v2"
JSON = "application/json"


def refused(path: str, cause: RequestError) -> Response:
    """Say why a request is not answered: in words as LanguageTool does, else in JSON."""
    if path.startswith(LANGUAGETOOL):
        # LanguageTool sends its errors without a type.
        return Response(f"Error: {cause.reason}", cause.status)
    content = msgspec.json.encode(
        {"schema": 1, "error": {"status": cause.status, "reason": f"{cause.reason}."}}
    )
    return Response(content, cause.status, media_type=JSON)


def answer(value: object) -> Response:
    """Send a value as JSON."""
    return Response(msgspec.json.encode(value), media_type=JSON)
