"""A setting: what one config comes to, as far as somebody has asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from newslint.core.lexicon import Lexicon
from newslint.core.rule import ConfiguredRule
from newslint.core.style import Style, StyleLayer
from newslint.desk.config import Config
from newslint.desk.layers import Layer, old_names, without_aliases
from newslint.desk.options import COMMAND
from newslint.rulebook.packs import RuleBook

if TYPE_CHECKING:
    from newslint.rulebook.vale.styles import ValeStyle


class Parts(msgspec.Struct, frozen=True):
    """What a setting is made of: rule book, layers of style, and what they are of, with their origins."""

    book: RuleBook
    layers: tuple[Layer, ...]
    styles: tuple[tuple[str, Style], ...]


class Setting(msgspec.Struct, frozen=True, dict=True):
    """What one config comes to: the names of rules and what they stand for, lists, the language of stories.

    *notices* are what is odd in it and stops nothing. Its *parts* are put together when somebody asks, as a
    run of rules that were *chosen* before does not: rules by who chose them. It remembers those it chooses.
    """

    config: Config
    names: Mapping[str, str]
    aliases: Mapping[str, str]
    lexicon: Lexicon
    language: str
    notices: tuple[str, ...]
    made: Callable[[], Parts]
    chosen: dict[str, tuple[ConfiguredRule, ...]]
    vale: ValeStyle | None = None

    @cached_property
    def parts(self) -> Parts:
        """Return what it is made of."""
        return self.made()

    @property
    def book(self) -> RuleBook:
        """Return every rule, style and list."""
        return self.parts.book

    @property
    def layers(self) -> tuple[Layer, ...]:
        """Return what says which rules run, the widest first."""
        return self.parts.layers

    @property
    def styles(self) -> tuple[tuple[str, Style], ...]:
        """Return what the layers are of."""
        return self.parts.styles

    def rules(
        self, globs: Sequence[str], command: StyleLayer, sections: Sequence[int] = ()
    ) -> tuple[ConfiguredRule, ...]:
        """Return the rules for stories that some *globs* match, as the command line selects them.

        *sections* are those of a `.vale.ini` that are for them.
        """
        key = msgspec.json.encode([globs, command.select, command.ignore, sections]).decode()
        if key not in self.chosen:
            from newslint.desk.selection import selected
            from newslint.desk.soundness import expect_lists

            chosen = selected(self.book, [*self.layers_for(sections), *self._extra(globs)], command)
            expect_lists(chosen, self.lexicon)
            self.chosen[key] = chosen
        return self.chosen[key]

    def remarks(self, command: StyleLayer) -> Iterator[str]:
        """Yield what is odd in it, and in the names of rules that the command line asks for."""
        yield from self.notices
        for _, old in old_names(command, self.aliases):
            yield f"{COMMAND}: `{old}` is called `{self.aliases[old]}` now."

    @property
    def formats(self) -> Mapping[str, str]:
        """Return the extensions that a `.vale.ini` takes for others."""
        return self.vale.formats if self.vale else {}

    def sections_of(self, name: str, path: Path) -> tuple[int, ...]:
        """Return the numbers of the sections of a `.vale.ini` that are for a file."""
        return self.vale.sections_of(name, path) if self.vale else ()

    def layers_for(self, sections: Sequence[int]) -> tuple[Layer, ...]:
        """Return the layers with some sections of a `.vale.ini`, which stand behind what it says of all."""
        if self.vale is None or not sections:
            return self.layers
        behind = 1 + next(n for n, layer in enumerate(self.layers) if layer.origin == self.vale.origin)
        parts = (Layer(self.vale.origin, self.vale.sections[number].layer) for number in sections)
        return (*self.layers[:behind], *parts, *self.layers[behind:])

    def _extra(self, globs: Sequence[str]) -> Iterator[Layer]:
        for glob in globs:
            part = without_aliases(self.config.style.files[glob], self.aliases)
            yield Layer(self.config.origin, part, ("files", glob))
