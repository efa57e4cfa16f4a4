"""Items: what an archive holds, file by file or story by story, as engines are given it."""

from __future__ import annotations

import msgspec

from newslint.run.archive.written import Written

S3 = "s3://"


class Item(msgspec.Struct, frozen=True):
    """A file, or a story that lies in one with others.

    *name* is what reports call it, *path* the file, whose config speaks for it. *content* is there where the
    story is not a file of its own; *fault* says why it cannot be read. *stamp* changes with its bytes, where
    that can be told without reading them. *written* is how the copy stands in a file that is text. *number*
    is its place among the members or rows of its file; a file has none.
    """

    name: str
    path: str
    folder: str = ""
    content: bytes | None = None
    reader: str | None = None
    fault: str = ""
    stamp: str = ""
    written: Written | None = None
    number: int = 0

    @property
    def bare(self) -> Item:
        """Return the item without its bytes."""
        return self if self.content is None else msgspec.structs.replace(self, content=None)

    @property
    def is_packed(self) -> bool:
        """Tell what lies in a file with others from a file."""
        return self.number > 0 and not self.fault

    @property
    def numbered(self) -> Item:
        """Return the item as it is called where another of its file has its name."""
        return msgspec.structs.replace(self, name=f"{self.name}#{self.number}")

    @property
    def member(self) -> str:
        """Return what a member of a tar or zip is called in there."""
        return self.name.partition("!/")[2].removesuffix(f"#{self.number}")
