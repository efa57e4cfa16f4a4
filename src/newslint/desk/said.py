"""Said: what a config, the styles it extends and the files that they name say, as far as files tell it."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from newslint.core.errors import ConfigError, NewslintError
from newslint.core.lexicon import WordList
from newslint.core.paths import shown
from newslint.desk.bounds import REMEDY
from newslint.desk.config import Config, read_config
from newslint.desk.options import Options
from newslint.desk.vocabulary import vocabulary
from newslint.rulebook.faults import place
from newslint.rulebook.trees import Trees, nowhere, read_trees

SHIPPED = "newslint"
# What is named so is a `.vale.ini`.
VALE = "vale:"
# Styles that extend each other. Somebody may have twelve; a repository with a thousand means harm.
MOST_STYLES = 20
# What rules are read into takes ten times the memory.
MOST_RULE_BYTES = 20_000_000


def read_of(config: Config, options: Options) -> bytes | None:
    """Return all that a config and the files it names say, as bytes; None where one of them is faulty."""
    try:
        name, files = extended(config, options)
        configs = [*files, *([config] if config.origin else [])]
        styled = [config.styled(glob) for glob, part in config.style.files.items() if part.style]
        read: list[object] = [options.style, name, config, configs]
        read += [
            [extended(each, options) for each in styled],
            rule_trees(configs, options, parse=_as_it_stands),
            desk_words(configs),
        ]
        # Styles that are neither newslint's nor TOML files have files that nobody here knows of.
        faulty = ":" in name or any(each.faults for each in configs)
        return None if faulty else msgspec.msgpack.encode(read)
    # TOML has figures that are too large to be packed.
    except (NewslintError, ValueError, OverflowError, RecursionError):
        return None


def extended(config: Config, options: Options) -> tuple[str, list[Config]]:
    """Follow style files to the shipped style at their end; return its name and them, the widest first.

    A file that the command line names is the user's choice, wherever it lies.
    """
    files: list[Config] = []
    name = options.style or config.style.style or SHIPPED
    while name.endswith(".toml"):
        extending = files[0] if files else None if options.style else config
        path = extending.path("style", name) if extending else Path(name)
        named = partial(named_in, extending, *extending.style_keys) if extending else nowhere
        file = read_config(path, options.allowed, named=named)
        if file is None or len(files) == MOST_STYLES or any(file.origin == each.origin for each in files):
            reason = "a style cannot extend itself, or a file without a style"
            raise ConfigError(f"{named()}{shown(path)}: {reason}.")
        files.insert(0, file)
        name = file.style.style or SHIPPED
    return name, files


def _as_it_stands(_: Path, content: bytes) -> bytes:
    """Take a file for what it says, whatever it means: parsing takes ten times as long as reading."""
    return content


def rule_trees(
    configs: Iterable[Config], options: Options, *, parse: Callable[[Path, bytes], Any] | None = None
) -> Trees:
    """Parse the files in the rules-dirs of configs, as many as the options allow."""
    trees: dict[str, Mapping[str, dict[str, Any]]] = {}
    sizes = [0]

    def admit(config: Config, key: str, path: Path) -> None:
        where = partial(named_in, config, key)
        state = os.lstat(path)
        is_link = stat.S_ISLNK(state.st_mode)
        sizes[0] += os.stat(path).st_size if is_link and path.exists() else state.st_size
        if sizes[0] > MOST_RULE_BYTES:
            raise ConfigError(f"{where()}found more than {MOST_RULE_BYTES:,} bytes of rules.")
        if is_link and not config.bounds().admit(path):
            raise ConfigError(f"{where()}{shown(path)}: leads outside the repository; {REMEDY}.")

    for each in configs:
        for key, name, folder in _folders(each):
            left = options.most_rules - sum(map(len, trees.values()))
            trees |= read_trees(
                [folder.resolve()],
                admit=partial(admit, each, key),
                most=left,
                named=partial(named_in, each, key, name),
                parse=parse,
            )
    return trees


def _folders(config: Config) -> Iterator[tuple[str, str, Path]]:
    """Yield the folders of rules that a config names, and those of its packages, with where it says so."""
    for name in config.style.rules_dirs:
        yield "rules-dirs", name, config.path("rules-dirs", name)
    if config.style.rules_packages:
        from newslint.desk.packages import package_folders

        for name, folder in package_folders(config):
            yield "rules-packages", name, folder


def named_in(config: Config, *keys: str) -> str:
    """Say where a config names a file: "newslint.toml:2: rules-dirs: "."""
    return f"{place(config.origin, keys)}: {keys[0]}: "


def desk_words(configs: Sequence[Config]) -> dict[str, WordList]:
    """Return the lists that a desk's own files make: accepted and rejected words, its register, its rates."""
    words = vocabulary(configs)
    if not any(each.style.names or each.style.rates for each in configs):
        return {**words}
    from newslint.desk.registers import desk_lists

    return {**words, **{name: made for each in configs for name, made in desk_lists(each).items()}}
