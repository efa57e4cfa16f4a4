"""The registry: what all plugins bring, gathered once and frozen."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from newslint.core.errors import PluginError
from newslint.core.failures import failure
from newslint.plugins.origin import Origin

# They are asked where nothing is kept of what they answered.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.core.check import Check
    from newslint.plugins.installed import Installed

# A plugin with what it answers to a hook.
Detector = tuple[Origin, Any]


class Target(msgspec.Struct, frozen=True):
    """A class that a plugin brings as `module:Class`. It is imported when it is used."""

    name: str
    origin: Origin

    def loaded(self) -> type[Any]:
        """Import the class. Raises PluginError when there is none."""
        module, _, name = self.name.partition(":")
        try:
            found = getattr(importlib.import_module(module), name)
        except BaseException as cause:
            raise self.fault(f"cannot be imported: {failure(cause)}") from cause
        if not isinstance(found, type):
            raise self.fault("is no class")
        return found

    def check(self) -> type[Check]:
        """Import the class of a check. Raises PluginError when it is none."""
        from newslint.core.check import Check

        found = self.loaded()
        if not issubclass(found, Check):
            raise self.fault("is no newslint.plugin.Check")
        return found

    def made(self, *, offering: str) -> Any:
        """Return an object of the class, which has a method *offering*. Raises PluginError."""
        found = self.loaded()
        if not callable(getattr(found, offering, None)):
            raise self.fault(f"has no method `{offering}`")
        try:
            return found()
        except BaseException as cause:
            raise self.fault(f"cannot be made: {failure(cause)}") from cause

    def reporter(self) -> Any:
        """Return what puts a report into words, story by story or all at once. Raises PluginError."""
        flows = hasattr(self.loaded(), "story")
        return self.made(offering="closing" if flows else "render")

    def fault(self, fault: str) -> PluginError:
        """Return the error that says what is wrong with the class, and whose it is."""
        return self.origin.fault(f"gives the class {self.name}, which {fault}")


class Registry(msgspec.Struct, frozen=True):
    """Kinds of checks, readers, reporters and engines, readers by extension, folders of rules.

    The readers that share an extension, one of *claimed*, tell their files by the bytes.
    *modules* are the files of the plugins, as what they say may change with them.
    """

    checks: Mapping[str, Target]
    readers: Mapping[str, Target]
    reporters: Mapping[str, Target]
    engines: Mapping[str, Target]
    extensions: Mapping[str, tuple[str, ...]]
    claimed: frozenset[str]
    packs: tuple[str, ...]
    modules: tuple[str, ...]
    detects: bool

    def claimants(self) -> tuple[str, ...]:
        """Return the readers that tell their files by the bytes."""
        return tuple(sorted({name for each in self.claimed for name in self.extensions[each]}))

    def check_classes(self) -> Mapping[str, Callable[[], type[Check]]]:
        """Return for each kind a function that imports its class, so that what is not used costs nothing."""
        return {kind: target.check for kind, target in self.checks.items()}


def gather(without: Iterable[str] = ()) -> Registry:
    """Load every installed plugin but those named, and ask each hook once.

    Raises PluginError for a plugin that does not load or answers amiss, and for two that claim one name.
    """
    from newslint.plugins.installed import Installed

    installed = Installed(without)
    readers = _targets(installed, "newslint_readers")
    extensions = _extensions(readers)
    return Registry(
        checks=_targets(installed, "newslint_checks"),
        readers=readers,
        reporters=_targets(installed, "newslint_reporters"),
        engines=_targets(installed, "newslint_engines"),
        extensions=extensions,
        claimed=frozenset(each for each, names in extensions.items() if _claims(readers[names[0]])),
        packs=tuple(sorted(_packs(installed))),
        modules=installed.modules(),
        detects=bool(installed.implementations("newslint_detect")),
    )


def detectors(without: Iterable[str] = ()) -> tuple[Detector, ...]:
    """Load the plugins but those named, and return who tells by its bytes which reader a file wants.

    Raises PluginError for a plugin that does not load.
    """
    from newslint.plugins.installed import Installed

    # As pluggy has it, who was registered last is asked first.
    return tuple(reversed(Installed(without).implementations("newslint_detect")))


def detected(path: str, head: bytes, readers: Iterable[str], asked: Iterable[Detector]) -> str | None:
    """Ask plugins which reader a file wants. Raises PluginError for one that answers amiss."""
    for origin, implementation in asked:
        given = {"path": path, "head": head}
        answer = _answer(origin, implementation, *(given[name] for name in implementation.argnames))
        if answer is None:
            continue
        if answer not in readers:
            raise origin.fault(f"names the reader {answer!r} in newslint_detect, which is none")
        return str(answer)
    return None


def _answer(origin: Origin, implementation: Any, *arguments: object) -> Any:
    try:
        return implementation.function(*arguments)
    except BaseException as cause:
        hook = implementation.function.__name__
        raise origin.fault(f"failed in {hook}: {failure(cause)}") from cause


def _targets(installed: Installed, hook: str) -> dict[str, Target]:
    merged: dict[str, Target] = {}
    for origin, implementation in installed.implementations(hook):
        for name, target in _named_classes(_answer(origin, implementation), hook, origin).items():
            if name in merged:
                other = merged[name].origin
                raise origin.clash(other, f"{hook}: `{name}` comes from two plugins: {other} and {origin}")
            merged[name] = Target(target, origin)
    return dict(sorted(merged.items()))


def _named_classes(answer: Any, hook: str, origin: Origin) -> dict[str, str]:
    try:
        return msgspec.convert(answer, dict[str, str], strict=True)
    except msgspec.ValidationError:
        found = type(answer).__name__
        raise origin.fault(
            f"returns the {found} {answer!r:.60} from {hook}, expected names with `module:Class`"
        ) from None


def _packs(installed: Installed) -> Iterable[str]:
    for origin, implementation in installed.implementations("newslint_packs"):
        answer = _answer(origin, implementation)
        if not isinstance(answer, list | tuple) or not all(isinstance(each, str | Path) for each in answer):
            raise origin.fault(
                f"returns {answer!r:.60} from newslint_packs, expected a list of paths of folders"
            )
        for folder in map(str, answer):
            if not Path(folder).is_dir():
                raise origin.fault(f"names {folder} in newslint_packs, which is no folder")
            yield folder


def _extensions(readers: Mapping[str, Target]) -> dict[str, tuple[str, ...]]:
    """Return the readers of each extension, which share it if all of them tell their files by the bytes."""
    found: dict[str, tuple[str, ...]] = {}
    for name, target in readers.items():
        for extension in _extensions_of(target):
            names = found.get(extension, ())
            if names and not (_claims(target) and _claims(readers[names[0]])):
                other = readers[names[0]].origin
                raise target.origin.clash(
                    other, f"two readers take {extension}, one of plugin {other}, one of {target.origin}"
                )
            found[extension] = (*names, name)
    return found


def _claims(target: Target) -> bool:
    return callable(getattr(target.loaded(), "claims", None))


def _extensions_of(target: Target) -> tuple[str, ...]:
    found = getattr(target.loaded(), "extensions", None)
    if not isinstance(found, list | tuple) or not all(map(_is_extension, found)):
        raise target.fault(f'has extensions {found!r:.60}, expected such as (".txt", ".text")')
    return tuple(found)


def _is_extension(word: object) -> bool:
    """Tell whether files are found by *word*: a dot first, and no capitals, as these are folded away."""
    return isinstance(word, str) and word.startswith(".") and len(word) > 1 and word == word.lower()
