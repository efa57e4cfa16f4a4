"""`newslint explain`: a rule's or a style's page."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.cli.options import opened, options, parser, write
from newslint.cli.streams import terminal_width
from newslint.core.errors import ConfigError
from newslint.core.visible import visible_lines
from newslint.desk.selection import configured
from newslint.desk.settings import Setting
from newslint.pages.pages import page, style_page
from newslint.rulebook.faults import nearest


def main(words: Sequence[str]) -> int:
    """Show a rule as the style in force has it, or a shipped style."""
    made = parser("explain", "Show a rule's page (why, examples, options, authority), or a style's.")
    made.add_argument("rule", metavar="RULE", help="the id of a rule, as units.wrong-conversion, or a style")
    arguments = made.parse_args(words)
    text = _page(arguments.rule, opened(options(arguments)).here())
    write(_coloured(visible_lines(text)) if terminal_width() else visible_lines(text))
    return 0


def _page(name: str, setting: Setting) -> str:
    book = setting.book
    rule = book.aliases.get(name, name)
    if rule in book.rules:
        return page(configured(book.rules[rule], setting.layers))
    if name in book.styles:
        style = book.styles[name]
        changed = {
            f"{family}.{fault}": each
            for family, faults in style.rules.items()
            for fault, each in faults.items()
        }
        return style_page(name, style, changed)
    raise ConfigError(f"unknown rule `{name}`{nearest(name, [*book.rules, *book.styles])}.")


def _coloured(text: str) -> str:
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console(width=terminal_width(), force_terminal=True)
    with console.capture() as capture:
        console.print(Markdown(text))
    return capture.get()
