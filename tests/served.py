"""A real `newslint serve` for tests, and requests to it."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Reply:
    """A status, headers, and what was sent."""

    def __init__(self, status: int, headers: Mapping[str, str], content: bytes) -> None:
        self.status, self.headers, self.content = status, headers, content

    @property
    def text(self) -> str:
        return self.content.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.content)

    @property
    def reason(self) -> str:
        return str(self.json["error"]["reason"])


class Served:
    """A server that listens on a port of this machine."""

    def __init__(self, port: int, process: subprocess.Popen[str]) -> None:
        self.port, self.process = port, process

    def ask(
        self,
        path: str,
        content: bytes | str | None = None,
        *,
        method: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """Send one request; its body, if it has any, as it stands."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        body = content.encode() if isinstance(content, str) else content
        connection.request(method or ("GET" if body is None else "POST"), path, body, dict(headers or {}))
        found = connection.getresponse()
        reply = Reply(found.status, dict(found.getheaders()), found.read())
        connection.close()
        return reply

    def check(self, **fields: str) -> Reply:
        """Send a form to `/v2/check`, in American English unless it says otherwise."""
        return self.ask("/v2/check", urlencode({"language": "en-US", **fields}), headers=FORM)

    def story(self, wish: str, **fields: object) -> Reply:
        """Send a story to the own API."""
        return self.ask(f"/v1/{wish}", json.dumps(fields), headers={"Content-Type": "application/json"})


@contextmanager
def serving(folder: Path, *words: str, **environment: str) -> Iterator[Served]:
    """Start a server in a folder, and stop it as a service manager does unless it has ended."""
    process = subprocess.Popen(
        [sys.executable, "-m", "newslint", "serve", "--port", "0", *words],
        cwd=folder,
        env={**os.environ, **environment},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    try:
        line = process.stderr.readline()
        address, _, _ = line.removeprefix("newslint: serves at ").partition(";")
        yield Served(int(address.rpartition(":")[2]), process)
    finally:
        if process.poll() is None:
            process.terminate()
            assert process.wait(30) == 0
        process.stderr.close()
