"""Git: the rules in a repository, read from its objects; nothing is checked out, and nothing of it is run."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from newslint.core.errors import SourceError
from newslint.desk.packages import MOST_FILES
from newslint.desk.requirements import Wanted
from newslint.desk.said import MOST_RULE_BYTES
from newslint.fetching.archives import Rules, expect_safe, rules_of
from newslint.rulebook.faults import cited

SECONDS = 300
COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
# mode, kind, object, size, path: "100644 blob 8ab… 312\trules/house/utilise.toml"
ENTRY = re.compile(r"(\d{6}) (\w+) ([0-9a-f]+) +(\d+|-)\t(.*)", re.DOTALL)
FILES = ("100644", "100755")
# No hook, no filter, no program that an address could name; no question at a terminal.
SETTINGS = ("-c", "core.hooksPath=/dev/null", "-c", "protocol.ext.allow=never", "-c", "gc.auto=0")


def rules_at(wanted: Wanted, commit: str = "") -> tuple[str, Rules]:
    """Return the commit that a requirement comes to, or *commit*, and its rules. Raises SourceError."""
    with tempfile.TemporaryDirectory(prefix="newslint-") as folder:
        _git(folder, "init", "-q", "--bare", ".")
        found = _fetched(folder, wanted, commit)
        files = dict(_files(folder, wanted, found))
    return found, rules_of(wanted.requirement, files, wanted.folder)


def _fetched(folder: str, wanted: Wanted, commit: str) -> str:
    """Fetch a commit, or what a name stands for; return the commit."""
    fetch = ("fetch", "-q", "--no-tags", "--no-recurse-submodules")
    name = commit or wanted.ref
    try:
        _git(folder, *fetch, "--depth", "1", "--", wanted.url, name)
    except SourceError:
        if not COMMIT.fullmatch(name):
            raise
        # Some servers give a commit only together with a branch that has it.
        _git(folder, *fetch, "--", wanted.url, "+refs/*:refs/fetched/*")
        return (
            _git(folder, "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}").decode().strip()
        )
    return _git(folder, "rev-parse", "--verify", "FETCH_HEAD^{commit}").decode().strip()


def _files(folder: str, wanted: Wanted, commit: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of TOML in a commit. Raises SourceError for links, and for more than rules are."""
    listed = _git(folder, "ls-tree", "-r", "-z", "-l", "--full-tree", commit)
    blobs: list[tuple[str, str]] = []
    size = 0
    for line in filter(None, listed.decode("utf-8", "surrogateescape").split("\0")):
        entry = ENTRY.fullmatch(line)
        if entry is None or not entry[5].endswith(".toml"):
            continue
        if wanted.folder and not entry[5].startswith(f"{wanted.folder}/"):
            continue
        expect_safe(wanted.requirement, entry[5])
        if entry[1] not in FILES:
            raise SourceError(wanted.requirement, f"found the link `{cited(entry[5])}`.")
        size += int(entry[4])
        blobs.append((entry[5], entry[3]))
    if len(blobs) > MOST_FILES or size > MOST_RULE_BYTES:
        raise SourceError(
            wanted.requirement, f"more than {MOST_FILES:,} rules, or {MOST_RULE_BYTES:,} bytes of them."
        )
    yield from zip([path for path, _ in blobs], _contents(folder, [each for _, each in blobs]), strict=True)


def _contents(folder: str, objects: Sequence[str]) -> Iterator[bytes]:
    """Yield what objects hold, asked for together: each comes with a line that tells its size."""
    asked = "".join(f"{each}\n" for each in objects).encode()
    answer = _git(folder, "cat-file", "--batch", put=asked)
    at = 0
    for _ in objects:
        line = answer.index(b"\n", at)
        size = int(answer[at:line].split()[2])
        yield answer[line + 1 : line + 1 + size]
        at = line + 2 + size


def _git(folder: str, *words: str, put: bytes | None = None) -> bytes:
    """Run git in a folder of its own. Raises SourceError where it is not there, or fails."""
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("GIT_DIR", "GIT_WORK_TREE")},
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ALLOW_PROTOCOL": "https:ssh:file",
        "GIT_DIR": str(Path(folder)),
        "GIT_LFS_SKIP_SMUDGE": "1",
    }
    try:
        done = subprocess.run(
            ["git", *SETTINGS, *words],
            cwd=folder,
            env=environment,
            input=put,
            stdin=None if put is not None else subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise SourceError("git", "is not installed.") from None
    except subprocess.TimeoutExpired:
        raise SourceError("git", f"took over {SECONDS} seconds.") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["failed"]
        raise SourceError("git", f"{cited(said[-1])}.")
    return done.stdout
