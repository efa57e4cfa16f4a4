"""The options that say how files are read, of every command that reads them."""

from __future__ import annotations

import argparse

from newslint.core.encodings import codec_named


def add_reading(made: argparse.ArgumentParser) -> None:
    """Add the options that say how files are read."""
    made.add_argument("--reader", metavar="NAME", help="read every file so, whatever it is called")
    made.add_argument("--encoding", metavar="NAME", type=_codec, help="the encoding of every file")


def _codec(value: str) -> str:
    """Read the name of an encoding."""
    found = codec_named(value)
    if found is None:
        raise argparse.ArgumentTypeError(f"found `{value}`, expected an encoding such as windows-1252")
    return found
