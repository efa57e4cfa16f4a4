"""YAML of Vale's rules: plain words stay as they are written, and no word of it can run away."""

from __future__ import annotations

import re
from typing import Any

from newslint.core.errors import RuleError

MOST_BYTES = 1_000_000
DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
ANCHOR = re.compile(r"(?:^|[\s\[{,:-])&\w", re.MULTILINE)
# Of YAML 1.1 only what 1.2 still takes for something else than words.
KEPT = {
    "tag:yaml.org,2002:bool": (re.compile(r"true|True|TRUE|false|False|FALSE"), "tTfF"),
    "tag:yaml.org,2002:int": (re.compile(r"[-+]?[0-9]+"), "-+0123456789"),
    "tag:yaml.org,2002:float": (
        re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"),
        "-+0123456789.",
    ),
    "tag:yaml.org,2002:null": (re.compile(r"~|null|Null|NULL|"), ["~", "n", "N", ""]),
}  # fmt: skip


def parsed(path: str, content: bytes) -> dict[str, Any]:
    """Parse a rule of Vale. Raises RuleError, with the line, for what is no YAML table."""
    import yaml

    if len(content) > MOST_BYTES:
        raise RuleError(f"{path}: found more than {MOST_BYTES:,} bytes.")
    try:
        words = content.decode("utf-8-sig")
        if ANCHOR.search(words) and any(isinstance(each, yaml.AliasEvent) for each in yaml.parse(words)):
            raise RuleError(f"{path}: found an alias (`*name`), which newslint does not read in a rule.")
        table = yaml.load(_escaped(words), Loader=_loader())
    except UnicodeDecodeError as cause:
        raise RuleError(f"{path}: byte 0x{content[cause.start]:02x} is not UTF-8.") from None
    except yaml.MarkedYAMLError as cause:
        mark = cause.problem_mark or cause.context_mark
        raise RuleError(f"{path}:{mark.line + 1 if mark else 1}: broken YAML: {cause.problem}.") from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise RuleError(f"{path}: broken YAML.") from None
    if not isinstance(table, dict):
        raise RuleError(f"{path}: expected a table with `extends` and `message`.")
    return {str(key): value for key, value in table.items()}


def _escaped(words: str) -> str:
    r"""Take the backslash off `\'` between double marks, which YAML has not and Go's parser reads."""
    if r"\'" not in words:
        return words
    return DOUBLE.sub(lambda found: re.sub(r"(?<!\\)((?:\\\\)*)\\'", r"\1'", found[0]), words)


def _loader() -> Any:
    import yaml

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc]
        """Reads YAML 1.2's words: `yes`, `no`, dates and times are none of its types."""

        yaml_implicit_resolvers: dict[str, Any] = {}

    for tag, (pattern, first) in KEPT.items():
        Loader.add_implicit_resolver(tag, re.compile(f"^(?:{pattern.pattern})$"), list(first))
    return Loader
