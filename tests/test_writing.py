"""Writing: what a file keeps when it is replaced, and what is refused."""

from __future__ import annotations

import errno
import os
import resource
import stat
import struct
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from newslint.core.errors import SourceError
from newslint.core.paths import shown
from newslint.run.writing import hidden, named, replace

NOBODY = 65534
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a file of somebody else")


@pytest.fixture
def folder():
    """Return an empty folder that everybody may enter, which pytest's own are not."""
    with tempfile.TemporaryDirectory() as path:
        os.chmod(path, 0o777)
        yield Path(path).resolve()


@contextmanager
def acting_as_nobody():
    import fcntl  # noqa: F401  (it may stand where nobody can read it)

    groups = os.getgroups()
    os.setgroups([])
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(groups)


def story(path, *, owner=None, mode=0o644):
    path.write_bytes(b"old")
    if owner:
        os.chown(path, *owner)
    path.chmod(mode)
    return path


def replaced(path, *, below=None):
    replace(path, b"new", was=b"old", below={below or path.parent})


def refusal(path, *, below=None):
    """Return why a file is left alone; it must be as it was, with nothing beside it."""
    before = sorted(os.listdir(path.parent))
    with pytest.raises(SourceError) as caught:
        replaced(path, below=below)
    assert sorted(os.listdir(path.parent)) == before
    if path.is_file():
        assert path.read_bytes() == b"old"
    assert caught.value.path == shown(path)
    return caught.value.reason


def set_attribute(path, name, value):
    if not hasattr(os, "setxattr"):
        pytest.skip("this system has no extended attributes")
    try:
        os.setxattr(path, name, value)
    except OSError as cause:
        pytest.skip(f"this disk takes no attribute {name}: {cause.strerror}")


def test_mode_is_kept_and_the_time_moves(folder):
    path = story(folder / "a.txt", mode=0o751)
    os.utime(path, (0, 0))

    replaced(path)

    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o751
    assert path.stat().st_mtime > 0
    assert os.listdir(folder) == ["a.txt"]


@needs_root
def test_owner_and_group_are_kept(folder):
    path = story(folder / "a.txt", owner=(1234, 5678), mode=0o4664)

    replaced(path)

    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 5678)
    assert stat.S_IMODE(path.stat().st_mode) == 0o4664


def test_extended_attributes_are_kept(folder):
    path = story(folder / "a.txt")
    set_attribute(path, "user.newsroom.slug", b"ferry")

    replaced(path)

    assert os.getxattr(path, "user.newsroom.slug") == b"ferry"


def test_access_list_of_the_folder_does_not_reach_the_new_file(folder):
    path = story(folder / "a.txt", mode=0o640)
    entries = [(1, 6, -1), (2, 6, 1234), (4, 4, -1), (16, 6, -1), (32, 0, -1)]
    packed = struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *entry) for entry in entries)
    set_attribute(folder, "system.posix_acl_default", packed)

    replaced(path)

    assert "system.posix_acl_access" not in os.listxattr(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_link_is_followed_below_the_named_paths_and_stays_a_link(folder):
    (folder / "desk").mkdir()
    path = story(folder / "desk" / "a.txt")
    (folder / "link.txt").symlink_to("desk/a.txt")

    replaced(folder / "link.txt")

    assert path.read_bytes() == b"new"
    assert os.readlink(folder / "link.txt") == "desk/a.txt"


def test_link_that_leads_out_of_the_named_paths_is_refused(folder, monkeypatch):
    monkeypatch.chdir(folder)
    path = story(folder / "a.txt")
    (folder / "desk").mkdir()
    (folder / "desk" / "link.txt").symlink_to("../a.txt")

    reason = refusal(folder / "desk" / "link.txt")

    assert reason == "not fixed: it leads to a.txt, which is hidden or not below the named paths."
    assert path.read_bytes() == b"old"


def test_named_link_does_not_stand_for_its_target_but_a_named_folder_does(folder):
    path = story(folder / "a.txt")
    (folder / "link.txt").symlink_to(path)
    (folder / "desk").symlink_to(folder)

    assert named([str(folder / "link.txt"), "-"]) == {folder / "link.txt"}
    assert named([str(folder / "desk")]) == {folder}
    assert named([str(folder / "desk" / "a.txt")]) == {path}
    assert "not below the named paths" in refusal(folder / "link.txt", below=folder / "link.txt")


def test_link_into_a_hidden_folder_is_refused(folder, monkeypatch):
    monkeypatch.chdir(folder)
    (folder / ".git").mkdir()
    path = story(folder / ".git" / "notes.txt")
    (folder / "link.txt").symlink_to(path)

    reason = refusal(folder / "link.txt")

    assert reason == "not fixed: it leads to .git/notes.txt, which is hidden or not below the named paths."
    assert path.read_bytes() == b"old"
    replaced(path)


def test_link_that_passes_a_program_off_as_copy_is_refused(folder, monkeypatch):
    monkeypatch.chdir(folder)
    path = story(folder / "build.py")
    (folder / "link.txt").symlink_to("build.py")

    reason = refusal(folder / "link.txt")

    assert reason == "not fixed: it leads to build.py, expected a file that ends as its own name does."
    assert path.read_bytes() == b"old"


def test_dangling_link_is_refused(folder):
    (folder / "link.txt").symlink_to("gone.txt")

    assert refusal(folder / "link.txt") == "not fixed: No such file or directory."


def test_file_with_two_names_is_refused(folder):
    path = story(folder / "a.txt")
    os.link(path, folder / "b.txt")

    assert refusal(path) == "not fixed: found 2 hard links, expected one; fixing would part them."
    assert (folder / "b.txt").read_bytes() == b"old"


def test_read_only_file_is_refused_also_to_root(folder):
    path = story(folder / "a.txt", mode=0o444)

    assert refusal(path) == "not fixed: it is read-only (mode 0444)."


@needs_root
def test_file_that_only_others_may_write_is_refused(folder):
    path = story(folder / "a.txt", mode=0o644)

    with acting_as_nobody():
        reason = refusal(path)

    assert reason == "not fixed: it is read-only (mode 0644)."


@needs_root
def test_owner_that_cannot_be_kept_is_refused(folder):
    path = story(folder / "a.txt", owner=(1234, NOBODY), mode=0o664)

    with acting_as_nobody():
        reason = refusal(path)

    assert reason == "not fixed: its owner and group 1234:65534 cannot be kept: Operation not permitted."


@needs_root
def test_group_that_cannot_be_kept_is_refused(folder):
    path = story(folder / "a.txt", owner=(NOBODY, 1234))

    with acting_as_nobody():
        reason = refusal(path)

    assert reason == "not fixed: its owner and group 65534:1234 cannot be kept: Operation not permitted."


@needs_root
def test_mode_that_cannot_be_kept_is_refused(folder):
    os.chown(folder, 0, 1234)
    folder.chmod(0o2777)
    path = story(folder / "a.txt", owner=(NOBODY, 1234), mode=0o2664)

    with acting_as_nobody():
        reason = refusal(path)

    assert reason == "not fixed: its mode 2664 cannot be kept; a new file gets 0664."


@needs_root
def test_attribute_that_cannot_be_kept_is_refused(folder):
    path = story(folder / "a.txt", owner=(NOBODY, NOBODY))
    set_attribute(path, "security.capability", struct.pack("<IIIII", 0x02000000, 1, 0, 0, 0))

    with acting_as_nobody():
        reason = refusal(path)

    assert reason == (
        "not fixed: its attribute `security.capability` cannot be kept: Operation not permitted."
    )


@needs_root
def test_folder_that_takes_no_new_file_is_named(folder):
    path = story(folder / "a.txt", owner=(NOBODY, NOBODY))
    folder.chmod(0o755)

    with acting_as_nobody():
        reason = refusal(path)

    assert reason == "not fixed: its folder takes no new file: Permission denied."


def test_file_that_was_saved_meanwhile_is_left_alone(folder):
    path = folder / "a.txt"
    path.write_bytes(b"saved by an editor")

    with pytest.raises(SourceError, match=r"a\.txt: not fixed: it changed while it was being fixed\."):
        replaced(path)

    assert path.read_bytes() == b"saved by an editor"
    assert os.listdir(folder) == ["a.txt"]


def test_file_that_became_a_pipe_is_not_opened(folder):
    os.mkfifo(folder / "a.txt")

    assert refusal(folder / "a.txt") == "not fixed: found no regular file, expected one."


def test_full_disk_leaves_the_file_and_nothing_else(folder):
    path = story(folder / "a.txt")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2, limits[1]))

    try:
        reason = refusal(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert reason == f"not fixed: {os.strerror(errno.EFBIG)}."


def test_name_of_255_bytes_gets_a_shorter_hidden_one(folder):
    path = story(folder / ("é" * 125 + "s.txt"))

    replaced(path)

    assert path.read_bytes() == b"new"
    assert len(os.fsencode(path.name)) == 255
    assert hidden(path) == hidden(path)
    assert len(hidden(path).name) == 78
    assert hidden(folder / "a.txt").name == ".a.txt.newslint-new"


def test_link_where_the_hidden_file_is_to_be_is_not_followed(folder, monkeypatch):
    monkeypatch.chdir(folder)
    path = story(folder / "a.txt")
    (folder / "secrets").write_bytes(b"kept")
    (folder / ".a.txt.newslint-new").symlink_to("secrets")

    reason = refusal(path)

    assert reason == (
        "not fixed: .a.txt.newslint-new is in the way; "
        "another run is fixing the file, or somebody else made it."
    )
    assert (folder / "secrets").read_bytes() == b"kept"
