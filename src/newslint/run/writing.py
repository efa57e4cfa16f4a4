"""Writing: one file replaced in one step, or refused with the reason.

The new copy is written beside the file, under a hidden name, and takes the file's place by one rename. So
whatever stops the program leaves the file as it was or as it is to be, and at most one hidden file, which is
never the only copy of anything.
"""

from __future__ import annotations

import os
import signal
import stat
from collections.abc import Iterable, Iterator, Set
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from newslint.core.errors import NewslintError, SourceError
from newslint.core.paths import shown
from newslint.desk.contents import BYTES, NO_WAITING, first_bytes

SUFFIX = ".newslint-new"

# eCryptfs takes no longer names; other file systems take 255 bytes.
LONGEST_NAME = 143

# How a file is left that cannot be written.
NOT_FIXED = "not fixed"

NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class RefusalError(NewslintError):
    """Why a file is left as it is."""


def replace(path: Path, content: bytes, *, was: bytes, below: Set[Path], left: str = NOT_FIXED) -> None:
    """Give a file that still holds *was* its new content; keep its mode, owner and extended attributes.

    Raises SourceError, which says how the file is *left*, where any of that cannot be done.
    """
    try:
        target = followed(path, below)
        found = _inspected(target)
        with _undisturbed():
            _replaced(target, content, was=was, found=found)
    except RefusalError as reason:
        raise SourceError(shown(path), f"{left}: {reason}.") from None
    except OSError as cause:
        raise SourceError(shown(path), f"{left}: {cause.strerror}.") from None


def named(paths: Iterable[str]) -> frozenset[Path]:
    """Return where *paths* lead to, in which files may be written.

    A file that is named is itself: a link in somebody's checkout must not stand for what it points at.
    """
    return frozenset(
        Path(os.path.realpath(path))
        if os.path.isdir(path)
        else Path(os.path.realpath(os.path.dirname(path))) / os.path.basename(path)
        for path in paths
        if path != "-"
    )


def followed(path: Path, below: Set[Path]) -> Path:
    """Return the file that *path* leads to. Raises RefusalError unless it may be written."""
    target = Path(os.path.realpath(path, strict=True))
    if not is_below(target, below):
        raise RefusalError(f"it leads to {shown(target)}, which is hidden or not below the named paths")
    # A link must not pass a program off as copy.
    if target.suffix.lower() != path.suffix.lower():
        raise RefusalError(f"it leads to {shown(target)}, expected a file that ends as its own name does")
    return target


def is_below(target: Path, below: Set[Path]) -> bool:
    """Tell whether a resolved path is one of those named, or in a folder of theirs that is not hidden."""
    for folder in (target, *target.parents):
        if folder in below:
            return True
        if folder != target and folder.name.startswith("."):
            return False
    return False


def hidden(target: Path) -> Path:
    """Return where the new copy of a file is written: the same place in every run."""
    name = f".{target.name}{SUFFIX}"
    if len(os.fsencode(name)) > LONGEST_NAME:
        name = f".{sha256(os.fsencode(target.name)).hexdigest()}{SUFFIX}"
    return target.with_name(name)


def content_of(path: str | Path, most: int) -> bytes:
    """Read a regular file, or what shows that it has more than *most* bytes; a pipe may never end."""
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise RefusalError("found no regular file, expected one")
    with os.fdopen(os.open(path, os.O_RDONLY | NO_WAITING | BYTES), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise RefusalError("found no regular file, expected one")
        return first_bytes(file, most + 1)


def lock(descriptor: int) -> None:
    """Lock an open file as long as this program lives. Raises BlockingIOError while another holds it.

    On Windows the open file is its own lock, as nobody can remove it.
    """
    if os.name == "posix":
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def stands(descriptor: int, path: Path) -> bool:
    """Tell whether an open file is the one that is found at *path*."""
    try:
        return os.path.samestat(os.fstat(descriptor), os.lstat(path))
    except FileNotFoundError:
        return False


def _inspected(target: Path) -> os.stat_result:
    """Return the state of a file. Raises RefusalError where a new file in its place would not do."""
    found = os.lstat(target)
    if not stat.S_ISREG(found.st_mode):
        raise RefusalError("found no regular file, expected one")
    if found.st_nlink > 1:
        raise RefusalError(f"found {found.st_nlink} hard links, expected one; fixing would part them")
    # Root may write everything; a file that nobody is to write is left alone all the same.
    if not found.st_mode & 0o222 or not _writable(target):
        raise RefusalError(f"it is read-only (mode {stat.S_IMODE(found.st_mode):04o})")
    return found


def _writable(target: Path) -> bool:
    return os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _replaced(target: Path, content: bytes, *, was: bytes, found: os.stat_result) -> None:
    partial = hidden(target)
    with os.fdopen(_created(partial), "wb", buffering=0) as file:
        try:
            left = memoryview(content)
            while left:
                left = left[file.write(left) :]
            _keep_owner(file.fileno(), found)
            _keep_attributes(file.fileno(), target)
            _keep_mode(file.fileno(), found)
            os.fsync(file.fileno())
            _expect(target, was)
            # Windows moves no open file. Elsewhere it stays open, and so locked, until it is in its place.
            if os.name != "posix":
                file.close()
            os.replace(partial, target)
        except BaseException:
            file.close()
            with suppress(OSError):
                os.unlink(partial)
            raise
    _settle(target.parent)


def _created(partial: Path) -> int:
    """Make the hidden file, for this user alone, and lock it against runs that sweep up."""
    try:
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_LINK | BYTES, 0o600)
    except FileExistsError:
        raise RefusalError(_in_the_way(partial)) from None
    except OSError as cause:
        raise RefusalError(f"its folder takes no new file: {cause.strerror}") from None
    try:
        lock(descriptor)
        ours = stands(descriptor, partial)
    except BlockingIOError:
        ours = False
    # Some network drives know no locks.
    except OSError:
        ours = True
    if not ours:
        os.close(descriptor)
        raise RefusalError(_in_the_way(partial))
    return descriptor


def _in_the_way(partial: Path) -> str:
    return f"{shown(partial)} is in the way; another run is fixing the file, or somebody else made it"


def _keep_owner(descriptor: int, found: os.stat_result) -> None:
    made = os.fstat(descriptor)
    if (made.st_uid, made.st_gid) == (found.st_uid, found.st_gid):
        return
    try:
        os.fchown(descriptor, found.st_uid, found.st_gid)
    except OSError as cause:
        owner = f"{found.st_uid}:{found.st_gid}"
        raise RefusalError(f"its owner and group {owner} cannot be kept: {cause.strerror}") from None


def _keep_attributes(descriptor: int, target: Path) -> None:
    """Give the new file the extended attributes of the old, access lists among them, and no others."""
    if not hasattr(os, "listxattr"):
        return
    wanted, made = _attributes(target), _attributes(descriptor)
    for name in sorted(wanted.keys() | made.keys()):
        if wanted.get(name) == made.get(name):
            continue
        try:
            if name in wanted:
                os.setxattr(descriptor, name, wanted[name])
            else:
                os.removexattr(descriptor, name)
        except OSError as cause:
            raise RefusalError(f"its attribute `{name}` cannot be kept: {cause.strerror}") from None


def _attributes(file: int | Path) -> dict[str, bytes]:
    try:
        names = os.listxattr(file)
    # A file system without attributes has none to keep.
    except OSError:
        return {}
    return {name: os.getxattr(file, name) for name in names}


def _keep_mode(descriptor: int, found: os.stat_result) -> None:
    """Set the mode, last, as owner and access lists change it; a system may drop some of it unsaid."""
    if not hasattr(os, "fchmod"):
        return
    wanted = stat.S_IMODE(found.st_mode)
    os.fchmod(descriptor, wanted)
    made = stat.S_IMODE(os.fstat(descriptor).st_mode)
    if made != wanted:
        raise RefusalError(f"its mode {wanted:04o} cannot be kept; a new file gets {made:04o}")


def _expect(target: Path, was: bytes) -> None:
    """Raise RefusalError if the file is not what was read, as late as can be: an editor may have saved it."""
    try:
        now = content_of(target, len(was))
    except FileNotFoundError:
        raise RefusalError("it vanished while it was being fixed") from None
    if now != was:
        raise RefusalError("it changed while it was being fixed")


def _settle(folder: Path) -> None:
    """Have the new name outlive a power cut, where the system can promise it."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    with suppress(OSError):
        os.fsync(descriptor)
    os.close(descriptor)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C, SIGTERM and their like wait until a file is done, so that they leave nothing behind."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(
            signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT}
        )
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
