"""`newslint docs`: a site of the rule book, as the desk has it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from newslint.cli.options import opened, options, parser, write
from newslint.core.errors import ConfigError, NewslintError
from newslint.core.paths import shown
from newslint.manual.site import mkdocs, site_pages

EXTRA = "pip install 'newslint[docs]'"
# By it a folder is known as ours, and may be written again.
MARK = ".newslint-docs"


def main(words: Sequence[str]) -> int:
    """Write the pages of the site and its `mkdocs.yml`, and build it if that is asked for."""
    made = parser("docs", "Write a site: guide, rules, styles, kinds of check and keys, as they are here.")
    made.add_argument("folder", metavar="DIR", help="where; a new folder, or one that this command wrote")
    made.add_argument("--build", action="store_true", help=f"build it with MkDocs ({EXTRA})")
    made.add_argument("--name", default="newslint", help="what the site is called (default: %(default)s)")
    arguments = made.parse_args(words)
    folder = Path(arguments.folder)
    if arguments.build and find_spec("mkdocs") is None:
        raise NewslintError(
            f"`newslint docs --build` wants mkdocs-material, which is not installed: {EXTRA}."
        )
    pages = site_pages(opened(options(arguments)))
    _write(folder, pages, mkdocs(pages, arguments.name))
    write(f"wrote {len(pages)} pages into {shown(folder)}.\n")
    return _build(folder) if arguments.build else 0


def _write(folder: Path, pages: Mapping[str, str], config: str) -> None:
    """Write a site, in place of one that stood there. Raises ConfigError for a folder that is another's."""
    if folder.exists() and not (folder / MARK).is_file() and (not folder.is_dir() or any(folder.iterdir())):
        raise ConfigError(f"{shown(folder)}: found something else there, expected a new folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MARK).write_text("", encoding="utf-8")
        for old in (folder / "docs").rglob("*.md"):
            old.unlink()
        (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
        for name, text in pages.items():
            path = folder / "docs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as cause:
        raise ConfigError(f"{shown(folder)}: cannot be written: {cause.strerror}.") from None


def _build(folder: Path) -> int:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    built = subprocess.run([*command, "--config-file", str(folder / "mkdocs.yml")], check=False)
    if built.returncode:
        raise NewslintError("the site could not be built; MkDocs said why.")
    write(f"built {shown(folder / 'site')}.\n")
    return 0
