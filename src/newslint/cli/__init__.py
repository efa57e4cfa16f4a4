"""The command line: one module a command, imported when it is called."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

COMMANDS = (
    "schema", "completion", "config",
    "check", "explain", "rules", "test", "names", "quotes", "document", "baseline", "lists", "lsp",
    "review", "serve", "init", "new", "try", "sync", "docs", "cache", "style", "vale", "archive",
)  # fmt: skip
# Commands whose names no module can have.
MODULES = {"try": "trying"}
USAGE = """\
usage: newslint [check] [PATH ...]   lint files and folders
       newslint explain RULE         why a rule is there, with examples and options
       newslint rules                the rule book as a table
       newslint test [RULES_DIR]     run every rule's own examples
       newslint names PATH ...       who and what is named, in which spellings
       newslint quotes PATH ...      who said what
       newslint document PATH ...    what was read of a file, and what was left out
       newslint lists [NAME]         the word lists that rules read
       newslint lsp                  a language server for editors
       newslint serve                LanguageTool's API and our own, over HTTP
       newslint review PATH ...      decide on findings one by one, at a terminal
       newslint init [DIR]           the files that a desk begins with
       newslint new rule ID          a rule of your own; --from "utilise=>use"
       newslint try RULE PATH ...    what a rule finds, word for word
       newslint style show|diff NAME what a house wants, and where two differ
       newslint vale convert FILE    a rule of Vale as one of newslint
       newslint sync                 the rules of others that a config asks for
       newslint docs DIR             a site of rules, styles, kinds and keys
       newslint config show PATH     every value in force, and where it is from
       newslint schema KIND          what a config, rule, style or report may hold
       newslint completion SHELL     what a shell completes commands by
       newslint archive PATH ...     lint and compare an archive, into tables
       newslint cache size|clean     what is kept of earlier runs
       newslint baseline prune FILE  drop from a baseline what is gone
       newslint COMMAND --help       the options of a command
       newslint --version
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that *arguments* name; return the exit code: 0, 1 for findings, 2 for work not done."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    # Stories are small records without cycles; looking for garbage at every 700 of them is a tenth of a run.
    gc.set_threshold(100_000, 50, 50)
    try:
        code = _called(words)
    except KeyboardInterrupt:
        return 130
    from newslint.cli.streams import settled

    return settled(code)


def entry() -> None:
    """Run the command as a program of its own, and leave at once: nothing is left to be tidied up.

    Python would take its modules apart first, one by one, which is a tenth of a run on one story.
    """
    import os

    code = main()
    threads = sys.modules.get("threading")
    if threads is not None and threads.active_count() > 1:
        sys.exit(code)
    os._exit(code)


def _called(words: list[str]) -> int:
    """Run a command. This is the last handler: whatever goes wrong is one line, and the exit code 2."""
    from newslint.cli.streams import complain
    from newslint.core.errors import NewslintError
    from newslint.core.failures import TRACEBACK, failure

    try:
        return _answered(words)
    except NewslintError as error:
        complain(error.told)
    # Who reads the report has read enough of it.
    except BrokenPipeError:
        pass
    # Only argparse ends the run by itself; what plugins raise has been answered where they are called.
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0
    except BaseException as cause:
        complain([f"stopped by a fault of its own: {failure(cause)}; {TRACEBACK}=1 shows where."])
    return 2


def _answered(words: list[str]) -> int:
    if words[:1] in (["--help"], ["-h"], ["help"], ["--version"]):
        from newslint.cli.streams import put
        from newslint.core.version import __version__

        put(f"newslint {__version__}\n" if words[0] == "--version" else USAGE)
        return 0
    from importlib import import_module

    _import_msgspec()
    _expect_working_directory()
    at = _place_of_command(words)
    command = "check" if at is None else words.pop(at)
    if at is None:
        _hint(words)
    code: int = import_module(f"newslint.cli.{MODULES.get(command, command)}").main(words)
    return code


def _place_of_command(words: list[str]) -> int | None:
    """Return where the command stands: first, or after options and what belongs to them."""
    if words and not words[0].startswith("-"):
        return 0 if words[0] in COMMANDS else None
    if not any(word in COMMANDS for word in words):
        return None
    from newslint.cli.check import check_parser

    known = check_parser()
    belongs = False
    for place, word in enumerate(words):
        if not belongs and not word.startswith("-"):
            return place if word in COMMANDS else None
        belongs = not belongs and "=" not in word and known.takes_value(word)
    return None


def _hint(words: list[str]) -> None:
    """Say which command may be meant by a first word that is neither one nor a path."""
    import os

    if words and words[0].isalpha() and not os.path.exists(words[0]):
        from newslint.cli.streams import complain
        from newslint.rulebook.faults import nearest_name

        if near := nearest_name(words[0], COMMANDS):
            complain([f"`{words[0]}` is neither a command nor a path; did you mean `{near}`?"])


def _expect_working_directory() -> None:
    """Raise NewslintError where the working directory is removed: no path has a meaning then."""
    import os

    from newslint.core.errors import NewslintError

    try:
        os.getcwd()
    except OSError as cause:
        raise NewslintError(f"the working directory is gone: {cause.strerror}.") from None


def _import_msgspec() -> None:
    """Import msgspec without what it asks for in vain, a tenth of a cold run.

    It has no use for typing_extensions on this Python. Of `platform`, which compiles nine patterns, its uuid
    wants the name of the system alone.
    """
    import os
    from types import SimpleNamespace

    spared: dict[str, Any] = {"typing_extensions": None}
    if os.name == "posix":
        spared["platform"] = SimpleNamespace(system=lambda: os.uname().sysname)
    spared = {name: stand_in for name, stand_in in spared.items() if name not in sys.modules}
    sys.modules.update(spared)
    try:
        import msgspec  # noqa: F401
    finally:
        for name in spared:
            del sys.modules[name]
