"""Bodies: what a request brings, no more of it than is allowed, and no later."""

from __future__ import annotations

import asyncio

import msgspec
from starlette.requests import ClientDisconnect, Request

from newslint.server.faults import RequestError


class Limits(msgspec.Struct, frozen=True):
    """Bytes of a story, seconds for it to arrive and as many for it to be checked, stories at once."""

    most_bytes: int
    seconds: float
    most_at_once: int


async def body(request: Request, limits: Limits) -> bytes:
    """Return the body of a request. Raises RequestError where it is too large, too slow, or breaks off."""
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > limits.most_bytes:
        raise _too_large(limits)
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(limits.seconds):
            async for part in request.stream():
                size += len(part)
                if size > limits.most_bytes:
                    raise _too_large(limits)
                parts.append(part)
    except TimeoutError:
        raise RequestError(408, f"The story did not arrive in {limits.seconds:g} seconds") from None
    except ClientDisconnect:
        raise RequestError(400, "The story broke off") from None
    return b"".join(parts)


def _too_large(limits: Limits) -> RequestError:
    return RequestError(413, f"Your text exceeds the limit of {limits.most_bytes:,} bytes")
