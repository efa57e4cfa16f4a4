"""Layers: what styles, a desk's config and the command line say of rules, each with where it says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from newslint.core.errors import ConfigError
from newslint.core.style import Style, StyleLayer
from newslint.rulebook.faults import cited, nearest, place
from newslint.rulebook.packs import RuleBook

# A file, and the keys under which something stands there.
Place = tuple[str, list[str]]


class Layer(msgspec.Struct, frozen=True):
    """A style layer with the file, and the keys *under* which it was read from, for messages."""

    origin: str
    style: StyleLayer
    under: tuple[str, ...] = ()


def style_chain(
    book: RuleBook, name: str, *, origin: str, keys: Sequence[str] = ("style",)
) -> tuple[tuple[str, Style], ...]:
    """Return a shipped style and those it extends, the widest first. Raises ConfigError if unknown."""
    chain: list[tuple[str, Style]] = []
    wanted: str | None = name
    while wanted is not None:
        if wanted not in book.styles:
            known = f"{nearest(wanted, book.styles)}; known: {', '.join(sorted(book.styles))}"
            raise ConfigError(f"{place(origin, keys)}: unknown style `{cited(wanted)}`{known}.")
        if any(wanted == seen for seen, _ in chain):
            raise ConfigError(f"{origin}: style `{wanted}` extends itself.")
        chain.append((wanted, book.styles[wanted]))
        wanted = book.styles[wanted].style
    return tuple(reversed(chain))


def without_aliases(layer: StyleLayer, aliases: Mapping[str, str]) -> StyleLayer:
    """Return a layer with rules called by the ids they have now."""
    if not any(True for _ in old_names(layer, aliases)):
        return layer
    rules: dict[str, dict[str, dict[str, object]]] = {}
    # What is said of a rule by its own id wins over what is said by an old one.
    for is_own in (False, True):
        for family, faults in layer.rules.items():
            for fault, settings in faults.items():
                old = f"{family}.{fault}"
                if (old not in aliases) is is_own:
                    now, _, name = aliases.get(old, old).partition(".")
                    rules.setdefault(now, {}).setdefault(name, {}).update(settings)
    return msgspec.structs.replace(
        layer,
        select=None if layer.select is None else tuple(aliases.get(name, name) for name in layer.select),
        ignore=tuple(aliases.get(name, name) for name in layer.ignore),
        extend_select=tuple(aliases.get(name, name) for name in layer.extend_select),
        rules=rules,
    )


def old_names(layer: StyleLayer, aliases: Mapping[str, str]) -> Iterator[tuple[list[str], str]]:
    """Yield the keys and the old id of every rule that a layer calls by one."""
    if not aliases:
        return
    listed = (
        ("select", layer.select or ()),
        ("extend-select", layer.extend_select),
        ("ignore", layer.ignore),
    )
    for key, names in listed:
        yield from (([key, name], name) for name in names if name in aliases)
    for family, faults in layer.rules.items():
        for fault in faults:
            if (name := f"{family}.{fault}") in aliases:
                yield ["rules", family, fault], name
