"""Faults: requests that are not answered as they are asked, and what is said of them."""

from __future__ import annotations


class RequestError(Exception):
    """A request that cannot be answered: the HTTP *status*, and the reason in one sentence."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason
