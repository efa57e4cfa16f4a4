"""Buckets: objects of S3, and of what speaks as it does, listed and read by pyarrow.

Keys, region and endpoint are those of AWS's environment variables (`AWS_ENDPOINT_URL` among them).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from newslint.core.errors import SourceError
from newslint.desk.desk import Desk
from newslint.run.archive.items import S3, Item
from newslint.run.archive.tables import arrow


def objects(url: str, desk: Desk) -> Iterator[Item]:
    """Yield the stories below a URL, in the order of their keys; where it cannot be listed, that."""
    place = url.removeprefix(S3).rstrip("/")
    files = arrow("fs")
    try:
        found = _bucket().get_file_info(files.FileSelector(place, recursive=True, allow_not_found=True))
        if not found:
            found = [_bucket().get_file_info(place)]
    except OSError as cause:
        yield Item(url, url, fault=f"cannot be listed: {_first_line(cause)}.")
        return
    for each in sorted(found, key=lambda info: info.path):
        if each.type == files.FileType.NotFound:
            yield Item(url, url, fault="no such object.")
        elif each.type == files.FileType.File and (each.path == place or desk.knows(Path(each.path))):
            between = each.path.removeprefix(place).strip("/").split("/")[:-1]
            name = f"{S3}{each.path}"
            yield Item(name, name, folder=between[0] if between else "", stamp=f"{each.size} {each.mtime_ns}")


def content_of_object(url: str, name: str, most: int) -> bytes:
    """Read an object, or what shows that it has more than *most* bytes. Raises SourceError."""
    try:
        with _bucket().open_input_stream(url.removeprefix(S3)) as stream:
            content: bytes = stream.read(most + 1)
            return content
    except OSError as cause:
        raise SourceError(name, f"cannot be read: {_first_line(cause)}.") from None


def _first_line(cause: OSError) -> str:
    return str(cause).partition("\n")[0].removesuffix(".")


@lru_cache(maxsize=1)
def _bucket() -> Any:
    return arrow("fs").S3FileSystem(endpoint_override=os.environ.get("AWS_ENDPOINT_URL"))
