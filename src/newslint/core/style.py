"""A style: which rules apply, how severely, with which options. A desk's config extends one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

# The rule of the family `newslint` that `require-reason` speaks to.
REASON = "ignore-without-reason"
# What is set of rules, by family and fault.
Rules = Mapping[str, Mapping[str, Mapping[str, Any]]]


class ListChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a style adds to a shared list and takes from it."""

    add: Annotated[tuple[Any, ...], Meta(description="What joins the list: words, or rows of a table.")] = ()
    remove: Annotated[tuple[Any, ...], Meta(description="What leaves it.")] = ()


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

    select: Annotated[
        tuple[str, ...] | None,
        Meta(description="Rules and families that run, in place of those of the style."),
    ] = None
    ignore: Annotated[tuple[str, ...], Meta(description="Rules and families that do not run.")] = ()
    rules: Annotated[
        Rules,
        Meta(description="Settings of rules: severity, quotes, message, and their own options."),
    ] = {}
    extend_select: Annotated[
        tuple[str, ...], Meta(description="Rules and families that run beside those of the style.")
    ] = ()


class FileLayer(StyleLayer, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What is set for some files only: the part of a style, the *reader* that takes them, their *style*."""

    reader: Annotated[
        str | None, Meta(description="The reader that takes these files, whatever they are called.")
    ] = None
    style: Annotated[str | None, Meta(description="The house style of these files.")] = None


class Style(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A style file, or a desk's config."""

    title: Annotated[str, Meta(description="What the style is called.")] = ""
    description: Annotated[str, Meta(description="Whose it is, and what it is for.")] = ""
    style: Annotated[
        str | None,
        Meta(description="The style that this one extends: the name of a shipped one, or a TOML file."),
    ] = None
    references: Annotated[tuple[str, ...], Meta(description="Where what it says is to be read.")] = ()
    unknown: Annotated[tuple[str, ...], Meta(description="What nobody has verified, and so is not set.")] = ()
    statements: Annotated[
        tuple[Statement, ...], Meta(description="What the house says, and which rules hold it.")
    ] = ()
    rules_dirs: Annotated[tuple[str, ...], Meta(description="Folders of rules of your own.")] = ()
    rules_packages: Annotated[
        tuple[str, ...],
        Meta(description="Rules of others, of a package index, an archive or git: see newslint sync."),
    ] = ()
    select: Annotated[
        tuple[str, ...] | None,
        Meta(description="Rules and families that run, in place of those of the style."),
    ] = None
    extend_select: Annotated[
        tuple[str, ...], Meta(description="Rules and families that run beside those of the style.")
    ] = ()
    ignore: Annotated[tuple[str, ...], Meta(description="Rules and families that do not run.")] = ()
    exclude: Annotated[
        tuple[str, ...], Meta(description="Globs of what is left out when a folder is gone through.")
    ] = ()
    rules: Annotated[
        Rules,
        Meta(description="Settings of rules: severity, quotes, message, and their own options."),
    ] = {}
    files: Annotated[
        Mapping[str, FileLayer], Meta(description="What holds for the files that a glob matches.")
    ] = {}
    lists: Annotated[
        Mapping[str, ListChange], Meta(description="What joins and leaves the word lists that rules read.")
    ] = {}
    names: Annotated[str | None, Meta(description="The register of names, a TOML file.")] = None
    accept: Annotated[
        str | None,
        Meta(description="Words that the desk accepts, one a line; without it `accept.txt` is read."),
    ] = None
    reject: Annotated[
        str | None,
        Meta(description="Words that the desk rejects, one a line; without it `reject.txt` is read."),
    ] = None
    rates: Annotated[
        str | None, Meta(description="Exchange rates, a CSV file with the columns date, from, to, rate.")
    ] = None
    baseline: Annotated[str | None, Meta(description="A file of known findings, which are not reported.")] = (
        None
    )
    decisions: Annotated[
        str | None, Meta(description="Where `newslint review` keeps what was decided, a `.jsonl` file.")
    ] = None
    fail_on: Annotated[
        Literal["error", "warning", "suggestion", "never"] | None,
        Meta(description="The mildest severity that makes the exit code 1."),
    ] = None
    language: Annotated[
        str, Meta(description="The language of stories: `any`, or a code of English such as `en-US`.")
    ] = ""
    require_reason: Annotated[bool | None, Meta(description="Whether an inline ignore must say why.")] = None
    required_version: Annotated[
        str, Meta(description="The newslint that this config is for, a specifier of PEP 440.")
    ] = ""

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
