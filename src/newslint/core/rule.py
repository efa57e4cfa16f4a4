"""A rule: an identified, explained and exemplified use of a check."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from newslint.core.check import Check, Quotes, Use
from newslint.core.document import BlockKind
from newslint.core.pattern import lazy_pattern
from newslint.core.severity import Severity
from newslint.core.traits import Traits

PLACEHOLDER = lazy_pattern(r"\{([a-z][a-z_-]*)\}")


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of copy with `[[…]]` round what must be flagged, and how it reads once mended.

    *alongside* names rules that run with the rule, *stories* stands for *text* in a rule across stories.
    """

    text: Annotated[str, Meta(description="The copy, with `[[…]]` round what must be flagged.")] = ""
    stories: Annotated[
        tuple[str, ...], Meta(description="Several stories, for a rule that compares them.")
    ] = ()
    fixed: Annotated[str | None, Meta(description="How the copy reads when the first fixes are made.")] = None
    date: Annotated[datetime.date | None, Meta(description="The date of the story.")] = None
    format: Annotated[str, Meta(description="The reader that takes the copy.")] = "text"
    options: Annotated[
        Mapping[str, Any], Meta(description="Options of the rule that hold for this example.")
    ] = {}
    alongside: Annotated[tuple[str, ...], Meta(description="Rules that run beside this one.")] = ()


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A rule as its TOML file says it."""

    title: Annotated[str, Meta(description="The fault, in a few words.")]
    severity: Annotated[Severity, Meta(description="How sure it is that the copy must change.")]
    message: Annotated[
        str, Meta(description="What is wrong, in one sentence; `{words}` stands for what was found.")
    ]
    explanation: Annotated[str, Meta(description="Why the house wants this, for whoever meets a finding.")]
    check: Annotated[dict[str, Any], Meta(description="The kind of check, and its options.")]
    fix: Annotated[str, Meta(description="What a fix does, as an imperative.")] = ""
    related: Annotated[str, Meta(description="What is said of the other places of a finding.")] = ""
    references: Annotated[tuple[str, ...], Meta(description="The authorities for the rule.")] = ()
    since: Annotated[str, Meta(description="The release that brought it.")] = ""
    quotes: Annotated[Quotes, Meta(description="Whether it looks inside direct speech.")] = Quotes.SKIP
    blocks: Annotated[
        tuple[BlockKind, ...], Meta(description="The parts of a story that it looks at; without any, all.")
    ] = ()
    aliases: Annotated[tuple[str, ...], Meta(description="Ids that it had before.")] = ()
    phrases: Annotated[
        Mapping[str, str], Meta(description="What keys of the check stand for in the message.")
    ] = {}
    invalid: Annotated[tuple[Example, ...], Meta(description="Copy that must be flagged.")] = ()
    valid: Annotated[tuple[Example, ...], Meta(description="Copy that must not be flagged.")] = ()

    @property
    def lacking(self) -> str:
        """Say which examples it lacks by which anybody can tell what it does, or nothing."""
        if self.invalid and len(self.valid) >= 2:
            return ""
        found = f"found {len(self.invalid)} [[invalid]] and {len(self.valid)} [[valid]] examples"
        return f"{found}, expected at least one and two"


class Rule(msgspec.Struct, frozen=True):
    """A rule file with its id, where it came from, and the class of its check (loaded when first needed)."""

    id: str
    origin: str
    file: RuleFile
    kind: str
    options: Mapping[str, Any]
    check_class: Callable[[], type[Check]]

    @property
    def family(self) -> str:
        """Return the part of the id before the dot."""
        return self.id.partition(".")[0]


class Wording(msgspec.Struct, frozen=True):
    """The words of a rule's findings: templates, and the phrases for the keys in them."""

    message: str
    fix: str = ""
    related: str = ""
    phrases: Mapping[str, str] = {}


class ConfiguredRule(Use, frozen=True, kw_only=True, dict=True):
    """A rule as one style has it: with the style's severity, quotation policy, message and options.

    The engine needs no more than stands here; *rule* is what its file says, read when somebody asks. What is
    *packed* are the options, as they are kept for the next run.
    """

    id: str
    origin: str
    kind: str
    packed: Callable[[], bytes]
    severity: Severity
    wording: Wording
    traits: Traits
    told: Callable[[], Rule]

    @cached_property
    def rule(self) -> Rule:
        """Return the rule as its file has it."""
        return self.told()

    @property
    def likeness(self) -> bytes:
        """Return the kind of its check with its options; nothing where they cannot be packed."""
        try:
            return b"%b %b" % (self.kind.encode(), self.packed())
        # TOML has figures that are too large.
        except OverflowError:
            return b""

    @property
    def family(self) -> str:
        """Return the part of the id before the dot."""
        return self.id.partition(".")[0]

    @property
    def message(self) -> str:
        """Return the template of its message."""
        return self.wording.message

    def rendered(self, template: str, data: Mapping[str, str]) -> str:
        """Fill a template from *data*; a key (StrEnum member) is first replaced by the rule's phrase."""
        return render(template, data, self.wording.phrases)


def render(template: str, data: Mapping[str, str], phrases: Mapping[str, str]) -> str:
    """Fill the `{placeholders}` of *template*; a phrase may hold placeholders of its own."""

    def fill(match: re.Match[str]) -> str:
        value = data.get(match[1], "")
        return render(phrases.get(str(value), ""), data, {}) if isinstance(value, StrEnum) else value

    return PLACEHOLDER.sub(fill, template)


def placeholders(template: str) -> frozenset[str]:
    """Return the names a template asks for."""
    return frozenset(PLACEHOLDER.findall(template))
