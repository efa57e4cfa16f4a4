"""`newslint cache`: how much is kept of earlier runs and where, and its removal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from newslint.cli.options import write
from newslint.cli.parsing import Parser
from newslint.core.errors import NewslintError
from newslint.desk.cache import cache_folder, kept_files


def main(words: Sequence[str]) -> int:
    """Tell what is kept, or remove it; return the exit code."""
    made = Parser("newslint cache", "Tell how much is kept of earlier runs, or remove it.")
    made.add_argument("action", choices=["size", "clean"], help="what is done")
    arguments = made.parse_args(words)
    folder = cache_folder()
    if folder is None:
        write("Nothing is kept: there is no folder for it.\n")
        return 0
    files = kept_files(folder)
    size = sum(files.values())
    if arguments.action == "clean":
        _remove(files)
    write(f"{folder}: {_count(len(files))}, {size:,} bytes{' removed' * (arguments.action == 'clean')}.\n")
    return 0


def _count(number: int) -> str:
    return "1 file" if number == 1 else f"{number} files"


def _remove(files: Iterable[Path]) -> None:
    """Remove what is kept. Raises NewslintError where that may not be done."""
    for path in files:
        try:
            path.unlink(missing_ok=True)
        except OSError as cause:
            raise NewslintError(f"{path}: cannot be removed: {cause.strerror}.") from None
