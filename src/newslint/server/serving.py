"""Serving: the application on a socket, until it is told to stop."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn

from newslint.core.errors import NewslintError
from newslint.desk.options import Options
from newslint.server.app import application
from newslint.server.bodies import Limits
from newslint.server.connections import Connection
from newslint.server.guards import LOOPBACK, Access


def serve(
    options: Options,
    *,
    host: str,
    port: int,
    token: str,
    origins: frozenset[str],
    names: frozenset[str],
    processes: int,
    limits: Limits,
    announce: Callable[[str], None],
) -> int:
    """Listen, *announce* where, and answer until stopped. Raises NewslintError where it cannot listen."""
    access = Access(hosts=LOOPBACK | names | {_named(host)}, origins=origins, token=token)
    app = application(options, limits, access, processes=processes)
    listening = _bound(host, port)
    address = f"http://{_named(host)}:{listening.getsockname()[1]}"
    announce(f"serves at {address}; Ctrl-C stops it.")
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=5,
        limit_concurrency=limits.most_at_once * 8,
        http=Connection,
    )
    server = _Server(config)
    server.run(sockets=[listening])
    return server.code


class _Server(uvicorn.Server):
    """A server that ends by itself when it is told to, rather than by the signal that told it."""

    code = 0

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take SIGTERM for the end of the work, and Ctrl-C for its interruption."""
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, self._stop)
        yield

    def _stop(self, number: int, _: object) -> None:
        self.should_exit = True
        self.code = 130 if number == signal.SIGINT else 0


def _named(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as cause:
        listening.close()
        raise NewslintError(f"--host {host} --port {port}: {cause.strerror or cause}.") from None
    except TypeError:
        # Python says so of a name that cannot be encoded.
        listening.close()
        raise NewslintError(f"--host: found `{host}`, expected an address or a name.") from None
    # From now on whoever asks waits for the answer.
    listening.listen()
    return listening
