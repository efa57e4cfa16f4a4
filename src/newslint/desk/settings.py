"""Settings: a config → the rule book, the layers of style and the lists that it comes to."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from newslint.core.errors import ConfigError, NewslintError, RuleError
from newslint.core.faults import Faults
from newslint.core.lexicon import Lexicon, WordList
from newslint.core.paths import shown
from newslint.core.style import Style
from newslint.desk.bounds import REMEDY
from newslint.desk.config import Config, read_config
from newslint.desk.globs import reject_globs
from newslint.desk.layers import Layer, style_chain, without_aliases
from newslint.desk.options import Options
from newslint.desk.remarks import remarks
from newslint.desk.selection import COMMAND
from newslint.desk.setting import Parts, Setting
from newslint.desk.snapshot import Snapshot
from newslint.desk.soundness import expect_known, expect_sound
from newslint.desk.vocabulary import vocabulary
from newslint.plugins.registry import Target
from newslint.rulebook.faults import cited, nearest, place
from newslint.rulebook.lists import lexicon
from newslint.rulebook.packs import RuleBook, Trees, nowhere, read_trees, rule_book
from newslint.text.languages import ANY, is_code_of_english

SHIPPED = "newslint"
# What is named so is a `.vale.ini`.
VALE = "vale:"
# Styles that extend each other. Somebody may have twelve; a repository with a thousand means harm.
MOST_STYLES = 20
# What rules are read into takes ten times the memory.
MOST_RULE_BYTES = 20_000_000


def setting(kept: Snapshot, config: Config, options: Options) -> Setting:
    """Work out a config: its rules-dirs, the styles it extends, its lists. Raises ConfigError, RuleError."""
    faults = Faults()
    name, files = SHIPPED, list[Config]()
    with faults.noted():
        name, files = extended(config, options)
    configs = [*files, *([config] if config.origin else [])]
    for each in configs:
        with faults.noted():
            if each.faults:
                raise ConfigError(*each.faults)
    book = _rule_book(kept, configs, options, faults)
    shipped = style_chain(book, SHIPPED, origin=SHIPPED)
    naming = files[0] if files else None if options.style else config
    vale = None
    with faults.noted():
        if name.startswith(VALE):
            from newslint.desk.vale import style_of, vale_style_of, with_vale

            vale = vale_style_of(name.removeprefix(VALE), naming, kept.registry.check_classes())
            book, shipped = with_vale(book, vale), (*shipped, (vale.origin, style_of(vale)))
        else:
            shipped = _shipped(book, name, naming)
    if not config.glob and not options.style:
        _expect_styles(book, config, options, faults)
    own = [(each.origin, each.style) for each in configs]
    layers = tuple(
        Layer(each, without_aliases(layer.layer(), book.aliases)) for each, layer in (*shipped, *own)
    )
    _expect_sound(book, layers, configs, kept.registry.readers, faults)
    lists, language = _words(book, (*shipped, *own), configs, faults)
    faults.settle()
    # What is odd is told of the config as it stands, not again for each of its styles.
    notices = () if config.glob else tuple(remarks(book, config, layers))
    notices = (*notices, *(vale.notices if vale else ()))
    parts = Parts(book, layers, (*shipped, *own))
    return Setting(config, book.names, book.aliases, lists, language, notices, lambda: parts, {}, vale)


def read_of(config: Config, options: Options) -> bytes | None:
    """Return all that a config and the files it names say, as bytes; None where one of them is faulty."""
    try:
        name, files = extended(config, options)
        configs = [*files, *([config] if config.origin else [])]
        styled = [config.styled(glob) for glob, part in config.style.files.items() if part.style]
        read: list[object] = [options.style, name, config, configs]
        read += [
            [extended(each, options) for each in styled],
            _trees(configs, options, parse=_as_it_stands),
            _desk_lists(configs),
        ]
        # Styles that are neither newslint's nor TOML files have files that nobody here knows of.
        faulty = ":" in name or any(each.faults for each in configs)
        return None if faulty else msgspec.msgpack.encode(read)
    # TOML has figures that are too large to be packed.
    except (NewslintError, ValueError, OverflowError, RecursionError):
        return None


def _shipped(book: RuleBook, name: str, naming: Config | None) -> tuple[tuple[str, Style], ...]:
    """Return a shipped style that a config names, or the command line, with those it extends."""
    if naming is None:
        return style_chain(book, name, origin=COMMAND)
    return style_chain(book, name, origin=naming.origin, keys=naming.style_keys)


def _expect_styles(book: RuleBook, config: Config, options: Options, faults: Faults) -> None:
    """Note the styles that `[files."…"]` of a config gives and that are none."""
    for glob, part in config.style.files.items():
        if part.style:
            with faults.noted():
                styled = config.styled(glob)
                name, files = extended(styled, options)
                _shipped(book, name, files[0] if files else styled)


def _rule_book(kept: Snapshot, configs: Sequence[Config], options: Options, faults: Faults) -> RuleBook:
    """Make the rule book; where it is faulty, raise all faults up to now, as its rules would be unknown."""
    try:
        return rule_book({**kept.trees, **_trees(configs, options)}, kept.registry.check_classes())
    except (ConfigError, RuleError):
        with faults.noted():
            raise
        faults.settle()
        raise


def _expect_sound(
    book: RuleBook,
    layers: Sequence[Layer],
    configs: Sequence[Config],
    readers: Mapping[str, Target],
    faults: Faults,
) -> None:
    """Note what configs, and their parts for some files, say of rules and readers that cannot be."""
    for number, layer in enumerate(layers, start=1):
        if number > len(layers) - len(configs):
            expect_sound(book, layers[:number], layer, faults)
        else:
            expect_known(book, layer, faults)
    for each in configs:
        with faults.noted():
            reject_globs(each.style.files, origin=each.origin, key="files")
        with faults.noted():
            reject_globs(each.style.exclude, origin=each.origin, key="exclude")
        for glob, part in each.style.files.items():
            under = ("files", glob)
            extra = Layer(each.origin, without_aliases(part, book.aliases), under)
            expect_sound(book, [*layers, extra], extra, faults)
            with faults.noted():
                _reject_reader(part.reader, readers, origin=each.origin, under=under)


def _words(
    book: RuleBook, styles: Sequence[tuple[str, Style]], configs: Sequence[Config], faults: Faults
) -> tuple[Lexicon, str]:
    """Return the lists, and the language of stories; where one is faulty, as far as it can be told."""
    extra: dict[str, WordList] = {}
    with faults.noted():
        extra = _desk_lists(configs)
    made, language = Lexicon({}), ""
    with faults.noted():
        made = lexicon(book, styles, extra)
    with faults.noted():
        language = _language(configs)
    return made, language


def _language(configs: Sequence[Config]) -> str:
    """Return the language that the last of some configs says stories are in, `any`, or nothing."""
    for each in configs:
        said = each.style.language
        if said and said != ANY and not is_code_of_english(said):
            where = place(each.origin, ["language"])
            expected = f"expected `{ANY}`, or a code of English such as `en-US`, which the rules are for"
            raise ConfigError(f"{where}: language: found `{cited(said)}`, {expected}.")
    return next((each.style.language for each in reversed(configs) if each.style.language), "")


def _reject_reader(
    reader: str | None, readers: Mapping[str, Target], *, origin: str, under: Sequence[str]
) -> None:
    if reader is not None and reader not in readers:
        where = place(origin, [*under, "reader"])
        known = f"{nearest(reader, readers)}; known: {', '.join(readers)}"
        raise ConfigError(f"{where}: {'.'.join(under)}.reader: unknown reader `{cited(reader)}`{known}.")


def extended(config: Config, options: Options) -> tuple[str, list[Config]]:
    """Follow style files to the shipped style at their end; return its name and them, the widest first.

    A file that the command line names is the user's choice, wherever it lies.
    """
    files: list[Config] = []
    name = options.style or config.style.style or SHIPPED
    while name.endswith(".toml"):
        extending = files[0] if files else None if options.style else config
        path = extending.path("style", name) if extending else Path(name)
        named = partial(_named, extending, *extending.style_keys) if extending else nowhere
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


def _trees(
    configs: Iterable[Config], options: Options, *, parse: Callable[[Path, bytes], Any] | None = None
) -> Trees:
    """Parse the files in the rules-dirs of configs, as many as the options allow."""
    trees: dict[str, Mapping[str, dict[str, Any]]] = {}
    sizes = [0]

    def admit(config: Config, key: str, path: Path) -> None:
        where = partial(_named, config, key)
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
                named=partial(_named, each, key, name),
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


def _named(config: Config, *keys: str) -> str:
    """Say where a config names a file: "newslint.toml:2: rules-dirs: "."""
    return f"{place(config.origin, keys)}: {keys[0]}: "


def _desk_lists(configs: Sequence[Config]) -> dict[str, WordList]:
    words = vocabulary(configs)
    if not any(each.style.names or each.style.rates for each in configs):
        return {**words}
    from newslint.desk.registers import desk_lists

    return {**words, **{name: made for each in configs for name, made in desk_lists(each).items()}}
