"""Bodies: what requests bring, no more of it than is allowed, and no later."""

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


class Bodies:
    """Reads bodies, within the limits of each, and of what all that are on their way may hold together."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.room = limits.most_bytes * limits.most_at_once

    async def read(self, request: Request) -> bytes:
        """Return a body. Raises RequestError where it is too large, too slow, packed, or breaks off."""
        seconds = self.limits.seconds
        self._expect_plain(request)
        try:
            async with asyncio.timeout(seconds):
                return await self._read(request)
        except TimeoutError:
            raise RequestError(408, f"The story did not arrive in {seconds:g} seconds") from None
        except ClientDisconnect:
            raise RequestError(400, "The story broke off") from None

    def _expect_plain(self, request: Request) -> None:
        encoding = request.headers.get("content-encoding", "identity")
        if encoding != "identity":
            raise RequestError(415, f"Found Content-Encoding `{encoding[:40]}`, expected none")
        announced = request.headers.get("content-length", "")
        if announced.isdecimal() and int(announced) > self.limits.most_bytes:
            raise self._too_large()

    async def _read(self, request: Request) -> bytes:
        parts: list[bytes] = []
        size = 0
        try:
            async for part in request.stream():
                size += len(part)
                self.room -= len(part)
                if size > self.limits.most_bytes:
                    raise self._too_large()
                if self.room < 0:
                    raise RequestError(503, "Too many stories are arriving; try again in a moment")
                parts.append(part)
            return b"".join(parts)
        finally:
            self.room += size

    def _too_large(self) -> RequestError:
        return RequestError(413, f"Your text exceeds the limit of {self.limits.most_bytes:,} bytes")
