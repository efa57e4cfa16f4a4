"""`newslint explain`: the page of a rule, of a style or of a kind of check."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.cli.options import opened, options, parser, write
from newslint.cli.streams import USUAL_WIDTH, terminal_width
from newslint.core.errors import ConfigError
from newslint.core.visible import visible_lines
from newslint.desk.configuring import configured
from newslint.desk.setting import Setting
from newslint.pages.kind_page import kind_page
from newslint.pages.rule_page import View, rule_page
from newslint.pages.style_page import changes, style_page
from newslint.plugins.registry import Registry
from newslint.rulebook.faults import nearest

PLAIN_WIDTH = 100
# What a terminal leaves free round a block of copy.
MARGIN = 2


def main(words: Sequence[str]) -> int:
    """Show a rule as the style in force has it, a shipped style, or a kind of check."""
    made = parser("explain", "Show a rule's page (why, examples, options, authority), a style's or a kind's.")
    made.add_argument(
        "rule", metavar="RULE", help="a rule, as units.wrong-conversion, a style, or a kind, as substitution"
    )
    made.add_argument("--all", action="store_true", help="every example, and every phrase of the message")
    arguments = made.parse_args(words)
    view = View(arguments.all, min(terminal_width() or USUAL_WIDTH, PLAIN_WIDTH) - MARGIN)
    desk = opened(options(arguments))
    text = _page(arguments.rule, desk.here(), desk.registry, view)
    write(_coloured(visible_lines(text)) if terminal_width() else visible_lines(text))
    return 0


def _page(name: str, setting: Setting, registry: Registry, view: View) -> str:
    book = setting.book
    rule = book.aliases.get(name, name)
    if rule in book.rules:
        return rule_page(configured(book.rules[rule], setting.layers), configured(book.rules[rule]), view)
    if name in book.styles:
        return style_page(name, book.styles[name], changes(book.styles[name]))
    if name in registry.checks:
        return kind_page(name, registry.checks[name].check(), book)
    known = [*book.rules, *book.styles, *registry.checks]
    raise ConfigError(f"unknown rule `{name}`{nearest(name, known)}.")


def _coloured(text: str) -> str:
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console(width=terminal_width(), force_terminal=True)
    with console.capture() as capture:
        console.print(Markdown(text, code_theme="ansi_dark"))
    return capture.get()
