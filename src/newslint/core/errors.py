"""What can go wrong, as a tree.

NewslintError
├── SourceError       a file that cannot be read as copy
├── RuleError         a rule, list or style that cannot be used
├── ConfigError       a config file or option that says something impossible
└── PluginError       a plugin that does not load or clashes with another
"""

from __future__ import annotations


class NewslintError(Exception):
    """One clear line for the person who can act on it, or a line for each of several faults."""

    def __init__(self, *told: str) -> None:
        super().__init__("\n".join(told))
        self.told = told


class SourceError(NewslintError):
    """A file that cannot be read as copy; the others are still linted."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class RuleError(NewslintError):
    """A rule, list or style that cannot be used."""


class ConfigError(NewslintError):
    """A config file or an option that asks for something impossible."""


class PluginError(NewslintError):
    """A plugin that does not load, or that clashes with another."""
