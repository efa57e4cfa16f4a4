"""The command line: one module a command, imported when it is called."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

COMMANDS = ("check", "explain", "rules", "test", "names", "quotes")
USAGE = """\
usage: newslint [check] [PATH ...]   lint files and folders
       newslint explain RULE         why a rule is there, with examples and options
       newslint rules                the rule book as a table
       newslint test [RULES_DIR]     run every rule's own examples
       newslint names PATH ...       who and what is named, in which spellings
       newslint quotes PATH ...      who said what
       newslint COMMAND --help       the options of a command
       newslint --version
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that *arguments* name; return the exit code: 0, 1 for findings, 2 for work not done."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] in (["--help"], ["-h"], ["help"]):
        sys.stdout.write(USAGE)
        return 0
    if words[:1] == ["--version"]:
        from newslint.core.version import __version__

        sys.stdout.write(f"newslint {__version__}\n")
        return 0
    # Stories are small records without cycles; looking for garbage at every 700 of them is a tenth of a run.
    gc.set_threshold(100_000, 50, 50)
    command = words.pop(0) if words and words[0] in COMMANDS else "check"
    return _called(command, words)


def _called(command: str, words: list[str]) -> int:
    from importlib import import_module

    _import_msgspec()
    from newslint.core.errors import NewslintError
    from newslint.core.visible import visible

    try:
        code: int = import_module(f"newslint.cli.{command}").main(words)
    except NewslintError as error:
        sys.stderr.write(f"newslint: {visible(str(error))}\n")
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 2
    except KeyboardInterrupt:
        return 130
    return code


def _import_msgspec() -> None:
    """Import msgspec without typing_extensions: a tenth of a cold run, of no use to it on this Python."""
    if "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules["typing_extensions"]
