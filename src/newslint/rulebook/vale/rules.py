"""Rules of Vale: one YAML file → a rule of newslint that finds what Vale finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from newslint.core.check import Check, Quotes
from newslint.core.errors import RuleError
from newslint.core.paths import shown
from newslint.core.rule import Rule, RuleFile
from newslint.core.severity import Severity
from newslint.rulebook.faults import cited
from newslint.rulebook.toml import contents
from newslint.rulebook.vale.tags import words_of
from newslint.rulebook.vale.yaml_files import parsed

Classes = Mapping[str, Callable[[], type[Check]]]

LISTS = frozenset(("tokens", "raw", "exceptions", "filters", "dictionaries", "indicators", "metrics"))
TABLES = frozenset(("swap", "either"))
FLAGS = frozenset(("ignorecase", "nonword", "append", "vocab", "alpha", "capitalize", "custom"))
# What each kind has beside what all have.
KEYS = {
    "existence": ("tokens", "raw", "append", "ignorecase", "nonword"),
    "substitution": ("swap", "ignorecase", "nonword", "capitalize"),
    "occurrence": ("token", "max", "min", "ignorecase"),
    "repetition": ("tokens", "max", "ignorecase", "alpha"),
    "consistency": ("either", "ignorecase", "nonword"),
    "conditional": ("first", "second", "ignorecase"),
    "capitalization": ("match", "style", "threshold", "indicators", "prefix"),
    "metric": ("formula", "condition"),
    "readability": ("metrics", "grade"),
    "spelling": ("dictionaries", "append", "filters", "custom"),
    "sequence": ("tokens", "ignorecase"),
}
# What is worked out before a check is made, or changes nothing here.
WORKED_OUT = frozenset(
    (
        *("extends", "message", "level", "scope", "link", "description", "limit", "action", "exceptions"),
        *(
            "vocab",
            "name",
            "path",
            "tests",
            "pos",
            "ignore",
            "aff",
            "dic",
            "dicpath",
            "source",
            "code",
            "feed",
        ),
    )
)
DEEPEST = 10


class Loaded(msgspec.Struct, frozen=True):
    """A rule of Vale, or none, and what of it is not read."""

    rule: Rule | None
    unread: tuple[str, ...] = ()


class Shelf(msgspec.Struct, frozen=True):
    """Where rules are found, and what all of them are told: the folders of styles, and the vocabulary."""

    folders: tuple[Path, ...]
    classes: Classes
    options: Mapping[str, Any]
    admit: Callable[[Path], None]

    def table(self, name: str, depth: int = 0) -> tuple[str, dict[str, Any]]:
        """Return the path of a rule and what it says, with what it inherits. Raises RuleError."""
        style, *parts = name.split(".")
        for folder in self.folders:
            path = Path(folder, style, *parts[:-1], f"{parts[-1]}.yml") if parts else folder
            if path.is_file():
                return self.read(path, depth)
        raise RuleError(f"{name}: no such rule in {', '.join(map(shown, self.folders))}.")

    def read(self, path: Path, depth: int = 0) -> tuple[str, dict[str, Any]]:
        """Return the path of a file, as it is shown, and what it says, with what it inherits."""
        self.admit(path)
        where = shown(path)
        try:
            table = parsed(where, contents(path))
        except OSError as cause:
            raise RuleError(f"{where}: cannot be read: {cause.strerror}.") from None
        base = table.get("extends")
        if isinstance(base, str) and "." in base:
            if depth > DEEPEST:
                raise RuleError(f"{where}: rules extend each other more than {DEEPEST} deep.")
            return where, _overlaid(self.table(base, depth + 1)[1], table)
        return where, table


def loaded(name: str, path: str, table: Mapping[str, Any], shelf: Shelf) -> Loaded:
    """Make a rule of what a file says. Raises RuleError where it is no rule."""
    kind = str(table.get("extends", ""))
    if kind == "script":
        return Loaded(None, (f"{path}: a script, which newslint does not run",))
    if kind not in KEYS:
        raise RuleError(f"{path}: extends: found `{cited(kind)}`, expected one of {', '.join(sorted(KEYS))}.")
    if "message" not in table:
        raise RuleError(f"{path}: found no `message`.")
    if kind == "sequence" and (tagged := _tagged(table.get("tokens"))):
        return Loaded(None, (f"{path}: asks for parts of speech ({tagged}), which newslint does not tell",))
    unread = [key for key in table if key not in WORKED_OUT and key not in KEYS[kind]]
    notes = tuple(f"{path}: `{cited(key)}` is not read" for key in unread)
    file = _file(name, path, table)
    options = {"name": name, "says": str(table["message"]), **shelf.options, **_options(kind, path, table)}
    return Loaded(Rule(name, path, file, f"vale-{kind}", options, shelf.classes[f"vale-{kind}"]), notes)


def _file(name: str, path: str, table: Mapping[str, Any]) -> RuleFile:
    level = str(table.get("level") or "warning")
    if level not in tuple(Severity):
        raise RuleError(f"{path}: level: found `{cited(level)}`, expected {', '.join(Severity)}.")
    style = name.partition(".")[0]
    return RuleFile(
        title=f"Rule of the Vale style {style}",
        severity=Severity(level),
        message="{message}",
        fix="Change to {replacement}",
        explanation=str(table.get("description") or f"A rule of the Vale style {style}, from {path}."),
        references=tuple(texts(table.get("link"))),
        quotes=Quotes.INCLUDE,
        check={},
    )


def _options(kind: str, path: str, table: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options of the check, in the types that it takes."""
    found: dict[str, Any] = {}
    for key in (*KEYS[kind], "exceptions", "vocab", "limit", "scope"):
        if (value := table.get(key)) is not None:
            found[key] = _typed(key, value, path) if (kind, key) != ("sequence", "tokens") else _tokens(value)
    if action := table.get("action"):
        found["action"] = _action(action)
    return found


def _typed(key: str, value: Any, path: str) -> Any:
    if key in LISTS or key == "scope":
        return tuple(texts(value))
    if key in TABLES:
        if not isinstance(value, dict):
            raise RuleError(f"{path}: {key}: expected a table of words.")
        return {str(left): _text(right) for left, right in value.items()}
    if key in FLAGS:
        return str(value).lower() in ("true", "yes", "1")
    if key in ("max", "min", "limit"):
        return _number(key, value, path, int)
    if key in ("threshold", "grade"):
        return _number(key, value, path, float)
    return _text(value)


def _number(key: str, value: Any, path: str, kind: type[int] | type[float]) -> float:
    try:
        return kind(float(value))
    except (TypeError, ValueError):
        raise RuleError(f"{path}: {key}: found `{cited(value)}`, expected a number.") from None


def texts(value: Any) -> Iterable[str]:
    """Return what may be one word or a list of words as words."""
    if value is None:
        return ()
    return tuple(_text(each) for each in value) if isinstance(value, list) else (_text(value),)


def _text(value: Any) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _action(action: Any) -> dict[str, Any]:
    if isinstance(action, str):
        return {"name": action, "params": ()}
    return {"name": _text(action.get("name")), "params": tuple(texts(action.get("params")))}


def _tagged(tokens: Any) -> str:
    """Name the parts of speech that a sequence asks for and that no list has the words of."""
    rows = [token for token in tokens or () if isinstance(token, dict)]
    tags = [str(token["tag"]) for token in rows if token.get("tag")]
    unknown = [tag for tag in tags if words_of(tag) is None]
    return ", ".join(unknown + [str(token["upos"]) for token in rows if token.get("upos")])


def _word(token: Mapping[str, Any]) -> str:
    """Return the expression for a word of a sequence: its own, that of its part of speech, or both."""
    pattern = _text(token.get("pattern"))
    words = words_of(str(token["tag"])) if token.get("tag") else None
    if words is None:
        return pattern
    return rf"(?={words}\z)(?:{pattern})" if pattern else words


def _tokens(tokens: Any) -> tuple[dict[str, Any], ...]:
    return tuple(
        {
            "pattern": _word(token),
            "negate": bool(token.get("negate")),
            "skip": int(token.get("skip") or 0),
        }
        for token in tokens
        if isinstance(token, dict)
    )


def _overlaid(parent: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a rule says over what it extends; `tokens+` adds to a list, `tokens-` takes from it."""
    own = {key: value for key, value in child.items() if key != "extends" and key[-1:] not in "+-"}
    made = {**parent, **own}
    for key, value in child.items():
        name, edit = key[:-1], key[-1:]
        if edit not in ("+", "-") or not name:
            continue
        old = made.get(name)
        if isinstance(value, dict) or isinstance(old, dict):
            kept = {} if old is None else {k: v for k, v in old.items() if edit == "+" or k not in value}
            made[name] = {**kept, **(value if edit == "+" else {})}
        else:
            words = list(texts(value))
            made[name] = [*(old or ()), *words] if edit == "+" else [w for w in old or () if w not in words]
    return made
