"""Runs newslint as a process of its own, for what only a whole process can meet."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

COMMAND = [sys.executable, "-c", "import sys; from newslint.cli import main; sys.exit(main())"]


def ran(
    *words: str | bytes, cwd: Path, before: str = "", under: dict[str, str] | None = None, **streams: Any
) -> subprocess.CompletedProcess[bytes]:
    """Run newslint in a folder; *before* is Python to run first, in the same process."""
    command = [*COMMAND[:2], f"{before}\n{COMMAND[2].replace('; ', chr(10))}"] if before else COMMAND
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, **streams}
    return subprocess.run(
        [*command, *words], cwd=cwd, env={**os.environ, **(under or {})}, timeout=60, check=False, **streams
    )
