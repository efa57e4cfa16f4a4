"""Installed plugins: entry points → modules, each with the hooks that it answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newslint.core.errors import PluginError
from newslint.core.failures import failure
from newslint.plugins.origin import Origin

GROUP = "newslint"


class Installed:
    """The plugins of this Python, each asked for by its hooks. Raises PluginError for one that is none."""

    def __init__(self, without: Iterable[str] = ()) -> None:
        import pluggy

        from newslint.plugins import hookspecs

        self.manager = pluggy.PluginManager(GROUP)
        self.manager.add_hookspecs(hookspecs)
        self.hooks = sorted(name for name in vars(hookspecs) if name.startswith(f"{GROUP}_"))
        self.origins: dict[str, Origin] = {}
        for point in _points(frozenset(without)):
            self._register(point)

    def implementations(self, hook: str) -> list[tuple[Origin, Any]]:
        """Return who answers a hook, and with what, in the order of the plugins."""
        found = getattr(self.manager.hook, hook).get_hookimpls()
        return [(self.origins[each.plugin_name], each) for each in found]

    def modules(self) -> tuple[str, ...]:
        """Return the files of the plugins."""
        files = (getattr(each, "__file__", None) for each in self.manager.get_plugins())
        return tuple(sorted(filter(None, files)))

    def _register(self, point: Any) -> None:
        origin = Origin(point.name, point.dist.name if point.dist else point.value)
        if other := self.origins.get(point.name):
            raise PluginError(
                f"two plugins are called `{point.name}`: one of {other.distribution}, one of "
                f"{origin.distribution}; uninstall one, or go on without both with "
                f"--without-plugin {point.name}."
            )
        self.origins[point.name] = origin
        # A stranger's module may fail in any way while it is imported; the run must say whose it is.
        try:
            module = point.load()
        except BaseException as cause:
            raise origin.fault(f"does not load: {failure(cause)}") from cause
        try:
            self.manager.register(module, name=point.name)
        except BaseException as cause:
            raise origin.fault(f"cannot be asked: {failure(cause)}") from cause
        self._reject_misspelt(module, origin)
        # So an entry point that an older install left behind does not pass for a plugin that brings nothing.
        if not self.manager.get_hookcallers(module):
            raise origin.fault(f"answers no hook; the hooks are {', '.join(self.hooks)}")

    def _reject_misspelt(self, module: Any, origin: Origin) -> None:
        """Raise PluginError for a marked function that is no hook, and for a hook that is not marked."""
        known = ", ".join(self.hooks)
        for name in dir(module):
            marked = self.manager.parse_hookimpl_opts(module, name)
            if marked and name not in self.hooks and not marked["optionalhook"]:
                raise origin.fault(f"answers `{name}`, which is no hook; the hooks are {known}")
            if not marked and name in self.hooks:
                raise origin.fault(f"has a function `{name}` that is not marked with @hookimpl")


def plugin_names() -> tuple[str, ...]:
    """Return the names of the plugins, without loading any."""
    return tuple(point.name for point in _points(frozenset()))


def _points(skipped: frozenset[str]) -> list[Any]:
    from importlib.metadata import entry_points

    points = sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))
    return [point for point in points if point.name not in skipped]
