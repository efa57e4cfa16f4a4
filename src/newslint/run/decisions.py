"""Decisions: what people made of findings, kept so that they are not asked twice and rules can be judged.

The file names rules and holds hashes, and nothing of the copy.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

import msgspec

from newslint.core.digest import content_digest
from newslint.core.errors import ConfigError
from newslint.core.finding import Finding
from newslint.core.paths import shown
from newslint.core.report import Report
from newslint.desk.bounds import is_plain
from newslint.desk.config import Config
from newslint.run.baseline import entry_of

NAME = "decisions.jsonl"
SUFFIX = ".jsonl"


class Choice(StrEnum):
    """What somebody made of a finding."""

    ACCEPTED = "accepted"
    OTHER_READING = "other-reading"
    EDITED = "edited"
    IGNORED = "ignored"
    SKIPPED = "skipped"


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of the file: what was decided of which finding, which only newslint knows by its hash."""

    rule: str
    choice: Choice
    finding: str


class Decisions:
    """The decisions kept in a file. It grows with those that are made."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.kept = _read(path)

    def made(self, report: Report, finding: Finding) -> Choice | None:
        """Return what was decided of a finding of a report, the last time."""
        return self.kept.get(self._key(report, finding))

    def keep(self, report: Report, finding: Finding, choice: Choice) -> None:
        """Keep a decision. Raises ConfigError where the file cannot be written."""
        decision = Decision(finding.rule, choice, self._key(report, finding))
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with open(self.path, "ab") as file:
                file.write(msgspec.json.encode(decision) + b"\n")
        except OSError as cause:
            raise ConfigError(f"{shown(self.path)}: decisions cannot be kept: {cause.strerror}.") from None
        self.kept[decision.finding] = choice

    def _key(self, report: Report, finding: Finding) -> str:
        path = os.path.relpath(os.path.abspath(finding.path), os.path.abspath(self.path.parent))
        known = entry_of(report, finding)
        words = "\0".join((path.replace(os.sep, "/"), known.rule, known.text, known.beside))
        return content_digest(words.encode("utf-8", "surrogateescape"), size=8)


def tallied(path: Path) -> Mapping[str, Mapping[str, int]]:
    """Count the decisions of a file by rule and choice. Raises ConfigError where it holds something else."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for decision in _lines(path):
        counts[decision.rule][decision.choice.value] += 1
    return counts


def place(config: Config) -> Path:
    """Return where decisions are kept: where the config says, else in the user's own folder.

    NEWSLINT_STATE_DIR overrides that. Raises ConfigError for a config that names another kind of file.
    """
    named = config.style.decisions
    if named is None:
        return _folder() / NAME
    path = config.path("decisions", named)
    if not is_plain(path, named, suffix=SUFFIX):
        raise ConfigError(
            f"{config.origin}: decisions: found `{named}`, "
            "expected a file `….jsonl`, neither hidden nor a link."
        )
    return path


def _folder() -> Path:
    chosen = os.environ.get("NEWSLINT_STATE_DIR")
    if chosen:
        return Path(chosen)
    from platformdirs import user_state_path

    return user_state_path("newslint")


def _read(path: Path) -> dict[str, Choice]:
    return {decision.finding: decision.choice for decision in _lines(path)}


def _lines(path: Path) -> list[Decision]:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return []
    except OSError as cause:
        raise ConfigError(f"{shown(path)}: decisions cannot be read: {cause.strerror}.") from None
    try:
        return [msgspec.json.decode(line, type=Decision) for line in content.splitlines()]
    except msgspec.MsgspecError as cause:
        raise ConfigError(f"{shown(path)}: found no decisions of `newslint review`: {cause}.") from None
