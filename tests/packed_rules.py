"""Packages of rules, made by the tests that fetch them: wheels, sdists, an index, a repository."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import tarfile
import threading
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from conftest import HOUSE_RULE

RULES = {"desk_rules/rules/theirs/journalese.toml": HOUSE_RULE.encode()}
SETUP = b"raise SystemExit('a package of rules is never run')\n"


def wheel(version: str = "1.2", files: Mapping[str, bytes] = RULES) -> tuple[str, bytes]:
    """Return a wheel, with code that must not be run."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in {"desk_rules/__init__.py": SETUP, **files}.items():
            archive.writestr(name, content)
    return f"desk_rules-{version}-py3-none-any.whl", packed.getvalue()


def sdist(version: str = "1.2", files: Mapping[str, bytes] = RULES) -> tuple[str, bytes]:
    """Return a source distribution, with a setup that must not be run."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for name, content in {"setup.py": SETUP, **files}.items():
            member = tarfile.TarInfo(f"desk_rules-{version}/{name}")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return f"desk_rules-{version}.tar.gz", packed.getvalue()


def tarred(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    """Return a packed tar of any members."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for member, content in members:
            archive.addfile(member, io.BytesIO(content))
    return packed.getvalue()


def repository(folder: Path, files: Mapping[str, str]) -> str:
    """Make a repository of git, or commit to it; return the commit."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    who = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "Rules"]):
        subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)
    told = subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, check=True, capture_output=True)
    return told.stdout.decode().strip()


class _Quiet(SimpleHTTPRequestHandler):
    asked: list[tuple[str, str]]

    def log_message(self, *words: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Note what is asked, and by whom."""
        self.asked.append((self.path, self.headers.get("Authorization", "")))
        super().do_GET()

    def guess_type(self, path: str) -> str:  # type: ignore[override]
        """Tell the pages of an index by what they hold."""
        if Path(path).is_file() and Path(path).read_bytes().startswith(b"{"):
            return "application/vnd.pypi.simple.v1+json"
        return super().guess_type(path)


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Serve a folder over HTTP; yield its address, and what was asked."""
    asked: list[tuple[str, str]] = []
    handler = type("Handler", (_Quiet,), {"asked": asked})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def index(folder: Path, *archives: tuple[str, bytes], page: str = "html", hashed: bool = True) -> None:
    """Write an index of packages with the one, `desk-rules`."""
    (folder / "files").mkdir(parents=True, exist_ok=True)
    home = folder / "simple" / "desk-rules"
    home.mkdir(parents=True, exist_ok=True)
    rows = []
    for name, content in archives:
        (folder / "files" / name).write_bytes(content)
        rows.append((name, hashlib.sha256(content).hexdigest() if hashed else ""))
    if page == "html":
        links = [f'<a href="../../files/{name}#sha256={known}">{name}</a>' for name, known in rows]
        (home / "index.html").write_text("<!DOCTYPE html>" + "\n".join(links), encoding="utf-8")
    else:
        files = [
            {"filename": name, "url": f"../../files/{name}", "hashes": {"sha256": known}}
            for name, known in rows
        ]
        (home / "index.html").write_text(
            json.dumps({"meta": {"api-version": "1.1"}, "files": files}), encoding="utf-8"
        )
