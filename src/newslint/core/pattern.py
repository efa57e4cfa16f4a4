"""Patterns: regular expressions that cost nothing until they are used.

Compiling a few hundred of them was a third of a cold run. A pattern is therefore compiled at its first use;
and its program, as the standard library's compiler made it, is kept for the next run (`desk/snapshot.py`).
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping
from typing import cast

import msgspec


class Program(msgspec.Struct, frozen=True, array_like=True):
    """A compiled pattern in the standard library's own code, which is valid for one Python version only."""

    flags: int
    code: bytes
    groups: int
    names: dict[str, int]


class Programs:
    """The programs of this process: those *kept* by an earlier run, as written, and what was compiled since.

    It is the one piece of shared state, as patterns are made when modules are imported.
    """

    def __init__(self) -> None:
        self.kept: Mapping[str, bytes] = {}
        self.compiled: set[tuple[str, int]] = set()

    def made(self, source: str, flags: int) -> re.Pattern[str]:
        """Return a compiled pattern, from its kept program where there is one."""
        kept = self.kept.get(_key(source, flags))
        if kept:
            try:
                return _restored(source, msgspec.msgpack.decode(kept, type=Program))
            # A damaged program is as good as none.
            except (RuntimeError, TypeError, ValueError, ImportError, msgspec.DecodeError):
                pass
        self.compiled.add((source, flags))
        return re.compile(source, flags)

    def all(self) -> dict[str, bytes]:
        """Return the kept programs with those of the patterns compiled since, as they are written."""
        encode = msgspec.msgpack.encode
        compiled = {_key(source, flags): encode(_program(source, flags)) for source, flags in self.compiled}
        return {**self.kept, **compiled}


PROGRAMS = Programs()


class _Late:
    """Stands for a pattern until it is used; then hands out the methods of the compiled one."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> object:
        compiled = self.__dict__.get("_compiled")
        if compiled is None:
            compiled = self._compiled = PROGRAMS.made(self._source, self._flags)
        found: object = getattr(compiled, name)
        self.__dict__[name] = found
        return found


def lazy_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used; raises re.error only then."""
    return cast("re.Pattern[str]", _Late(source, int(flags)))


def _key(source: str, flags: int) -> str:
    return f"{flags} {source}"


def _program(source: str, flags: int) -> Program:
    """Compile a pattern to the form that can be kept: what `re.compile` does before it makes an object."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(source, flags)
    code = array("I", _compiler._code(parsed, flags))
    state = parsed.state
    return Program(flags | state.flags, code.tobytes(), state.groups - 1, state.groupdict)


def _restored(source: str, program: Program) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    names: list[str | None] = [None] * (program.groups + 1)
    for name, index in program.names.items():
        names[index] = name
    code = array("I", program.code).tolist()
    made = _sre.compile(source, program.flags, code, program.groups, program.names, tuple(names))
    return cast("re.Pattern[str]", made)
