"""The extension for VS Code, as far as it repeats what newslint says itself. `.ci/editors` runs it."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from newslint.editor.settings import EditorSettings

EXTENSION = Path(__file__).parents[1] / "editors" / "vscode"


def test_settings_of_the_extension_are_those_of_the_server() -> None:
    package = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
    schema = json.loads(msgspec.json.encode(msgspec.json.schema(EditorSettings)))
    (fields,) = schema["$defs"].values()

    assert package["contributes"]["configuration"]["properties"] == {
        f"newslint.{name}": field for name, field in fields["properties"].items()
    }


def test_lock_names_no_registry() -> None:
    assert "resolved" not in (EXTENSION / "package-lock.json").read_text(encoding="utf-8")
