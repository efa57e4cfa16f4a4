"""The rules that were asked, of a run that may have made none: they are made for who wants to know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment

if TYPE_CHECKING:
    from newslint.core.rule import ConfiguredRule


class Asked(Mapping[str, "ConfiguredRule"]):
    """The rules of the first story of each config, by id, as `desk.rules` has them."""

    def __init__(self, desk: Desk, assignments: Sequence[Assignment]) -> None:
        self.desk = desk
        firsts: dict[str, Assignment] = {}
        for each in assignments:
            firsts.setdefault(each.config.origin, each)
        self.firsts = tuple(firsts.values())

    def __getitem__(self, name: str) -> ConfiguredRule:
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)

    @cached_property
    def _made(self) -> Mapping[str, ConfiguredRule]:
        return self.desk.rules_for(self.firsts)
