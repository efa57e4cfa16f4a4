"""Discovery: paths → assignments, each a story to be read with the config that speaks for it."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from newslint.core.errors import SourceError
from newslint.core.paths import shown
from newslint.core.source import Source
from newslint.desk.bounds import REMEDY, bounds
from newslint.desk.config import Config, Configs
from newslint.desk.contents import content_of, is_opened, opened_content, standard_input, told, unfit
from newslint.desk.ignored import Ignored
from newslint.desk.options import Options
from newslint.desk.walk import walk

STANDARD_INPUT = "-"


class Assignment(msgspec.Struct, frozen=True):
    """A story to be read: where it lies, how reports call it, the config that speaks for it.

    *content* is what came by standard input or from a caller; None: what is in the file. Its *reader* and
    *encoding*, where they are known. *folder* is the first one below the path that was named, if it lies in
    one.
    """

    path: Path
    name: str
    config: Config
    content: bytes | None = None
    reader: str | None = None
    encoding: str = ""
    folder: str = ""

    def source(self, most: int) -> Source:
        """Return the story's bytes. Raises SourceError for more than *most*, or where there are none."""
        content = self.content
        if content is None:
            content = content_of(self.path, self.name, most)
        if len(content) > most:
            raise SourceError(self.name, f"more than {most:,} bytes; --max-file-size sets how many are read.")
        return Source(self.name, content, self.encoding)


def assignments(
    paths: Iterable[str],
    options: Options,
    *,
    configs: Configs,
    known: Callable[[Path], bool],
    wanted: Callable[[Path], bool],
) -> Iterator[Assignment | SourceError]:
    """Yield the stories to read, each once: those named, and those *known* by name below folders named.

    Below a folder, a file must also be *wanted*, which reads its first bytes where its name does not tell.
    What cannot be read is yielded as an error, so that the others are still read.
    """
    ignored, seen, paths = Ignored(configs), _Seen(), tuple(paths)
    for name in paths:
        try:
            if name == STANDARD_INPUT:
                yield _standard_input(options, configs)
            # An unset variable of a script; as a path it would be the working directory.
            elif not name:
                yield SourceError("``", "no such file or folder.")
            elif is_opened(Path(name)):
                yield _opened(Path(name), options, configs)
            else:
                for each in _below(Path(name), options, known, ignored):
                    if isinstance(each, SourceError):
                        yield each
                    elif not _in_bounds(each, Path(name), (*options.allowed, *paths)):
                        yield SourceError(shown(each), f"leads outside the repository; {REMEDY}.")
                    elif seen.first(each) and (each == Path(name) or wanted(each)):
                        yield assignment(each, configs, named=Path(name))
        except SourceError as cause:
            yield cause


def assignment(path: Path, configs: Configs, *, named: Path) -> Assignment:
    """Return the assignment of one file, which is *named* or lies below what is."""
    between = path.parts[len(named.parts) : -1]
    folder = between[0] if between else ""
    return Assignment(path, shown(path), configs.speaking_for(path), folder=folder)


def _below(
    path: Path, options: Options, known: Callable[[Path], bool], ignored: Ignored
) -> Iterable[Path | SourceError]:
    if _is_folder(path):
        return walk(path, known, ignored)
    return () if options.force_exclude and ignored.excludes(path) else (path,)


def _in_bounds(file: Path, named: Path, allowed: Iterable[str]) -> bool:
    """Tell whether a file may be read: one that is named, no link, or a link to where we may read."""
    return file == named or not os.path.islink(file) or bounds(named, allowed).admit(file)


def _is_folder(path: Path) -> bool:
    """Tell a folder from a file. Raises SourceError where there is neither."""
    try:
        mode = os.stat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        raise SourceError(shown(path), "no such file or folder.") from None
    except (OSError, ValueError) as cause:
        raise SourceError(shown(path), f"cannot be read: {told(cause)}.") from None
    if stat.S_ISDIR(mode):
        return True
    if reason := unfit(mode):
        raise SourceError(shown(path), reason)
    return False


def _standard_input(options: Options, configs: Configs) -> Assignment:
    path = Path(options.stdin_filename or STANDARD_INPUT)
    name = shown(path) if options.stdin_filename else STANDARD_INPUT
    return Assignment(
        path, name, configs.speaking_for(path), content=standard_input(name, options.most_bytes)
    )


def _opened(path: Path, options: Options, configs: Configs) -> Assignment:
    """Read at once what the shell has opened: it can be read once, and not by a worker."""
    name = shown(path)
    return Assignment(
        path, name, configs.above(Path.cwd()), content=opened_content(path, name, options.most_bytes)
    )


class _Seen:
    """Remembers files by where they really are, so that each is linted once."""

    def __init__(self) -> None:
        self.files: set[str] = set()
        self.folders: dict[Path, str] = {}

    def first(self, path: Path) -> bool:
        """Tell whether a file is met for the first time."""
        real = self._real(path)
        if real in self.files:
            return False
        self.files.add(real)
        return True

    def _real(self, path: Path) -> str:
        if path.name in ("", "..") or os.path.islink(path):
            return os.path.realpath(path)
        if path.parent not in self.folders:
            self.folders[path.parent] = os.path.realpath(path.parent)
        return os.path.join(self.folders[path.parent], path.name)
