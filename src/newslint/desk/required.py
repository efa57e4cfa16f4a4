"""The version of newslint that a config asks for. Imported where one does."""

from __future__ import annotations

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from newslint.core.errors import ConfigError
from newslint.core.version import __version__
from newslint.rulebook.faults import cited, place

KEY = "required-version"


def expect_version(wanted: object, origin: str) -> None:
    """Raise ConfigError where the config *origin* asks for another newslint, or for what is none."""
    where = f"{place(origin, [KEY])}: {KEY}"
    try:
        allowed = SpecifierSet(wanted if isinstance(wanted, str) else str(None))
    except InvalidSpecifier:
        expected = "expected versions such as `>=0.1,<1`"
        raise ConfigError(f"{where}: found `{cited(wanted)}`, {expected}.") from None
    if not allowed.contains(__version__, prereleases=True):
        raise ConfigError(f"{where}: found newslint {__version__}, expected `{cited(wanted)}`; install that.")
