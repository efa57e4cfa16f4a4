"""The line that a stranger's exception is put into."""

from __future__ import annotations

import pytest

from newslint.core.failures import failure


class UnspeakableError(Exception):
    """An exception whose words fail too."""

    def __str__(self) -> str:
        raise RuntimeError("no words")


class UnstoppableError(Exception):
    """An exception whose words would end the run."""

    def __str__(self) -> str:
        raise SystemExit(0)


@pytest.mark.parametrize(
    ("cause", "expected"),
    [
        (ValueError("no story"), "ValueError: no story"),
        (ValueError("no story."), "ValueError: no story"),
        (ValueError(), "ValueError"),
        (UnspeakableError(), "UnspeakableError"),
        (UnstoppableError(), "UnstoppableError"),
        (SystemExit(3), "SystemExit: 3"),
    ],
)
def test_exception_is_put_into_one_line_without_its_full_stop(cause, expected):
    assert failure(cause) == expected
