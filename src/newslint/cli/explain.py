"""`newslint explain`: a rule's page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newslint.cli.options import options, parser, terminal_width, write
from newslint.core.errors import ConfigError
from newslint.desk import Desk
from newslint.pages import page
from newslint.selection import configured
from newslint.toml import nearest


def main(words: Sequence[str]) -> int:
    """Show why a rule is there, with examples and options as the style in force has them."""
    made = parser("explain", "Show a rule's page: why, examples, options, authority.")
    made.add_argument("rule", metavar="RULE", help="the id of a rule, such as units.wrong-conversion")
    arguments = made.parse_args(words)
    setting = Desk(options(arguments)).setting(Path.cwd())
    name = setting.book.aliases.get(arguments.rule, arguments.rule)
    if name not in setting.book.rules:
        raise ConfigError(f"unknown rule `{arguments.rule}`{nearest(arguments.rule, setting.book.rules)}.")
    text = page(configured(setting.book.rules[name], setting.layers))
    write(_coloured(text) if terminal_width() else text)
    return 0


def _coloured(text: str) -> str:
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console(width=terminal_width(), force_terminal=True)
    with console.capture() as capture:
        console.print(Markdown(text))
    return capture.get()
