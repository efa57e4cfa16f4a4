"""Runs newslint as a process of its own, for what only a whole process can meet."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

# Where tests run in the background, the shell has Ctrl-C ignored.
HEEDING = "signal.signal(signal.SIGINT, signal.default_int_handler)"
CODE = f"import signal, sys; {HEEDING}; from newslint.cli import main; sys.exit(main())"
COMMAND = [sys.executable, "-P", "-c", CODE]


# Root may read everything, unless it lets go of the right to.
SETPRIV = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]


def bound_by_modes() -> list[str]:
    """Return what to put before a command to have it keep to the modes of files, as root does not."""
    if os.name != "posix":
        pytest.skip("needs the modes of POSIX")
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root may read everything, and there is no setpriv")
    return SETPRIV


def ran(
    *words: str | bytes,
    cwd: Path,
    before: str = "",
    by: Sequence[str] = (),
    under: Mapping[str, str] | None = None,
    seconds: float = 60,
    **streams: Any,
) -> subprocess.CompletedProcess[bytes]:
    """Run newslint in a folder; *before* is Python to run first, in the same process, *by* a command.

    It has so many *seconds*.
    """
    command = [*COMMAND[:3], f"{before}\n{COMMAND[3].replace('; ', chr(10))}"] if before else COMMAND
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, **streams}
    return subprocess.run(
        [*by, *command, *words],
        cwd=cwd,
        env={**os.environ, **(under or {})},
        timeout=seconds,
        check=False,
        **streams,
    )


def installed(site: Path, code: str) -> dict[str, str]:
    """Install a plugin `weather` of weather-desk in a folder of its own; return the environment for it."""
    information = site / "weather_desk-1.0.dist-info"
    information.mkdir(parents=True)
    (information / "METADATA").write_text("Name: weather-desk\nVersion: 1.0\n", encoding="utf-8")
    points = "[newslint]\nweather = weather_desk\n"
    (information / "entry_points.txt").write_text(points, encoding="utf-8")
    (site / "weather_desk.py").write_text(code, encoding="utf-8")
    return {"PYTHONPATH": str(site)}
