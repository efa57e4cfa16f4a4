"""The registry: what all plugins bring, gathered once and frozen."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from newslint.core.errors import PluginError


class Registry(msgspec.Struct, frozen=True):
    """Kinds of checks, readers and reporters as `module:Class`, extensions by reader, folders of rules.

    *modules* are the files of the plugins, as what they say may change with them.
    """

    checks: Mapping[str, str]
    readers: Mapping[str, str]
    reporters: Mapping[str, str]
    extensions: Mapping[str, str]
    packs: tuple[str, ...]
    modules: tuple[str, ...]
    detects: bool

    def check_classes(self) -> Mapping[str, Callable[[], type[Any]]]:
        """Return for each kind a function that imports its class."""
        return {kind: _Loader(target) for kind, target in self.checks.items()}


class _Loader(msgspec.Struct, frozen=True):
    """Imports a class when it is called, so that what is not used costs nothing."""

    target: str

    def __call__(self) -> type[Any]:
        return loaded(self.target)


def loaded(target: str) -> type[Any]:
    """Import the class that `module:Class` names. Raises PluginError when it is not there."""
    module, _, name = target.partition(":")
    try:
        found: type[Any] = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError) as cause:
        raise PluginError(f"plugin class {target} cannot be imported: {cause}.") from cause
    return found


def gather(without: Iterable[str] = ()) -> Registry:
    """Load every installed plugin but those named, and ask each hook once.

    Raises PluginError for a plugin that does not load, and for two that claim one name.
    """
    manager, owners = plugin_manager(without)
    checks = _merged(manager, "newslint_checks", owners)
    readers = _merged(manager, "newslint_readers", owners)
    reporters = _merged(manager, "newslint_reporters", owners)
    packs = [str(folder) for result in manager.hook.newslint_packs() for folder in result]
    return Registry(
        checks=checks,
        readers=readers,
        reporters=reporters,
        extensions=_extensions(readers),
        packs=tuple(sorted(packs)),
        modules=tuple(
            sorted(filter(None, (getattr(each, "__file__", None) for each in manager.get_plugins())))
        ),
        detects=bool(manager.hook.newslint_detect.get_hookimpls()),
    )


def detected(path: str, head: bytes, without: Iterable[str] = ()) -> str | None:
    """Ask the plugins which reader a file wants."""
    manager, _ = plugin_manager(without)
    answer: str | None = manager.hook.newslint_detect(path=path, head=head)
    return answer


def plugin_manager(without: Iterable[str] = ()) -> tuple[Any, Mapping[str, str]]:
    """Return a pluggy manager with every plugin registered, and the distribution of each."""
    from importlib.metadata import entry_points

    import pluggy

    from newslint.plugins import hookspecs

    manager = pluggy.PluginManager("newslint")
    manager.add_hookspecs(hookspecs)
    skipped = frozenset(without)
    owners: dict[str, str] = {}
    for point in sorted(entry_points(group="newslint"), key=lambda point: (point.name, point.value)):
        if point.name in skipped:
            continue
        owner = point.dist.name if point.dist else point.value
        if point.name in owners:
            raise PluginError(
                f"two plugins are called `{point.name}`: one of {owners[point.name]}, one of {owner}; "
                f"uninstall one, or go on without both with --without-plugin {point.name}."
            )
        owners[point.name] = owner
        manager.register(_module(point, owner), name=point.name)
    return manager, owners


def _module(point: Any, owner: str) -> Any:
    try:
        return point.load()
    # A stranger's module may fail in any way while it is imported; the run must say whose it is.
    except Exception as cause:
        raise PluginError(
            f"plugin `{point.name}` of {owner} does not load: {type(cause).__name__}: {cause}; "
            f"go on without it with --without-plugin {point.name}."
        ) from cause


def _merged(manager: Any, hook: str, owners: Mapping[str, str]) -> dict[str, str]:
    merged: dict[str, str] = {}
    claimed: dict[str, str] = {}
    for implementation in getattr(manager.hook, hook).get_hookimpls():
        plugin = implementation.plugin_name
        for name, target in implementation.function().items():
            if name in merged:
                raise PluginError(
                    f"{hook}: `{name}` comes from two plugins: `{claimed[name]}` of {owners[claimed[name]]} "
                    f"and `{plugin}` of {owners[plugin]}."
                )
            merged[name], claimed[name] = target, plugin
    return dict(sorted(merged.items()))


def _extensions(readers: Mapping[str, str]) -> dict[str, str]:
    return {extension: name for name, target in readers.items() for extension in loaded(target).extensions}
