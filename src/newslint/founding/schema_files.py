"""Schema files: the JSON Schemas by which editors complete a desk's TOML, kept beside its config."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from newslint.core.errors import ConfigError
from newslint.core.paths import shown
from newslint.desk.bounds import bounds
from newslint.desk.config import Configs
from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.desk.schemas import Schema, rule_schema, style_schema
from newslint.founding.starting import SCHEMAS


def write_schemas(home: Path) -> Iterator[str]:
    """Write the schemas of a desk, with its rules and lists as they are. Raises ConfigError, RuleError."""
    for name, schema in _schemas(home).items():
        path = home / SCHEMAS / f"{name}.schema.json"
        if not bounds(home).admit(path):
            raise ConfigError(f"{shown(path)}: leads outside the repository.")
        try:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(msgspec.json.format(msgspec.json.encode(schema), indent=1) + b"\n")
        except OSError as cause:
            raise ConfigError(f"{shown(path)}: cannot be written: {cause.strerror}.") from None
        yield f"{SCHEMAS}/{path.name}"


def renew_schemas(home: Path) -> None:
    """Write the schemas of a desk again, where it has them. Raises as `write_schemas` does."""
    if (home / SCHEMAS / "config.schema.json").is_file():
        for _ in write_schemas(home):
            pass


def _schemas(home: Path) -> dict[str, Schema]:
    desk = Desk(Options())
    setting = desk.setting(Configs(Options()).above(home))
    lists = setting.lexicon.lists
    return {
        "config": style_schema(setting.book, lists, title="The config of a desk"),
        "rule": rule_schema(desk.registry.check_classes()),
        "style": style_schema(setting.book, lists, title="A house style"),
    }
