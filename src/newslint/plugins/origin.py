"""An origin: which plugin, of which distribution, something comes from."""

from __future__ import annotations

import msgspec

from newslint.core.errors import PluginError

OURS = "newslint"


class Origin(msgspec.Struct, frozen=True):
    """A plugin and the distribution that installed it."""

    plugin: str
    distribution: str

    def __str__(self) -> str:
        return f"`{self.plugin}` of {self.distribution}"

    def clash(self, other: Origin, fault: str) -> PluginError:
        """Return the error for what two plugins claim: the way on is without the one that is not ours."""
        return (other if self.distribution == OURS else self).fault(f"clashes with another: {fault}")

    def fault(self, fault: str) -> PluginError:
        """Return the error that says what is wrong with the plugin, and how to go on."""
        way_on = f"go on without it with --without-plugin {self.plugin}"
        return PluginError(f"plugin {self} {fault}; {way_on}.")
