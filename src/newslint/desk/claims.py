"""Claims: which reader takes a file, by its name or its bytes, and how fixes are written into it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path

from newslint.core.encodings import WIRE
from newslint.core.errors import PluginError, SourceError
from newslint.core.failures import failure
from newslint.core.paths import shown
from newslint.core.source import Source
from newslint.plugins.registry import Detector, Registry, Target, detected

HEAD = 1024
# A story in JSON or XML may say late what it is.
CLAIMED_HEAD = 65_536
PLAIN, STANDARD_INPUT = "text", "-"
# Asked only for a file that no extension tells, as it loads the plugins.
Detectors = Callable[[], tuple[Detector, ...]]


class Writing(StrEnum):
    """How fixes get into the files of a reader: as text, by the reader, or not at all."""

    TEXT = "text"
    READER = "reader"
    NONE = "none"


def writing(target: Target, path: str) -> Writing:
    """Tell how fixes get into the file at *path*. Raises SourceError where its reader does not load."""
    try:
        reader = target.loaded()
    except PluginError as cause:
        raise SourceError(path, str(cause)) from cause
    if not getattr(reader, "writable", True):
        return Writing.NONE
    return Writing.READER if hasattr(reader, "written") else Writing.TEXT


def reader_name(path: Path, source: Source, registry: Registry, detectors: Detectors) -> str:
    """Name the reader of a file: by its extension, else by its bytes, which a plugin may know, too.

    Only what has no extension is else plain text. Raises SourceError where no reader claims it.
    """
    suffix = path.suffix.lower()
    known = claimant(path, source, registry)
    if source.path != STANDARD_INPUT and (suffix not in registry.extensions or _is_wire(known, source)):
        known = _by_bytes(registry.claimants(), source, registry) or known
    if known is None and registry.detects:
        try:
            known = detected(str(path), source.content[:HEAD], registry.readers, detectors())
        except PluginError as cause:
            raise SourceError(source.path, str(cause)) from cause
    if known is None and suffix in registry.claimed:
        names = ", ".join(registry.extensions[suffix])
        raise SourceError(source.path, f"no reader for this {suffix}: it is none of {names}.")
    if known is None and suffix:
        raise SourceError(source.path, f"no reader for {suffix}; `--reader {PLAIN}` reads it as text.")
    return known or PLAIN


def _is_wire(known: str | None, source: Source) -> bool:
    """Tell a message of an older wire, whatever it is called, from the plain text it is taken for."""
    return known == PLAIN and source.content[:1] in WIRE


def claimant(path: Path, source: Source, registry: Registry) -> str | None:
    """Name the reader that takes a file of this extension, and its bytes where the extension is shared.

    Raises SourceError for a reader that fails at it.
    """
    suffix = path.suffix.lower()
    names = registry.extensions.get(suffix, ())
    if suffix not in registry.claimed:
        return next(iter(names), None)
    return _by_bytes(names, source, registry)


def _by_bytes(names: Iterable[str], source: Source, registry: Registry) -> str | None:
    head = source.content[:CLAIMED_HEAD]
    return next((name for name in names if _claims(name, source, head, registry)), None)


def wanted(path: Path, registry: Registry) -> bool:
    """Tell whether a file of a known extension is a story; where readers claim by bytes, whether one does."""
    if path.suffix.lower() not in registry.claimed:
        return True
    try:
        with open(path, "rb") as file:
            head = file.read(CLAIMED_HEAD)
        return claimant(path, Source(shown(path), head), registry) is not None
    # What cannot be asked is no story that anybody named.
    except OSError:
        return False
    # It is told when the file is read.
    except SourceError:
        return True


def _claims(name: str, source: Source, head: bytes, registry: Registry) -> bool:
    try:
        return bool(registry.readers[name].loaded().claims(head))
    except PluginError as cause:
        raise SourceError(source.path, str(cause)) from cause
    except BaseException as cause:
        raise SourceError(source.path, f"the reader `{name}` failed: {failure(cause)}.") from cause
