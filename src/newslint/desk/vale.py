"""Styles of Vale as a desk names them: `vale:PATH/.vale.ini` → rules and layers."""

from __future__ import annotations

from pathlib import Path

import msgspec

from newslint.core.errors import ConfigError
from newslint.core.paths import shown
from newslint.core.style import Style
from newslint.desk.bounds import REMEDY
from newslint.desk.config import Config
from newslint.rulebook.packs import RuleBook
from newslint.rulebook.vale.rules import Classes
from newslint.rulebook.vale.styles import ValeStyle, vale_style


def vale_style_of(name: str, naming: Config | None, classes: Classes) -> ValeStyle:
    """Read the `.vale.ini` that a config names, or the command line, which may name any.

    Raises ConfigError, RuleError.
    """
    if naming is None:
        return vale_style(Path(name), classes, admit=_anything)
    path = naming.bounds().path(name, folder=naming.folder, origin=naming.origin, keys=naming.style_keys)

    def admit(file: Path) -> None:
        if not naming.bounds().admit(file):
            raise ConfigError(f"{naming.origin}: style: {shown(file)} is outside the repository; {REMEDY}.")

    return vale_style(path, classes, admit=admit)


def with_vale(book: RuleBook, vale: ValeStyle) -> RuleBook:
    """Return a rule book with the rules of Vale. Raises ConfigError where a rule has that name already."""
    for name in vale.rules:
        if name in book.rules:
            raise ConfigError(f"{vale.rules[name].origin}: newslint has a rule {name} already.")
    return msgspec.structs.replace(book, rules=dict(sorted({**book.rules, **vale.rules}.items())))


def style_of(vale: ValeStyle) -> Style:
    """Return what a `.vale.ini` says of every file, as a style says it."""
    layer = vale.layer
    return Style(
        title=f"Vale's styles, from {vale.origin}",
        select=layer.select,
        ignore=layer.ignore,
        extend_select=layer.extend_select,
        rules=layer.rules,
    )


def _anything(_: Path) -> None:
    """Take any file: who names a style on the command line may read what it names."""
