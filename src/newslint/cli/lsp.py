"""`newslint lsp`: a language server on standard input and output, or on a port."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from newslint.cli.parsing import Parser
from newslint.core.errors import NewslintError

EXTRA = "pip install 'newslint[lsp]'"


def main(words: Sequence[str]) -> int:
    """Serve one editor until it says that it is done."""
    made = Parser("newslint lsp", "Lint stories in an editor that speaks the Language Server Protocol.")
    made.add_argument("--stdio", action="store_true", help="standard input and output (the default)")
    made.add_argument("--tcp", metavar="HOST:PORT", type=_address, help="listen there instead")
    arguments = made.parse_args(words)
    try:
        from newslint.editor.features import story_server
    except ModuleNotFoundError as cause:
        raise NewslintError(f"`newslint lsp` wants {cause.name}, which is not installed: {EXTRA}.") from None
    server = story_server()
    if arguments.tcp:
        server.start_tcp(*arguments.tcp)
    else:
        server.start_io()
    return 0


def _address(value: str) -> tuple[str, int]:
    host, _, port = value.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65_535:
        raise argparse.ArgumentTypeError(f"found `{value}`, expected HOST:PORT such as 127.0.0.1:2087")
    return host, int(port)
