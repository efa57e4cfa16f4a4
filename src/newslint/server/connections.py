"""Connections: HTTP/1.1 as uvicorn speaks it, but not for ever to whom says nothing, or does not listen."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

# For the head of a request, and for an answer to be taken.
SPEAKING, LISTENING = 20, 60
LATE = b"HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Connection(H11Protocol):
    """A connection on which each request must begin in time, and be heard out; uvicorn has no such limits."""

    late: asyncio.TimerHandle | None = None
    deaf: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait()

    def handle_events(self) -> None:
        """Read what has come; once a request has begun, its body has a limit of its own."""
        super().handle_events()
        if self.cycle is not None and not self.cycle.response_complete:
            self._wait_no_more()

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        self._wait()
        super().on_response_complete()

    def pause_writing(self) -> None:
        """Wait for a client that is slow to take the answer."""
        super().pause_writing()
        self.deaf = self.loop.call_later(LISTENING, self.transport.abort)

    def resume_writing(self) -> None:
        """Go on once it has taken it."""
        super().resume_writing()
        self._hurry_no_more()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        self._wait_no_more()
        self._hurry_no_more()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._wait_no_more()
        self.late = self.loop.call_later(SPEAKING, self._give_up)

    def _wait_no_more(self) -> None:
        if self.late:
            self.late.cancel()
            self.late = None

    def _hurry_no_more(self) -> None:
        if self.deaf:
            self.deaf.cancel()
            self.deaf = None

    def _give_up(self) -> None:
        if not self.transport.is_closing():
            self.transport.write(LATE)
            self.transport.close()
