"""The `.vale.ini`: its sections, and the keys of each with every value they were given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from newslint.core.errors import ConfigError
from newslint.core.pattern import lazy_pattern

SECTION = lazy_pattern(r"\[(.+)\]\s*(?:[#;].*)?$")
PAIR = lazy_pattern(r"([^=:]+?)\s*[=:]\s*(.*)$")
COMMENT = lazy_pattern(r"\s+[#;].*$")
COMMA = lazy_pattern(r"(?<!\\),")
# What a key of a section says that it drops all given before.
NONE = "NONE"

# The values of each key, in their order.
Keys = Mapping[str, tuple[str, ...]]


class Ini(msgspec.Struct, frozen=True):
    """The keys above all sections, and the sections in their order."""

    core: Keys
    sections: tuple[tuple[str, Keys], ...]

    def section(self, name: str) -> Keys:
        """Return the keys of a section, none where it is not there."""
        return dict(self.sections).get(name, {})


def ini(contents: Sequence[tuple[str, str]]) -> Ini:
    """Read files one over the other, each given by its path and its words. Raises ConfigError."""
    core: dict[str, list[str]] = {}
    sections: dict[str, dict[str, list[str]]] = {}
    for path, words in contents:
        keys = core
        for number, line in _lines(words):
            if section := SECTION.match(line):
                keys = sections.setdefault(section[1].strip(), {})
                continue
            pair = PAIR.match(line)
            if pair is None:
                raise ConfigError(f"{path}:{number}: found `{line}`, expected `[section]` or `key = value`.")
            keys.setdefault(pair[1].strip(), []).append(_unquoted(pair[2].strip()))
    return Ini(_frozen(core), tuple((name, _frozen(keys)) for name, keys in sections.items()))


def values(keys: Keys, name: str) -> tuple[str, ...]:
    """Return the words of a key, which commas part, without repeats."""
    words = [word.strip() for value in keys.get(name, ()) for word in COMMA.split(value)]
    if NONE in words:
        words = words[len(words) - words[::-1].index(NONE) :]
    return tuple(dict.fromkeys(word.replace("\\,", ",") for word in words if word))


def last(keys: Keys, name: str) -> str:
    """Return what a key was given last, or nothing."""
    return keys[name][-1] if keys.get(name) else ""


def _lines(words: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that say something; one that ends in a backslash goes on in the next."""
    going = ""
    for number, line in enumerate(words.removeprefix("\ufeff").splitlines(), start=1):
        stripped = going + line.strip()
        going = ""
        if stripped.endswith("\\") and not stripped.endswith("\\\\"):
            going = stripped[:-1]
        elif stripped and stripped[0] not in "#;":
            yield number, COMMENT.sub("", stripped) if not stripped.startswith("[") else stripped
    if going:
        yield number, going


def _unquoted(value: str) -> str:
    quoted = re.fullmatch(r"([\"'`])(.*)\1", value)
    return quoted[2] if quoted else value


def _frozen(keys: Mapping[str, list[str]]) -> Keys:
    return {name: tuple(found) for name, found in keys.items()}
