"""A style: which rules apply, how severely, with which options. A desk's config extends one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import msgspec


class ListChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a style adds to a shared list and takes from it."""

    add: tuple[Any, ...] = ()
    remove: tuple[Any, ...] = ()


class StyleLayer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The part of a style that may also be set for some files only."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    rules: Mapping[str, Mapping[str, Mapping[str, Any]]] = {}
    extend_select: tuple[str, ...] = ()


class FileLayer(StyleLayer, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What is set for some files only: the part of a style, and the *reader* that takes them."""

    reader: str | None = None


class Style(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A style file, or a desk's config."""

    title: str = ""
    description: str = ""
    style: str | None = None
    references: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    rules_dirs: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    rules: Mapping[str, Mapping[str, Mapping[str, Any]]] = {}
    files: Mapping[str, FileLayer] = {}
    lists: Mapping[str, ListChange] = {}
    names: str | None = None
    rates: str | None = None
    baseline: str | None = None
    fail_on: Literal["error", "warning", "suggestion", "never"] | None = None
    language: str = ""

    def layer(self) -> StyleLayer:
        """Return the part that selects and configures rules."""
        return StyleLayer(self.select, self.ignore, self.rules, self.extend_select)
