"""newslint: an editorial style and consistency linter for news copy.

    import newslint

    report = newslint.lint("The road is 80 kilometers (60 miles) long.", style="ap")
    report = newslint.lint_files(["stories/"], across=True)

Nothing is imported before it is used.
"""

from __future__ import annotations

from newslint.core.version import __version__

# As type checkers know it; `typing` itself would cost five times what all of this does.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.core.errors import ConfigError, NewslintError, PluginError, RuleError, SourceError
    from newslint.run.api import fix, lint, lint_files, read

__all__ = [
    "ConfigError",
    "NewslintError",
    "PluginError",
    "RuleError",
    "SourceError",
    "__version__",
    "fix",
    "lint",
    "lint_files",
    "read",
]


def __getattr__(name: str) -> object:
    """Import what is public when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module `newslint` has no `{name}`")
    from importlib import import_module

    room = "newslint.core.errors" if name.endswith("Error") else "newslint.run.api"
    return getattr(import_module(room), name)
