"""Open stories: the copy in an editor's windows, as it is changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec
from lsprotocol import types
from pygls.uris import to_fs_path

from newslint.editor.lines import Lines

# What editors call the languages that copy is written in; a file's name is asked first.
READERS = {"plaintext": "text", "text": "text", "markdown": "markdown", "html": "html", "xhtml": "html"}


class OpenStory(msgspec.Struct, frozen=True):
    """The copy in one window, in one version, and what the editor calls its language."""

    uri: str
    version: int
    language: str
    text: str

    @property
    def path(self) -> Path:
        """Return where the story lies, or would: a window without a file is named by its address."""
        return Path(to_fs_path(self.uri) or self.uri.partition(":")[2] or "untitled")

    @property
    def is_filed(self) -> bool:
        """Tell a story in a file from one that has never been saved."""
        return self.uri.startswith("file:")


Change = types.TextDocumentContentChangeEvent


def opened(item: types.TextDocumentItem) -> OpenStory:
    """Return a story as its window opens."""
    return OpenStory(item.uri, item.version, item.language_id, item.text)


def changed(story: OpenStory, version: int, changes: Iterable[Change], encoding: str) -> OpenStory:
    """Return the story after *changes*, each of which is placed in what the one before it left."""
    text = story.text
    for change in changes:
        text = _changed(text, change, encoding)
    return msgspec.structs.replace(story, version=version, text=text)


def _changed(text: str, change: Change, encoding: str) -> str:
    if isinstance(change, types.TextDocumentContentChangeWholeDocument):
        return change.text
    lines = Lines(text, encoding)
    start, end = lines.offset(change.range.start), lines.offset(change.range.end)
    return text[:start] + change.text + text[max(start, end) :]
