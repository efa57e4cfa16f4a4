"""The manuscript: a file's copy as fixes edit it, and the file that an edited version of it makes."""

from __future__ import annotations

from datetime import datetime

import msgspec

from newslint.core.edited import Version
from newslint.desk.claims import Writing
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment


class Manuscript:
    """A file that fixes may be written into. Raises SourceError where its copy cannot be read."""

    def __init__(self, desk: Desk, assignment: Assignment) -> None:
        self.desk, self.assignment = desk, assignment
        self.source = desk.source(assignment)
        self.is_text = desk.writing(assignment) == Writing.TEXT
        self.text = self.source.decoded() if self.is_text else desk.document(assignment).source

    def content(self, version: Version, *, at: datetime | None = None) -> bytes:
        """Return the file with the edits of a version, as changes tracked *at* a time in UTC, or plainly."""
        if self.is_text:
            return self.source.encoded(version.text)
        if not version.edits:
            return self.source.content
        return self.desk.written(self.assignment, version.edits, at=at)

    def assigned(self, version: Version) -> Assignment:
        """Return the assignment to lint a version."""
        return self.holding(self.content(version))

    def holding(self, content: bytes) -> Assignment:
        """Return the assignment of the file as it would be with a content of the same encoding."""
        encoding = self.source.encoding() if self.is_text else self.assignment.encoding
        return msgspec.structs.replace(self.assignment, content=content, encoding=encoding)
