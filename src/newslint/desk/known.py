"""Known settings: what a config came to last time, kept in the user's cache folder.

A setting follows from the snapshot and from what the config and the files it names say. Of those it is kept
by a digest: its names, its lists, and the rules that were chosen, each with what the engine must know of its
check, so that neither the rule book is put together nor a check imported before a story asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial

import msgspec

from newslint.core.check import Check, Quotes
from newslint.core.digest import content_digest
from newslint.core.document import BlockKind
from newslint.core.lexicon import Lexicon, WordList
from newslint.core.rule import ConfiguredRule, Wording
from newslint.core.severity import Severity
from newslint.core.traits import Traits
from newslint.desk.cache import Cache
from newslint.desk.config import Config
from newslint.desk.kept_checks import pickled, unpickled
from newslint.desk.options import Options
from newslint.desk.said import read_of
from newslint.desk.setting import Parts, Setting
from newslint.desk.shelf import Drawer, Shelf
from newslint.desk.snapshot import Snapshot
from newslint.plugins.registry import Registry

# Selections of one setting; an editor asks for few, and a script that tries all rules is no loss.
MOST_SELECTIONS = 20
# The pieces of a setting: the setting, and by name its lists and what was derived from them.
SETTING, LIST, DERIVED = "setting", "list ", "derived "


class KeptRule(msgspec.Struct, frozen=True, array_like=True):
    """A configured rule as it is written."""

    id: str
    origin: str
    kind: str
    options: bytes
    check: bytes
    severity: Severity
    quotes: Quotes
    blocks: tuple[BlockKind, ...]
    wording: Wording
    traits: Traits


class KeptSetting(msgspec.Struct, frozen=True):
    """A setting as it is written, with its key, but for its lists and for what was derived from them."""

    key: str
    names: dict[str, str]
    aliases: dict[str, str]
    language: str
    notices: tuple[str, ...]
    chosen: dict[str, tuple[KeptRule, ...]]


class Shelved(msgspec.Struct, frozen=True):
    """A kept setting, and its lists and what was derived from them, of which most is not asked for."""

    setting: KeptSetting
    lists: Mapping[str, bytes]
    derived: Mapping[str, bytes]


class KeptLists(Mapping[str, WordList]):
    """The lists of a kept setting. It remembers those that were asked for."""

    def __init__(self, kept: Mapping[str, bytes]) -> None:
        self._kept = kept
        self._read: dict[str, WordList] = {}

    def __getitem__(self, name: str) -> WordList:
        found = self._read.get(name)
        if found is None:
            found = self._read[name] = msgspec.msgpack.decode(self._kept[name], type=WordList)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


class Known:
    """The settings of a desk. It keeps, when it is told to, those that it had to work out."""

    def __init__(self, cache: Cache | None, kept: Snapshot, options: Options) -> None:
        self.cache, self.kept, self.options = cache, kept, options
        # Settings by the keys they are kept under, each with what is kept of it.
        self.met: dict[str, tuple[Setting, Shelved | None]] = {}

    def setting(self, config: Config) -> Setting:
        """Return what a config comes to. Raises ConfigError and RuleError."""
        read = read_of(config, self.options) if self.cache else None
        if self.cache is None or read is None:
            return _worked_out(self.kept, config, self.options)
        key = content_digest(self.kept.state.encode() + read)
        kept = _shelved(self.cache.shelf(_name(key)))
        if kept and kept.setting.key == key:
            found = _restored(kept, self.kept, config, self.options)
        else:
            kept, found = None, _worked_out(self.kept, config, self.options)
        self.met[key] = found, kept
        return found

    def keep(self) -> None:
        """Keep the settings and selections that are new."""
        for key, (found, kept) in self.met.items():
            chosen = len(kept.setting.chosen) if kept else 0
            is_new = len(found.chosen) > chosen or bool(found.lexicon.fresh)
            if self.cache and is_new and len(found.chosen) <= MOST_SELECTIONS:
                # A list of the desk may hold what cannot be packed; then nothing is kept.
                with suppress(ValueError, OverflowError):
                    self.cache.stack(_name(key), _pieces(key, found, kept))


def _worked_out(snapshot: Snapshot, config: Config, options: Options) -> Setting:
    """Work out a setting, which takes parts of the desk that a kept one does without."""
    from newslint.desk.settings import setting

    return setting(snapshot, config, options)


def _name(key: str) -> str:
    return f"setting-{key[:8]}.kept"


def _shelved(shelf: Shelf | None) -> Shelved | None:
    if shelf is None or SETTING not in shelf:
        return None
    try:
        setting = msgspec.msgpack.decode(shelf[SETTING], type=KeptSetting)
    # Another newslint's, as after an upgrade.
    except msgspec.DecodeError:
        return None
    return Shelved(setting, Drawer(shelf, LIST), Drawer(shelf, DERIVED))


def _pieces(key: str, found: Setting, before: Shelved | None) -> dict[str, bytes]:
    """Return the pieces of a setting as it is written. What was kept *before* is not made for it."""
    encode = msgspec.msgpack.encode
    chosen = before.setting.chosen if before else {}
    new = {each: rules for each, rules in found.chosen.items() if each not in chosen}
    setting = KeptSetting(
        key=key,
        names=dict(found.names),
        aliases=dict(found.aliases),
        language=found.language,
        notices=found.notices,
        chosen={**chosen, **{each: tuple(map(_kept_rule, rules)) for each, rules in new.items()}},
    )
    lists = before.lists if before else {name: encode(each) for name, each in found.lexicon.lists.items()}
    return {
        SETTING: encode(setting),
        **{f"{LIST}{name}": content for name, content in lists.items()},
        **{f"{DERIVED}{name}": content for name, content in found.lexicon.lasting().items()},
    }


def _kept_rule(rule: ConfiguredRule) -> KeptRule:
    return KeptRule(
        rule.id,
        rule.origin,
        rule.kind,
        rule.packed(),
        pickled(rule.check),
        rule.severity,
        rule.quotes,
        rule.blocks,
        rule.wording,
        rule.traits,
    )


def _made(rule: KeptRule, kind: type[Check]) -> Check:
    """Return a check with its options, which are sound."""
    # What msgspec works out to convert any options takes 0.2 ms a kind.
    check = unpickled(rule.check) if rule.check else None
    if check is not None:
        return check
    from newslint.desk.configuring import made

    return made(kind, msgspec.msgpack.decode(rule.options))


def _restored(shelved: Shelved, snapshot: Snapshot, config: Config, options: Options) -> Setting:
    kept = shelved.setting
    found = Setting(
        config,
        kept.names,
        kept.aliases,
        Lexicon(KeptLists(shelved.lists), kept=shelved.derived),
        kept.language,
        kept.notices,
        partial(_parts, snapshot, config, options),
        {},
    )
    for each, rules in kept.chosen.items():
        found.chosen[each] = tuple(_restored_rule(rule, found, snapshot.registry) for rule in rules)
    return found


def _parts(snapshot: Snapshot, config: Config, options: Options) -> Parts:
    return _worked_out(snapshot, config, options).parts


def _restored_rule(rule: KeptRule, found: Setting, registry: Registry) -> ConfiguredRule:
    return ConfiguredRule(
        id=rule.id,
        origin=rule.origin,
        kind=rule.kind,
        packed=lambda: rule.options,
        made=lambda: _made(rule, registry.checks[rule.kind].check()),
        severity=rule.severity,
        quotes=rule.quotes,
        blocks=rule.blocks,
        wording=rule.wording,
        traits=rule.traits,
        told=lambda: found.book.rules[rule.id],
    )
