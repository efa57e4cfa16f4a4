"""The deadline: a moment after which a run begins nothing more, and leaves what it is at."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from newslint.core.failures import OutOfTimeError

# Ten years; timers count no further than to some hundred.
LONGEST = 3.2e8

__all__ = ["OutOfTimeError", "moment", "until"]


def moment(seconds: float) -> float:
    """Return the deadline that is so many seconds from now; it is the same moment in every process."""
    return time.monotonic() + min(seconds, LONGEST)


@contextmanager
def until(deadline: float) -> Iterator[None]:
    """Raise OutOfTimeError in what is done here once the deadline has come.

    Without timers, or beside the main thread, only what begins after the deadline is stopped.
    """
    left = deadline - time.monotonic()
    if left <= 0:
        raise OutOfTimeError
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _stop)
    try:
        signal.setitimer(signal.ITIMER_REAL, left)
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _stop(number: int, frame: FrameType | None) -> None:
    raise OutOfTimeError
