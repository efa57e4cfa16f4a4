"""Trees: folders of TOML, each file parsed, of which the rule book is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from newslint.core.errors import RuleError
from newslint.core.faults import Faults
from newslint.core.paths import shown
from newslint.rulebook.faults import cited
from newslint.rulebook.toml import contents, parsed, parsed_as_shipped

Trees = Mapping[str, Mapping[str, dict[str, Any]]]


def nowhere() -> str:
    """Say that no file names a folder."""
    return ""


def read_trees(
    folders: Iterable[Path],
    *,
    admit: Callable[[Path], None] | None = None,
    most: int | None = None,
    named: Callable[[], str] = nowhere,
    parse: Callable[[Path, bytes], Any] | None = None,
) -> Trees:
    """Parse every TOML file of the packs: folder → file → table, or what another *parse* makes of it.

    Raises RuleError for a file that cannot be read, and for more than *most*; the message begins with where
    the folders are *named*. What *admit* raises of a file comes through.
    """
    return {
        str(folder): dict(_files(folder, admit, most, named, parse or _parser(folder))) for folder in folders
    }


def _parser(folder: Path) -> Callable[[Path, bytes], dict[str, Any]]:
    read = parsed_as_shipped if folder == shipped_rules() else parsed
    return lambda path, content: read(shown(path), content, error=RuleError)


def shipped_rules() -> Path:
    """Return newslint's own `rules/`: inside the package when installed, at the top level in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "rules"
    return inside if inside.is_dir() else package.parents[1] / "rules"


def _files(
    folder: Path,
    admit: Callable[[Path], None] | None,
    most: int | None,
    named: Callable[[], str],
    parse: Callable[[Path, bytes], Any],
) -> Iterable[tuple[str, Any]]:
    if not folder.is_dir():
        raise RuleError(f"{named()}{cited(shown(folder))}: no such folder of rules.")
    found = sorted(islice(folder.rglob("*.toml"), None if most is None else most + 1))
    if most is not None and len(found) > most:
        raise RuleError(
            f"{named()}{shown(folder)}: found more than {most:,} rules; "
            "--max-rules sets how many there may be."
        )
    faults = Faults()
    above = len(folder.as_posix().rstrip("/")) + 1
    for path in found:
        if admit is not None:
            admit(path)
        with faults.noted():
            try:
                content = contents(path)
            except OSError as cause:
                raise RuleError(f"{named()}{shown(path)}: cannot be read: {cause.strerror}.") from None
            yield path.as_posix()[above:], parse(path, content)
    faults.settle()
