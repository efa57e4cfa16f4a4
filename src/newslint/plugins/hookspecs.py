"""The hooks a plugin may answer. Each is asked once, at start-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pluggy

hookspec = pluggy.HookspecMarker("newslint")


@hookspec
def newslint_checks() -> Mapping[str, str]:  # type: ignore[empty-body]
    """Return kinds of checks as `{kind: "module:Class"}`; a class is imported when a rule first needs it."""


@hookspec
def newslint_packs() -> Sequence[Path]:  # type: ignore[empty-body]
    """Return folders of rules, styles (`styles/`) and lists (`lists/`) in TOML."""


@hookspec
def newslint_readers() -> Mapping[str, str]:  # type: ignore[empty-body]
    """Return readers as `{format: "module:Class"}`.

    Into the files of one whose class says `writable = False`, no fix is written.

    A reader has `extensions`, and `read(source, lexicon)`, which returns a document; or, where a file may
    hold several, `stories(source, lexicon)`, which yields a document or a SourceError for each, called
    `FILE#KEY` if they are several.

    One with a class method `claims(head: bytes) -> bool` may share an extension with others that have it:
    each is asked by the first 64 kilobytes of a file, and a file that none claims is passed over by walks
    and refused by name.
    """


@hookspec
def newslint_reporters() -> Mapping[str, str]:  # type: ignore[empty-body]
    """Return reporters as `{format: "module:Class"}`."""


@hookspec(firstresult=True)
def newslint_detect(path: str, head: bytes) -> str | None:
    """Name the reader for a file that its extension does not give away, from its first kilobyte."""
