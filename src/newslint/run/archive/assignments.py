"""Assignments: an archive's items with their bytes and their config, as the desk reads them."""

from __future__ import annotations

from pathlib import Path

from newslint.core.errors import SourceError
from newslint.core.paths import meant
from newslint.desk.config import Config
from newslint.desk.contents import content_of
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.run.archive.items import S3, Item


def assigned(desk: Desk, item: Item) -> Assignment:
    """Return the assignment of an item with its bytes. Raises SourceError where it cannot be read."""
    if item.fault:
        raise SourceError(item.name, item.fault)
    content = item.content
    if content is None and item.path.startswith(S3):
        from newslint.run.archive.buckets import content_of_object

        content = content_of_object(item.path, item.name, desk.options.most_bytes)
    elif content is None:
        content = content_of(meant(item.path), item.name, desk.options.most_bytes)
    # A member's own name says which reader it wants.
    path = Path(item.member or item.path)
    return Assignment(path, item.name, config_of(desk, item), content, item.reader, "", item.folder)


def config_of(desk: Desk, item: Item) -> Config:
    """Return the config that speaks for an item; for what lies in no folder, the one nearest the desk."""
    return desk.config_here if item.path.startswith(S3) else desk.configs.speaking_for(meant(item.path))
