"""Connections: HTTP/1.1 as uvicorn speaks it, but not for ever to whom has nothing to say."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

SECONDS = 20
LATE = b"HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Connection(H11Protocol):
    """A connection whose first request must have begun in time; uvicorn itself has no such limit."""

    late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Begin to wait for a request."""
        super().connection_made(transport)
        self.late = self.loop.call_later(SECONDS, self._give_up)

    def handle_events(self) -> None:
        """Read what has come; once a request has begun, its body has a limit of its own."""
        super().handle_events()
        if self.cycle is not None:
            self._wait_no_more()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        self._wait_no_more()
        super().connection_lost(exc)

    def _wait_no_more(self) -> None:
        if self.late:
            self.late.cancel()
            self.late = None

    def _give_up(self) -> None:
        if not self.transport.is_closing():
            self.transport.write(LATE)
            self.transport.close()
