"""Traits: what the engine must know of a check before its module is imported."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import msgspec

from newslint.core.check import AcrossCheck, Check, OfIgnores, Sought, View
from newslint.core.remarks import Remarks

SILENT = (AcrossCheck, OfIgnores, Remarks)


class Start(msgspec.Struct, frozen=True):
    """A view that a check starts from, by its name, and the words that it looks for if it looks for some."""

    module: str
    name: str
    words: tuple[str, ...] = ()

    def view(self) -> View:
        """Import the view."""
        found: Any = getattr(import_module(self.module), self.name)
        view: View = found(self.words) if self.words else found
        return view


class Traits(msgspec.Struct, frozen=True):
    """What shows of a check.

    Checks that *share* a pass have the name of their `combine`, others none. *searches*: it looks at copy;
    *across*: at facts of stories; *of_engine*: it only words what the engine finds. *dates*: it counts what
    it cannot judge without a date.
    """

    starts: tuple[Start, ...] = ()
    shares: str = ""
    searches: bool = True
    costly: bool = False
    dates: bool = False
    across: bool = False
    of_engine: bool = False
    foreign: bool = False


def traits(check: Check) -> Traits:
    """Return what shows of the class of a check, and what that check starts from."""
    kind = type(check)
    combine: Any = kind.combine.__func__  # type: ignore[attr-defined]
    is_own = combine is not Check.combine.__func__  # type: ignore[attr-defined]
    return Traits(
        starts=tuple(map(_start, check.starting_views())),
        shares=f"{combine.__module__}:{combine.__qualname__}" if is_own else "",
        searches=is_own or all(kind.problems is not each.problems for each in SILENT),
        costly=kind.costly,
        dates=kind.unchecked is not Check.unchecked,
        across=issubclass(kind, AcrossCheck),
        foreign=kind.foreign,
        of_engine=issubclass(kind, (OfIgnores, Remarks)),
    )


def _start(view: View) -> Start:
    if isinstance(view, Sought):
        return Start(type(view).__module__, type(view).__qualname__, view.words)
    return Start(view.__module__, view.__qualname__)
