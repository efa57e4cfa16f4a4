"""The vocabulary: the words that a desk accepts and rejects, one a line, in files beside its config."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from newslint.core.errors import ConfigError
from newslint.core.lexicon import WordList
from newslint.core.paths import shown
from newslint.desk.config import Config
from newslint.rulebook.faults import cited, place
from newslint.rulebook.toml import MOST_BYTES, contents

# The keys of a config, each with the file that stands for it where the key is not set, and its list.
FILES = {"accept": ("accept.txt", "accepted-words"), "reject": ("reject.txt", "rejected-words")}
TITLES = {"accept": "Words that the desk accepts", "reject": "Words that the desk rejects"}
COMMENT = "#"
# A line is a word or a phrase; what is longer is copy, or another kind of file.
LONGEST = 200


def vocabulary(configs: Iterable[Config]) -> Mapping[str, WordList]:
    """Return the words of some configs as lists. Raises ConfigError for a file that is no such list."""
    found: dict[str, list[str]] = {}
    origins: dict[str, list[str]] = {}
    for config in configs:
        for key in FILES:
            if path := words_file(config, key):
                found.setdefault(key, []).extend(_words(path, config, key))
                origins.setdefault(key, []).append(shown(path))
    return {
        FILES[key][1]: WordList(
            TITLES[key], words=tuple(dict.fromkeys(words)), source=", ".join(origins[key])
        )
        for key, words in found.items()
    }


def words_file(config: Config, key: str) -> Path | None:
    """Return the file that a config names under a *key*, or the usual one where that is there.

    Raises ConfigError for one out of bounds.
    """
    if not config.origin:
        return None
    named: str | None = getattr(config.style, key)
    path = Path(config.folder, named or FILES[key][0])
    if named is None and not os.path.lexists(path):
        return None
    return config.bounds().path(named or path.name, folder=config.folder, origin=config.origin, keys=[key])


def words_files(config: Config) -> Iterator[str]:
    """Yield the names of a config's files of words, relative to it: they are no stories."""
    for key, (usual, _) in FILES.items():
        yield getattr(config.style, key) or usual


def entry(line: str) -> str:
    """Return the word or phrase of a line, nothing for a comment."""
    words = line.strip()
    return "" if words.startswith(COMMENT) else " ".join(words.partition(f" {COMMENT}")[0].split())


def _words(path: Path, config: Config, key: str) -> Iterator[str]:
    where = f"{place(config.origin, [key])}: {key}: "
    try:
        content = contents(path)
    except OSError as cause:
        raise ConfigError(f"{where}{cited(shown(path))}: {cause.strerror}.") from None
    if len(content) > MOST_BYTES:
        raise ConfigError(f"{shown(path)}: found more than {MOST_BYTES:,} bytes.")
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as cause:
        at = content.count(b"\n", 0, cause.start) + 1
        raise ConfigError(f"{shown(path)}:{at}: byte 0x{content[cause.start]:02x} is not UTF-8.") from None
    for number, line in enumerate(lines, start=1):
        words = entry(line)
        if len(words) > LONGEST:
            expected = f"expected a word or a phrase of at most {LONGEST} letters"
            raise ConfigError(f"{shown(path)}:{number}: found `{cited(words)}`, {expected}.")
        if words:
            yield words
