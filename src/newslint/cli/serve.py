"""`newslint serve`: LanguageTool's API and our own over HTTP, on this machine only unless told otherwise."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence
from pathlib import Path

from newslint.cli.options import opened, options, parser, positive
from newslint.cli.streams import complain
from newslint.core.errors import ConfigError, NewslintError

EXTRA = "pip install 'newslint[serve]'"
TOKEN = "NEWSLINT_TOKEN"
# A story of the length of a novel.
MOST_BYTES = 2_000_000
# Browsers' add-ons have schemes of their own.
ORIGIN = re.compile(r"[A-Za-z][\w.+-]*://[^\s/]+")
# Of the port of a Host nothing is asked.
NAME = re.compile(r"[\w.-]+|\[[0-9A-Fa-f:.]+\]")
LOOPBACK = ("127.0.0.1", "::1", "localhost")


def main(words: Sequence[str]) -> int:
    """Serve until Ctrl-C or SIGTERM."""
    arguments = _parser().parse_args(words)
    wanted = options(arguments)
    token = _token(arguments)
    if arguments.host not in LOOPBACK and not token:
        raise NewslintError(
            f"--host {arguments.host}: whoever asks from another machine must know a token; "
            f"set {TOKEN}, or name a --token-file."
        )
    # What is wrong with the desk is said before anybody asks.
    opened(wanted).here()
    try:
        from newslint.server.bodies import Limits
        from newslint.server.serving import serve
    except ModuleNotFoundError as cause:
        raise NewslintError(
            f"`newslint serve` wants {cause.name}, which is not installed: {EXTRA}."
        ) from None
    return serve(
        wanted,
        host=arguments.host,
        port=arguments.port,
        token=token,
        origins=frozenset(arguments.allow_origin),
        names=frozenset(arguments.allow_host),
        processes=arguments.jobs,
        limits=Limits(arguments.max_file_size, arguments.time_limit, arguments.max_requests),
        announce=lambda line: complain([line]),
    )


def _parser() -> argparse.ArgumentParser:
    made = parser("serve", "Answer LanguageTool's clients, programs and a page in the browser over HTTP.")
    made.add_argument("--host", default="127.0.0.1", help="the address to listen at (default: %(default)s)")
    made.add_argument("--port", type=_port, default=8081, help="0: any that is free (default: %(default)s)")
    made.add_argument(
        "--token-file", metavar="FILE", help=f"the token that is wanted of everybody (else {TOKEN})"
    )
    made.add_argument(
        "--allow-origin",
        metavar="ORIGIN",
        type=_origin,
        action="append",
        default=[],
        help="let pages of this origin ask (repeatable)",
    )
    made.add_argument(
        "--allow-host",
        metavar="NAME",
        type=_name,
        action="append",
        default=[],
        help="a name that the server goes by (repeatable)",
    )
    made.add_argument(
        "--jobs", type=positive, metavar="N", default=2, help="processes that check (default: %(default)s)"
    )
    _add_limits(made)
    return made


def _add_limits(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--max-requests",
        metavar="N",
        type=positive,
        default=64,
        help="stories at once, half of them from one client (default: %(default)s)",
    )
    made.add_argument(
        "--time-limit",
        metavar="SECONDS",
        type=positive,
        default=30,
        help="how long a story may take to arrive, and to be checked (default: %(default)s)",
    )
    made.set_defaults(max_file_size=MOST_BYTES)


def _token(arguments: argparse.Namespace) -> str:
    """Return the token. Raises ConfigError for a file that holds none, or one that no header carries."""
    name, token = TOKEN, os.environ.get(TOKEN, "").strip()
    if arguments.token_file:
        name, token = f"--token-file: {arguments.token_file}", _token_of_file(arguments.token_file)
    if not token.isascii() or not token.isprintable() or " " in token:
        raise ConfigError(f"{name}: expected a token of ASCII letters, digits and marks.")
    return token


def _token_of_file(path: str) -> str:
    try:
        token = Path(path).read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as cause:
        reason = cause.strerror if isinstance(cause, OSError) else "is not UTF-8"
        raise ConfigError(f"--token-file: {path}: {reason}.") from None
    if not token:
        raise ConfigError(f"--token-file: {path}: found nothing, expected a token.")
    return token


def _port(value: str) -> int:
    if not value.isdecimal() or int(value) > 65_535:
        raise argparse.ArgumentTypeError(f"found `{value}`, expected a port from 0 to 65535")
    return int(value)


def _origin(value: str) -> str:
    if not ORIGIN.fullmatch(value):
        raise argparse.ArgumentTypeError(
            f"found `{value}`, expected an origin such as https://cms.example.org"
        )
    return value.lower()


def _name(value: str) -> str:
    if not NAME.fullmatch(value):
        raise argparse.ArgumentTypeError(f"found `{value}`, expected a name such as desk.example.org")
    return value.lower()
