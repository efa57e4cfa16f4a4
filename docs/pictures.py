"""Makes the pictures of the documentation from the real thing: `python docs/pictures.py`.

Needs newslint and chromium on the PATH, and looks best with Debian's fonts-urw-base35 and fonts-inter.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
STORY = "examples/ferry.md"
WIDTH, HEIGHT = 1400, 900
# Rich has browsers fetch its face; what is at hand serves as well.
FETCHED_FACE = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)


def main() -> None:
    """Make both pictures."""
    PICTURES.mkdir(exist_ok=True)
    (PICTURES / "terminal.svg").write_text(terminal(), encoding="utf-8")
    proof(PICTURES / "proof.png")


def terminal() -> str:
    """Draw the report as a terminal shows it."""
    report = Text.from_ansi(newslint("--color", "always"))
    console = Console(record=True, width=100, file=open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    console.print(report, end="")
    shape = FETCHED_FACE.sub("", CONSOLE_SVG_FORMAT)
    drawn = console.export_svg(
        title=f"newslint {STORY}", theme=MONOKAI, code_format=shape, unique_id="terminal"
    )
    return drawn.rstrip() + "\n"


def proof(picture: Path) -> None:
    """Take a picture of the proof page, as a browser opens it."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "proof.html"
        page.write_text(newslint("--format", "html"), encoding="utf-8")
        browser = ["chromium", "--headless", "--hide-scrollbars", f"--window-size={WIDTH},{HEIGHT}"]
        # Chromium has no sandbox for root, as in a container.
        browser += ["--no-sandbox"] if os.geteuid() == 0 else []
        subprocess.run(
            [*browser, f"--screenshot={picture}", page.as_uri()], check=True, capture_output=True, timeout=60
        )


def newslint(*words: str) -> str:
    """Run newslint on the story of the pictures, whatever it finds."""
    command = ["newslint", "check", STORY, "--isolated", "--fail-on", "never", *words]
    return subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout


if __name__ == "__main__":
    main()
