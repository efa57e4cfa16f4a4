"""The bar of a long run: how much is done, how fast, and how long the rest will take."""

from __future__ import annotations

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text


class ProgressBar:
    """A bar on standard error, which is gone when the run is done.

    While nobody knows how many there are, they are counted.
    """

    def __init__(self) -> None:
        self.bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self.task = self.bar.add_task("Looking", total=None)
        self.total = 0
        self.bar.start()

    def advance(self, done: int, total: int) -> None:
        """Show how many are done, and of how many; 0: nobody knows yet."""
        if total != self.total:
            # Looking at copy is faster than linting it, and would promise too much.
            self.bar.reset(self.task, total=total, description="Linting")
            self.total = total
        self.bar.update(self.task, completed=done)

    def stop(self) -> None:
        """Take the bar away."""
        self.bar.stop()


class _Rate(ProgressColumn):
    """How many are done in a second."""

    def render(self, task: Task) -> Text:
        """Return the rate, once it can be told."""
        return Text(f"{task.speed:,.0f} a second" if task.speed else "")
