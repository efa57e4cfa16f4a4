"""Settings: a config → the rule book, the layers of style and the lists that it comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newslint.core.errors import ConfigError, RuleError
from newslint.core.faults import Faults
from newslint.core.lexicon import Lexicon, WordList
from newslint.core.style import Style
from newslint.desk.config import Config
from newslint.desk.globs import reject_globs
from newslint.desk.layers import Layer, style_chain, without_aliases
from newslint.desk.options import COMMAND, Options
from newslint.desk.remarks import remarks
from newslint.desk.said import SHIPPED, VALE, desk_words, extended, rule_trees
from newslint.desk.setting import Parts, Setting
from newslint.desk.snapshot import Snapshot
from newslint.desk.soundness import expect_known, expect_sound
from newslint.plugins.registry import Target
from newslint.rulebook.faults import cited, nearest, place
from newslint.rulebook.lists import lexicon
from newslint.rulebook.packs import RuleBook, rule_book
from newslint.text.languages import ANY, is_code_of_english


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
        return rule_book({**kept.trees, **rule_trees(configs, options)}, kept.registry.check_classes())
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
        extra = desk_words(configs)
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
