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

    Fixes are edits of the `source` of a document, and are written as text. A reader whose source is no text
    of the file has `written(source, edits, *, at)`, which returns the bytes of the file with them, as changes
    tracked *at* a time in UTC, or plainly if it is None; else its class says `writable = False`, and no fix
    is written. Its map says by seams and by what is not verbatim where no edit is to be.

    Its class may have `comments`: how an ignore is written in such a file, as templates with `{rules}` and
    `{reason}`. One that opens with `<` may stand in a line of copy, any other stands in its own. A reader
    whose source is no text of the file has `commented(source, comments, *, at)`, which returns the file
    with them.

    A reader has `extensions`, and `read(source, lexicon)`, which returns a document; or, where a file may
    hold several, `stories(source, lexicon)`, which yields a document or a SourceError for each, called
    `FILE#KEY` if they are several.

    One with a class method `claims(head: bytes) -> bool` may share an extension with others that have it:
    each is asked by the first 64 kilobytes of a file, and a file that none claims is passed over by walks
    and refused by name.
    """


@hookspec
def newslint_reporters() -> Mapping[str, str]:  # type: ignore[empty-body]
    """Return reporters as `{format: "module:Class"}`.

    A reporter has `render(report, *, width)`, which returns the text of all; or `story(report, *, width)` and
    `closing(report, *, width)`, which yield text story by story and at the end, so that nothing need be kept.
    One that shows more of stories than their findings has `facts(document)` as well, which is asked where a
    story is linted, and gets what it returned back with the story: `story(report, *, width, facts)`. Facts
    must be picklable, as workers pass them on.
    """


@hookspec
def newslint_engines() -> Mapping[str, str]:  # type: ignore[empty-body]
    """Return what `newslint archive --engine` may name, as `{name: "module:Class"}`.

    An engine has `linted(lint, items, *, jobs, address)`, which yields every item with what `lint(item)`
    returns, in any order, each once. `lint` can be pickled and never raises. Items are to be taken as they
    are wanted, as there may be ten million; those yielded need no content.
    """


@hookspec(firstresult=True)
def newslint_detect(path: str, head: bytes) -> str | None:
    """Name the reader for a file that its extension does not give away, from its first kilobyte."""
