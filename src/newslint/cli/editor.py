"""The editor: a person's own, opened at a line of a file."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

from newslint.core.errors import ConfigError

# Those that take `+12` for a line to open a file at.
AT_LINE = frozenset(("emacs", "emacsclient", "joe", "kak", "mg", "micro", "nano", "nvim", "vi", "vim"))


def edit(path: Path, *, line: int) -> None:
    """Have somebody edit a file. Raises ConfigError where no editor is known, or it fails."""
    command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    if not command:
        raise ConfigError("no editor is known; the variable EDITOR names one.")
    place = [f"+{line}"] if Path(command[0]).name in AT_LINE else []
    try:
        # A name that begins with a hyphen is no option.
        done = subprocess.run([*command, *place, str(path.absolute())], check=False)
    except OSError as cause:
        raise ConfigError(f"the editor {command[0]} does not start: {cause.strerror}.") from None
    if done.returncode:
        raise ConfigError(f"the editor {command[0]} ended with exit code {done.returncode}.")
