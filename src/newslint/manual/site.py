"""The site: its pages by name, and the file by which MkDocs builds it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape

import msgspec

from newslint.core.rule import Rule
from newslint.desk.configuring import configured
from newslint.desk.desk import Desk
from newslint.desk.schemas import rule_schema, style_schema
from newslint.desk.setting import Setting
from newslint.manual.guide import guide_pages, titles
from newslint.manual.kinds import kind_pages, kinds_index
from newslint.manual.reference import reference
from newslint.pages.catalogue import Row, rules_report
from newslint.pages.rule_page import View, rule_page
from newslint.pages.style_page import changes, style_page
from newslint.rulebook.packs import RuleBook

WIDTH = 84
CODE = re.compile(r"`([^`\n]+)`")
HOME = """\
# The newsroom's rule book

newslint reads news copy and says where it contradicts itself, the calendar, arithmetic or the house style.
These pages are made by `newslint docs`, from the rules that are in force where it was run.

| | |
|---|---|
| [Rules](rules/index.md) | {rules} rules by family: why each is there, examples, options, authority |
| [Styles](styles/index.md) | the house styles, and what they set |
| [Kinds](kinds/index.md) | the kinds of check, for rules of your own |
| [The config](reference/config.md) | every key |
| [A rule's file](reference/rule.md) | every key |
"""


def site_pages(desk: Desk) -> dict[str, str]:
    """Return every page of the site by name. Raises ConfigError and RuleError as settings do."""
    setting = desk.here()
    book, rows = setting.book, rules_report(setting).rules
    made = {name: load() for name, load in desk.registry.check_classes().items()}
    # Nobody writes rules of those of other programs; a desk may have some.
    used = {rule.kind for rule in book.rules.values()}
    kinds = {name: kind for name, kind in made.items() if not kind.foreign or name in used}
    pages = {"index.md": HOME.format(rules=len(book.rules)), **guide_pages()}
    pages["rules/index.md"] = _rules_index(rows)
    for rule in book.rules.values():
        pages[f"rules/{rule.id.replace('.', '/', 1)}.md"] = _rule_page(rule, setting)
    pages["styles/index.md"] = _styles_index(book)
    for name, style in book.styles.items():
        pages[f"styles/{name}.md"] = style_page(name, style, changes(style))
    pages["kinds/index.md"] = kinds_index(kinds)
    pages |= {f"kinds/{name}.md": page for name, page in kind_pages(kinds, book)}
    return {name: _plain(text) for name, text in (pages | _references(desk, setting)).items()}


def mkdocs(pages: Mapping[str, str], name: str) -> str:
    """Return the `mkdocs.yml` of a site, which is JSON, as YAML may be."""
    called = titles(pages)
    guide = [{called[page]: page} for page in pages if page.startswith("guide/")]
    nav = [
        {"Home": "index.md"},
        {"Guide": guide},
        {"Rules": _section(pages, "rules/")},
        {"Styles": _section(pages, "styles/")},
        {"Kinds of check": _section(pages, "kinds/")},
        {"Reference": [{called[page]: page} for page in pages if page.startswith("reference/")]},
    ]
    written = {
        "site_name": name,
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": False,
        "theme": {"name": "material", "font": False, "features": ["navigation.indexes", "navigation.top"]},
        "plugins": ["search"],
        "markdown_extensions": ["tables", "fenced_code", {"toc": {"permalink": True}}],
        "validation": {"links": {"not_found": "warn", "anchors": "warn", "absolute_links": "warn"}},
        "nav": nav,
    }
    return msgspec.json.format(msgspec.json.encode(written), indent=1).decode() + "\n"


def _plain(text: str) -> str:
    """Return a page without what MkDocs 1.6 takes for a declaration in HTML, be it code: `(?<![a-z])`."""

    def told(span: re.Match[str]) -> str:
        return f"<code>{escape(span[1], quote=False)}</code>" if "<!" in span[1] else span[0]

    return CODE.sub(told, text)


def _section(pages: Mapping[str, str], under: str) -> list[object]:
    """Return a part of the navigation: its index first, and a folder within it as a part of its own."""
    found: dict[str, list[object]] = {}
    for page in pages:
        if page.startswith(under) and page != f"{under}index.md":
            folder, _, file = page.removeprefix(under).rpartition("/")
            found.setdefault(folder, []).append({file.removesuffix(".md"): page})
    nested = [{folder: each} for folder, each in found.items() if folder]
    return [f"{under}index.md", *found.get("", ()), *nested]


def _rule_page(rule: Rule, setting: Setting) -> str:
    page = rule_page(configured(rule, setting.layers), configured(rule), View(all=True, width=WIDTH))
    styles = ", ".join(f"[{name}](../../styles/{name}.md)" for name in _naming(rule, setting.book))
    told = f" Set or named by the styles {styles}." if styles else ""
    return f"{page.rstrip()}\n\nIt is a check of the kind [{rule.kind}](../../kinds/{rule.kind}.md).{told}\n"


def _naming(rule: Rule, book: RuleBook) -> Iterable[str]:
    """Yield the styles that say something of a rule."""
    family, _, fault = rule.id.partition(".")
    for name, style in sorted(book.styles.items()):
        named = (*style.extend_select, *(style.select or ()), *style.ignore)
        if rule.id in named or fault in style.rules.get(family, {}):
            yield name


def _rules_index(rows: Sequence[Row]) -> str:
    lines = ["# Rules", "", "A rule that is off here is on in some house style, or in none."]
    family = ""
    for row in rows:
        if row.rule.partition(".")[0] != family:
            family = row.rule.partition(".")[0]
            lines += ["", f"## {family}", "", "| rule | | severity |", "|---|---|---|"]
        page = f"{row.rule.replace('.', '/', 1)}.md"
        standing = row.severity if row.selected else f"{row.severity}, off here"
        lines.append(f"| [{row.rule}]({page}) | {_cell(row.title)} | {standing} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _styles_index(book: RuleBook) -> str:
    lines = [
        "# House styles",
        "",
        'A config names one: `style = "ap"`. `newslint style diff` compares two.',
        "",
    ]
    lines += ["| style | | sets |", "|---|---|---|"]
    for name, style in sorted(book.styles.items()):
        lines.append(f"| [{name}]({name}.md) | {style.title} | {len(changes(style))} rules |")
    return "\n".join(lines) + "\n"


def _references(desk: Desk, setting: Setting) -> dict[str, str]:
    config = style_schema(setting.book, setting.lexicon.lists, title="")
    rule = rule_schema(desk.registry.check_classes())
    return {
        "reference/config.md": reference(
            "The config",
            "`newslint.toml`, or `[tool.newslint]` in `pyproject.toml`. A house style has the same keys.",
            config,
            {"FileLayer": '`[files."GLOB"]`', "ListChange": "`[lists.NAME]`"},
        ),
        "reference/rule.md": reference(
            "A rule's file",
            "`<family>/<fault>.toml` in a folder of rules. The options of `[check]` are those of its kind.",
            rule,
            {"Example": "`[[invalid]]` and `[[valid]]`"},
        ),
    }
