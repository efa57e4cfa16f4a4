"""Failures: what the code of a check, a reader or a plugin raised, put into one line."""

from __future__ import annotations

import os
import sys

# Set to anything, it shows where a failure was raised. A plugin's author wants that, an editor never does.
TRACEBACK = "NEWSLINT_TRACEBACK"


class OutOfTimeError(BaseException):
    """The time that a run was given is up. No answer to a failing check or reader may swallow it."""


def failure(cause: BaseException) -> str:
    """Put an exception into words, as "ZeroDivisionError: no story".

    Raises again what is no failure: Ctrl-C, and the time limit. `SystemExit` counts, as no plugin ends the
    run; so do panics of compiled code, which derive from `BaseException`.
    """
    if isinstance(cause, KeyboardInterrupt | OutOfTimeError):
        raise cause
    if os.environ.get(TRACEBACK):
        sys.excepthook(type(cause), cause, cause.__traceback__)
    kind, words = type(cause).__name__, _words(cause)
    return f"{kind}: {words}" if words else kind


def _words(cause: BaseException) -> str:
    try:
        # The line that quotes them has a full stop of its own.
        return str(cause).removesuffix(".")
    # The words of a stranger's exception are a stranger's code too.
    except (Exception, SystemExit):
        return ""
