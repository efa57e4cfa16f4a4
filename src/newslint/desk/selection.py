"""Selection: a style, a desk's layers and the command line → the rules that run, each with its options."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from newslint.core.check import Check, Quotes
from newslint.core.errors import ConfigError, RuleError
from newslint.core.rule import ConfiguredRule, Rule, Severity, placeholders
from newslint.core.style import Style, StyleLayer
from newslint.rulebook.faults import cited, first_key, located, nearest, place
from newslint.rulebook.packs import RuleBook
from newslint.rulebook.toml import blank_word, converted

ENGINE_KEYS = frozenset({"severity", "quotes", "message"})
# The severity of a rule that does not run.
OFF = "off"


# A file, and the keys under which something stands there.
Place = tuple[str, list[str]]


class Layer(msgspec.Struct, frozen=True):
    """A style layer with the file, and the keys *under* which it was read from, for messages."""

    origin: str
    style: StyleLayer
    under: tuple[str, ...] = ()


def style_chain(book: RuleBook, name: str, *, origin: str) -> tuple[tuple[str, Style], ...]:
    """Return a shipped style and those it extends, the widest first. Raises ConfigError if unknown."""
    chain: list[tuple[str, Style]] = []
    wanted: str | None = name
    while wanted is not None:
        if wanted not in book.styles:
            known = f"{nearest(wanted, book.styles)}; known: {', '.join(sorted(book.styles))}"
            raise ConfigError(f"{place(origin, ['style'])}: unknown style `{cited(wanted)}`{known}.")
        if any(wanted == seen for seen, _ in chain):
            raise ConfigError(f"{origin}: style `{wanted}` extends itself.")
        chain.append((wanted, book.styles[wanted]))
        wanted = book.styles[wanted].style
    return tuple(reversed(chain))


def selected(book: RuleBook, layers: Sequence[Layer], command: StyleLayer) -> tuple[ConfiguredRule, ...]:
    """Return the rules that *layers* select, configured; *command* is the command line, which wins.

    Raises ConfigError for unknown rules and options, also those of rules that are not selected.
    """
    layers = [*layers, Layer("the command line", command)]
    for layer in layers:
        _reject_unknown(book, layer)
    chosen = {rule.id: rule for rule in book.rules.values() if _is_on(rule, book, layers)}
    for layer in layers:
        if layer.origin not in book.styles:
            _reject_faulty(book, layer, layers, but=chosen)
    return tuple(configured(rule, layers) for rule in chosen.values())


def reject_faulty(book: RuleBook, layers: Sequence[Layer], extra: Layer) -> None:
    """Raise ConfigError for a fault in a layer that stands on *layers* for some files, met or not."""
    _reject_unknown(book, extra)
    _reject_faulty(book, extra, [*layers, extra], but=())


def configured(rule: Rule, layers: Iterable[Layer] = ()) -> ConfiguredRule:
    """Return *rule* with the settings of every layer, later ones winning.

    Raises RuleError for a faulty rule file, ConfigError for a setting the check does not have.
    """
    options = dict(rule.options)
    engine: dict[str, Any] = {}
    origins: dict[str, Place] = {}
    for layer in layers:
        for key, value in layer.style.rules.get(rule.family, {}).get(rule.id.partition(".")[2], {}).items():
            origin, keys = layer.origin, [*layer.under, "rules", *rule.id.split(".", 1)]
            origins[key.removeprefix("extend-")] = (origin, keys)
            if not isinstance(value, str) and (blank := blank_word(value)):
                raise ConfigError(f"{place(origin, [*keys, key])}: {'.'.join([*keys, key])}: {blank}.")
            if key == "severity" and value == OFF:
                engine.pop(key, None)
            elif key in ENGINE_KEYS:
                engine[key] = value
            elif key.startswith("extend-"):
                name = key.removeprefix("extend-")
                options[name] = _extended(rule, options, name, value, origin=origin, keys=[*keys, key])
            else:
                options[key] = value
    check = _check(rule, options, origins=origins)
    origin, keys = origins.get("message", (rule.origin, []))
    message = converted(
        engine.get("message", rule.file.message),
        str,
        path=origin,
        error=ConfigError,
        under=[*keys, "message"],
    )
    _reject_placeholders(rule, check, message, at=(origin, [*keys, "message"]))
    return ConfiguredRule(
        rule=rule,
        check=check,
        severity=_word(Severity, engine, "severity", rule.file.severity, origins=origins),
        quotes=_word(Quotes, engine, "quotes", rule.file.quotes, origins=origins),
        blocks=rule.file.blocks,
        message=message,
    )


def _is_on(rule: Rule, book: RuleBook, layers: Sequence[Layer]) -> bool:
    """Decide by the command line, then by rule id, then by family; in each the last layer that speaks.

    A later `select` replaces the earlier ones, `extend-select` adds to them. Rules that are not newslint's
    own are on unless a desk or the command line selects: whoever adds a folder of rules wants them. The
    severity `off` says as much as `ignore` does.
    """
    command = layers[-1].style
    names = (rule.id, rule.family)
    for name in names:
        if name in command.ignore:
            return False
        if name in (command.select or ()):
            return True
    if command.select is not None:
        return False
    last = max((n for n, layer in enumerate(layers) if layer.style.select is not None), default=0)
    off = _off(rule, layers)
    for name in names:
        for n in range(len(layers) - 1, -1, -1):
            if name in layers[n].style.ignore or (name == rule.id and n == off):
                return False
            if n >= last and name in (*layers[n].style.extend_select, *(layers[n].style.select or ())):
                return True
    shipped_select = layers[last].origin in book.styles
    return shipped_select and rule.id not in book.shipped


def _off(rule: Rule, layers: Sequence[Layer]) -> int | None:
    """Return which of the layers sets the severity last, if it sets it to `off`."""
    fault = rule.id.partition(".")[2]
    given = [
        (n, settings["severity"])
        for n, layer in enumerate(layers)
        if "severity" in (settings := layer.style.rules.get(rule.family, {}).get(fault, {}))
    ]
    return given[-1][0] if given and given[-1][1] == OFF else None


def _reject_unknown(book: RuleBook, layer: Layer) -> None:
    families = {rule.family for rule in book.rules.values()}
    known = families | set(book.rules)
    for key in ("select", "extend-select", "ignore"):
        for name in getattr(layer.style, key.replace("-", "_")) or ():
            if name not in known:
                _unknown_rule(layer.origin, name, known, keys=[*layer.under, key, name])
    for family, faults in layer.style.rules.items():
        for fault in faults:
            if f"{family}.{fault}" not in book.rules:
                _unknown_rule(
                    layer.origin, f"{family}.{fault}", book.rules, keys=[*layer.under, "rules", family, fault]
                )


def _reject_faulty(book: RuleBook, layer: Layer, layers: Sequence[Layer], *, but: Container[str]) -> None:
    """Raise ConfigError for a setting of a rule that its check does not have."""
    for family, faults in layer.style.rules.items():
        for fault in faults:
            if (name := f"{family}.{fault}") not in but:
                configured(book.rules[name], layers)


def _unknown_rule(origin: str, name: str, known: Iterable[str], *, keys: list[str]) -> None:
    raise ConfigError(f"{place(origin, keys)}: unknown rule `{cited(name)}`{nearest(name, known)}.")


def _extended(
    rule: Rule, options: Mapping[str, Any], name: str, value: Any, *, origin: str, keys: list[str]
) -> Any:
    """Add a list to the list that an option is, or a table to its table."""
    defaults = {field.encode_name: field.default for field in msgspec.structs.fields(rule.check_class())}
    old = options.get(name, defaults.get(name, ()))
    if isinstance(old, Mapping):
        return {**old, **converted(value, dict, path=origin, error=ConfigError, under=keys)}
    if old is msgspec.NODEFAULT:
        old = ()
    if not isinstance(old, (list, tuple)):
        raise ConfigError(
            f"{place(origin, keys)}: {'.'.join(keys)}: `{name}` is no list that can be added to."
        )
    return [
        *old,
        *converted(value, list, path=origin, error=ConfigError, under=keys),
    ]


def _check(rule: Rule, options: Mapping[str, Any], *, origins: Mapping[str, Place]) -> Check:
    kind = rule.check_class()
    if clash := ENGINE_KEYS & set(kind.__struct_encode_fields__):
        raise RuleError(
            f"{rule.origin}: check `{rule.kind}` has an option `{min(clash)}`, which is the engine's."
        )
    # Most rules leave every option alone, and what msgspec works out to convert any takes 0.2 ms a kind.
    try:
        if not options and not _asks(kind):
            return kind()
        return msgspec.convert(options, kind)
    # A check that rejects its own defaults, as a rule without any key asks for nothing, raises ValueError.
    except (msgspec.ValidationError, ValueError) as cause:
        # The fault stands in the file that gave the option last.
        origin, under = origins.get(first_key(str(cause)), (rule.origin, ["check"]))
        text = located(str(cause), options, kind, path=origin, under=under)
        raise (RuleError if origin == rule.origin else ConfigError)(text) from None


def _asks(kind: type[Check]) -> bool:
    """Tell whether a check has options without a default."""
    return (
        len(kind.__struct_defaults__) < len(kind.__struct_fields__)
        or msgspec.NODEFAULT in kind.__struct_defaults__
    )


def _reject_placeholders(rule: Rule, check: Check, message: str, *, at: tuple[str, list[str]]) -> None:
    """Raise RuleError for a template that asks for what its check does not give; *message* stands *at*."""
    given = check.placeholders()
    templates = {"message": message, "fix": rule.file.fix, "related": rule.file.related}
    for key, template in templates.items():
        for name in sorted(placeholders(template)):
            if name not in given:
                origin, keys = at if key == "message" else (rule.origin, [key])
                where = f"{place(origin, keys)}: {'.'.join(keys)}"
                known = ", ".join(f"`{{{each}}}`" for each in sorted(given)) or "nothing"
                raise RuleError(f"{where}: the check `{rule.kind}` gives no `{{{name}}}`; it gives {known}.")
            for word in check.supplies.get(name) or ():
                if str(word) not in rule.file.phrases:
                    place_of = place(rule.origin, ["phrases"])
                    raise RuleError(f"{place_of}: phrases: expected a phrase for `{word}` of `{{{name}}}`.")


def _word(
    kind: type[Severity] | type[Quotes],
    engine: Mapping[str, Any],
    key: str,
    default: Any,
    *,
    origins: Mapping[str, Place],
) -> Any:
    value = engine.get(key, default)
    try:
        return kind(value)
    except ValueError:
        origin, keys = origins[key]
        where = f"{place(origin, [*keys, key])}: {'.'.join(keys)}.{key}"
        known = [*map(str, kind), *([OFF] if kind is Severity else [])]
        raise ConfigError(f"{where}: found `{cited(value)}`, expected {', '.join(known)}.") from None
