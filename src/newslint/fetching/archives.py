"""Archives: the rules in a wheel, a source distribution or a repository; nothing of them is run."""

from __future__ import annotations

import io
import re
import stat
import tarfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import IO

from newslint.core.errors import SourceError
from newslint.desk.packages import MOST_FILES
from newslint.desk.said import MOST_RULE_BYTES
from newslint.rulebook.faults import cited
from newslint.rulebook.toml import MOST_BYTES

# Rules of text take little room; what unpacks to more is no package of them.
MOST_ARCHIVE = 50_000_000
MOST_UNPACKED = 100_000_000
MOST_MEMBERS = 50_000
RULES = "rules"
DRIVE = re.compile(r"^[A-Za-z]:")
Rules = dict[str, bytes]


def rules_in(name: str, content: bytes) -> Rules:
    """Return the rules in an archive, by path below its folder `rules`. Raises SourceError."""
    if len(content) > MOST_ARCHIVE:
        raise SourceError(name, f"more than {MOST_ARCHIVE:,} bytes.")
    try:
        members = _zipped(name, content) if name.endswith((".whl", ".zip")) else _tarred(name, content)
        return rules_of(name, dict(members))
    except (
        zipfile.BadZipFile,
        tarfile.TarError,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
    ) as cause:
        raise SourceError(name, f"cannot be unpacked: {cause}.") from None


def rules_of(name: str, files: Mapping[str, bytes], folder: str = "") -> Rules:
    """Return what lies in the folder of rules among some files. Raises SourceError where there is none."""
    folder = folder or _rules_folder(name, files)
    under = f"{folder}/" if folder else ""
    found = {path.removeprefix(under): content for path, content in files.items() if path.startswith(under)}
    if not found:
        raise SourceError(name, f"found no rules below `{cited(folder)}`.")
    if len(found) > MOST_FILES or sum(map(len, found.values())) > MOST_RULE_BYTES:
        raise SourceError(name, f"more than {MOST_FILES:,} rules, or {MOST_RULE_BYTES:,} bytes of them.")
    return found


def expect_safe(name: str, path: str) -> None:
    """Raise SourceError for a path that would lead out of where an archive is unpacked."""
    parts = PurePosixPath(path).parts
    if (
        path.startswith(("/", "\\"))
        or ".." in parts
        or "\\" in path
        or "\0" in path
        or DRIVE.match(path)
        or not path.isprintable()
    ):
        raise SourceError(name, f"found the path `{cited(path)}`, which leads elsewhere.")


def _rules_folder(name: str, files: Iterable[str]) -> str:
    """Return the folder `rules` that holds `<family>/<fault>.toml`, the one that lies highest."""
    found = set()
    for path in files:
        parts = path.split("/")
        if len(parts) > 2 and parts[-3] == RULES:
            found.add("/".join(parts[:-2]))
    highest = min((each.count("/") for each in found), default=0)
    top = sorted(each for each in found if each.count("/") == highest)
    if not top:
        raise SourceError(name, "found no folder `rules` with `<family>/<fault>.toml` in it.")
    if len(top) > 1:
        raise SourceError(name, f"found several folders of rules: {', '.join(map(cited, top))}.")
    return top[0]


def _zipped(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
        _expect_few(name, len(members))
        left = MOST_RULE_BYTES
        for member in members:
            expect_safe(name, member.filename)
            kind = stat.S_IFMT(member.external_attr >> 16)
            if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
                raise SourceError(name, f"found the link or device `{cited(member.filename)}`.")
            if member.is_dir() or not member.filename.endswith(".toml"):
                continue
            with archive.open(member) as file:
                yield member.filename, (read := _read(name, member.filename, file, left))
            left -= len(read)


def _tarred(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    left = MOST_RULE_BYTES
    with tarfile.open(fileobj=io.BytesIO(_unpacked(name, content)), mode="r:") as archive:
        for number, member in enumerate(archive):
            _expect_few(name, number)
            expect_safe(name, member.name)
            if not (member.isreg() or member.isdir()):
                raise SourceError(name, f"found the link or device `{cited(member.name)}`.")
            file = archive.extractfile(member) if member.name.endswith(".toml") else None
            if file is not None:
                yield member.name, (read := _read(name, member.name, file, left))
                left -= len(read)


def _unpacked(name: str, content: bytes) -> bytes:
    import gzip

    with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
        unpacked = file.read(MOST_UNPACKED + 1)
    if len(unpacked) > MOST_UNPACKED:
        raise SourceError(name, f"unpacks to more than {MOST_UNPACKED:,} bytes.")
    return unpacked


def _read(name: str, member: str, file: IO[bytes], left: int) -> bytes:
    most = min(MOST_BYTES, left)
    # What an archive says of a size may be a lie.
    read = file.read(most + 1)
    if len(read) > most:
        raise SourceError(name, f"`{cited(member)}` is larger than rules are.")
    return read


def _expect_few(name: str, members: int) -> None:
    if members > MOST_MEMBERS:
        raise SourceError(name, f"more than {MOST_MEMBERS:,} files.")
