"""A style: which rules apply, how severely, with which options. A desk's config extends one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

# The rule of the family `newslint` that `require-reason` speaks to.
REASON = "ignore-without-reason"
# What is set of rules, by family and fault.
Rules = Mapping[str, Mapping[str, Mapping[str, Any]]]


class ListChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a style adds to a shared list and takes from it."""

    add: tuple[Any, ...] = ()
    remove: tuple[Any, ...] = ()


class Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a house says of a point of style, which *rules* hold it, and where that is to be read.

    *verified* tells that somebody saw it in the *source*; without one, it is how the house's copy reads.
    """

    says: str
    rules: tuple[str, ...] = ()
    source: str = ""
    verified: bool = False


class StyleLayer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The part of a style that may also be set for some files only."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    rules: Rules = {}
    extend_select: tuple[str, ...] = ()


class FileLayer(StyleLayer, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What is set for some files only: the part of a style, the *reader* that takes them, their *style*."""

    reader: str | None = None
    style: str | None = None


class Style(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A style file, or a desk's config."""

    title: str = ""
    description: str = ""
    style: str | None = None
    references: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    rules_dirs: tuple[str, ...] = ()
    rules_packages: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    rules: Rules = {}
    files: Mapping[str, FileLayer] = {}
    lists: Mapping[str, ListChange] = {}
    names: str | None = None
    accept: str | None = None
    reject: str | None = None
    rates: str | None = None
    baseline: str | None = None
    decisions: str | None = None
    fail_on: Literal["error", "warning", "suggestion", "never"] | None = None
    language: str = ""
    require_reason: bool | None = None
    required_version: str = ""

    def layer(self) -> StyleLayer:
        """Return the part that selects and configures rules."""
        return StyleLayer(self.select, self.ignore, self._rules(), self.extend_select)

    def _rules(self) -> Rules:
        """Return the settings of rules, with what other keys say of some."""
        if self.require_reason is None:
            return self.rules
        family = self.rules.get("newslint", {})
        asked = {"required": self.require_reason, **family.get(REASON, {})}
        return {**self.rules, "newslint": {**family, REASON: asked}}
