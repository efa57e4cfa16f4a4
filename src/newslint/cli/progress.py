"""Progress: a bar on standard error, where a run is long and somebody sees it."""

from __future__ import annotations

import sys
from collections.abc import Callable

# It is loaded where somebody sees it.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.cli.progress_bar import ProgressBar

# A bar for fewer files than this would be gone before it is read.
WORTH_A_BAR = 500


def progress() -> _Silent | _Bar:
    """Return a bar where somebody sees it, else what shows nothing."""
    return _Bar() if sys.stderr is not None and sys.stderr.isatty() else _Silent()


class _Silent:
    """No progress to be seen."""

    def __enter__(self) -> Callable[[int, int], None]:
        return lambda done, total: None

    def __exit__(self, *_: object) -> None:
        return None


class _Bar:
    """A bar on standard error, shown once a run proves long."""

    def __init__(self) -> None:
        self.bar: ProgressBar | None = None

    def __enter__(self) -> Callable[[int, int], None]:
        return self.advance

    def advance(self, done: int, total: int) -> None:
        """Show that *done* of *total* files are linted; while the total is 0, that so many are found."""
        if self.bar is None and (total or done) < WORTH_A_BAR:
            return
        if self.bar is None:
            from newslint.cli.progress_bar import ProgressBar

            self.bar = ProgressBar()
        self.bar.advance(done, total)

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.stop()
