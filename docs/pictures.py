"""Makes the pictures of the documentation from the real thing: `python docs/pictures.py`.

Needs newslint (with its extra `serve`) and chromium on the PATH, and playwright; looks best with Debian's
fonts-urw-base35 and fonts-inter.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright
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
    """Make all pictures."""
    PICTURES.mkdir(exist_ok=True)
    (PICTURES / "terminal.svg").write_text(terminal(), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        proof = Path(folder) / "proof.html"
        proof.write_text(newslint("--format", "html"), encoding="utf-8")
        take(PICTURES / "proof.png", proof.as_uri())
    with served() as address:
        take(PICTURES / "page.png", address, story=(ROOT / STORY).read_text(encoding="utf-8"))


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


def take(picture: Path, address: str, *, story: str = "") -> None:
    """Take a picture of a page, as a browser opens it; of the one to write on, with a story on it."""
    with sync_playwright() as players:
        # Chromium has no sandbox for root, as in a container.
        words = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = players.chromium.launch(executable_path=shutil.which("chromium"), args=words)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(address)
        if story:
            page.select_option("#format", "markdown")
            page.fill("#copy", story)
            page.wait_for_selector("#marks mark")
        page.screenshot(path=picture)
        browser.close()


@contextmanager
def served() -> Iterator[str]:
    """Start the server, and yield its address."""
    command = ["newslint", "serve", "--isolated", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        told = server.stderr.readline()
        try:
            yield told.partition("serves at ")[2].partition(";")[0]
        finally:
            server.terminate()


def newslint(*words: str) -> str:
    """Run newslint on the story of the pictures, whatever it finds."""
    command = ["newslint", "check", STORY, "--isolated", "--fail-on", "never", *words]
    return subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout


if __name__ == "__main__":
    main()
