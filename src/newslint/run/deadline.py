"""The deadline: a moment after which a run begins nothing more, and leaves what it is at."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from newslint.core.failures import OutOfTimeError

# Ten years; timers count no further than to some hundred.
LONGEST = 3.2e8

__all__ = ["Deadline", "OutOfTimeError", "until"]


class Deadline(msgspec.Struct, frozen=True):
    """The *moment* at which the *seconds* that a run was given are up: the same one in every process."""

    seconds: float
    moment: float

    @classmethod
    def after(cls, seconds: float | None) -> Deadline | None:
        """Return the deadline that is so many seconds from now, or none."""
        return None if seconds is None else cls(seconds, time.monotonic() + min(seconds, LONGEST))

    @property
    def is_over(self) -> bool:
        """Tell whether the moment has come."""
        return time.monotonic() >= self.moment

    def stopped(self, undone: str) -> str:
        """Say that the run was stopped, and what is *undone*."""
        noun = "second" if self.seconds == 1 else "seconds"
        return f"stopped at the --time-limit of {self.seconds:g} {noun}: {undone}."


@contextmanager
def until(deadline: Deadline | None, undone: str = "") -> Iterator[None]:
    """Raise OutOfTimeError in what is done here once the deadline has come; it says what is *undone*.

    Without timers, or beside the main thread, only what begins after the deadline is stopped.
    """
    if deadline is None:
        yield
        return
    import signal
    import threading

    error = OutOfTimeError(deadline.stopped(undone))
    left = deadline.moment - time.monotonic()
    if left <= 0:
        raise error
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise error

    before = signal.signal(signal.SIGALRM, stop)
    try:
        signal.setitimer(signal.ITIMER_REAL, left)
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
