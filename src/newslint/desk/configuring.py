"""Configuring: a rule, and what layers set of it → the rule as one style has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from typing import Any

import msgspec

from newslint.core.check import Check, Quotes
from newslint.core.errors import ConfigError, NewslintError, RuleError
from newslint.core.faults import Faults
from newslint.core.rule import ConfiguredRule, Rule, Wording, placeholders
from newslint.core.severity import Severity
from newslint.core.traits import traits
from newslint.desk.layers import Layer, Place
from newslint.rulebook.faults import cited, first_key, located, place
from newslint.rulebook.toml import blank_word, converted

ENGINE_KEYS = frozenset({"severity", "quotes", "message"})
# The severity of a rule that does not run.
OFF = "off"


class Given(msgspec.Struct, frozen=True):
    """What a rule file and layers give a rule: options, the engine's keys, and where each was given last."""

    options: dict[str, Any]
    engine: dict[str, Any]
    origins: dict[str, Place]

    def place(self, rule: Rule, key: str) -> Place:
        """Return the file and the table in which a key was given last."""
        return self.origins.get(key, (rule.origin, []))


def configured(rule: Rule, layers: Sequence[Layer] = ()) -> ConfiguredRule:
    """Return *rule* with the settings of every layer, later ones winning.

    Raises RuleError for faults of a rule file, ConfigError for settings that the check does not have.
    """
    try:
        found = given(rule, layers)
        check = _check(rule, found)
        return ConfiguredRule(
            id=rule.id,
            origin=rule.origin,
            kind=rule.kind,
            packed=lambda: msgspec.msgpack.encode(found.options),
            made=lambda: check,
            severity=_word(Severity, rule, found, "severity", rule.file.severity),
            quotes=_word(Quotes, rule, found, "quotes", rule.file.quotes),
            blocks=rule.file.blocks,
            wording=Wording(
                _message(rule, check, found), rule.file.fix, rule.file.related, rule.file.phrases
            ),
            traits=traits(check),
            told=lambda: rule,
        )
    except (ConfigError, RuleError):
        _raise_all(rule, layers)
        raise


def given(rule: Rule, layers: Iterable[Layer], faults: Faults | None = None) -> Given:
    """Return what layers give a rule. Raises ConfigError at the first fault, or lets *faults* note all."""
    found = Given(dict(rule.options), {}, {})
    for layer in layers:
        for key, value in layer.style.rules.get(rule.family, {}).get(rule.id.partition(".")[2], {}).items():
            with faults.noted() if faults else nullcontext():
                _give(rule, found, layer, key, value)
    return found


def _give(rule: Rule, found: Given, layer: Layer, key: str, value: Any) -> None:
    origin, keys = layer.origin, [*layer.under, "rules", *rule.id.split(".", 1)]
    if not isinstance(value, str) and (blank := blank_word(value)):
        raise ConfigError(f"{place(origin, [*keys, key])}: {'.'.join([*keys, key])}: {blank}.")
    found.origins[key.removeprefix("extend-")] = (origin, keys)
    if key == "severity" and value == OFF:
        found.engine.pop(key, None)
    elif key in ENGINE_KEYS:
        found.engine[key] = value
    elif key.startswith("extend-"):
        name = key.removeprefix("extend-")
        found.options[name] = _extended(rule, found.options, name, value, origin=origin, keys=[*keys, key])
    else:
        found.options[key] = value


def _raise_all(rule: Rule, layers: Iterable[Layer]) -> None:
    """Raise everything that is wrong with a rule as layers have it, and not the first fault alone."""
    faults = Faults()
    found = given(rule, layers, faults)
    for key, kind, default in (
        ("severity", Severity, rule.file.severity), ("quotes", Quotes, rule.file.quotes),
    ):  # fmt: skip
        with faults.noted():
            _word(kind, rule, found, key, default)
    wrong = list(_option_faults(rule, found))
    for each in wrong:
        with faults.noted():
            raise each
    if not wrong:
        with faults.noted():
            _message(rule, _check(rule, found), found)
    faults.settle()


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


def _check(rule: Rule, found: Given) -> Check:
    kind = rule.check_class()
    if clash := ENGINE_KEYS & set(kind.__struct_encode_fields__):
        raise RuleError(
            f"{rule.origin}: check `{rule.kind}` has an option `{min(clash)}`, which is the engine's."
        )
    try:
        return made(kind, found.options)
    except (msgspec.ValidationError, ValueError) as cause:
        raise _option_fault(rule, found, str(cause)) from None


def made(kind: type[Check], options: Mapping[str, Any]) -> Check:
    """Return a check with its options. Raises ValidationError and ValueError as msgspec does."""
    # Most rules leave every option alone, and what msgspec works out to convert any takes 0.2 ms a kind.
    if not options and not _asks(kind):
        return kind()
    return msgspec.convert(options, kind)


def _option_faults(rule: Rule, found: Given) -> Iterator[NewslintError]:
    """Yield what is wrong, option by option, until what is left is sound or lacks what was faulty."""
    kind, left = rule.check_class(), dict(found.options)
    while True:
        try:
            made(kind, left)
            return
        except (msgspec.ValidationError, ValueError) as cause:
            key = first_key(str(cause))
            if key in left or len(left) == len(found.options):
                yield _option_fault(rule, found, str(cause))
            if left.pop(key, None) is None:
                return


def _option_fault(rule: Rule, found: Given, message: str) -> NewslintError:
    """Say what is wrong with an option; the fault stands in the file that gave it last."""
    # A check that rejects its own defaults, as a rule without any key asks for nothing, raises ValueError.
    origin, under = found.origins.get(first_key(message), (rule.origin, ["check"]))
    text = located(message, found.options, rule.check_class(), path=origin, under=under)
    return RuleError(text) if origin == rule.origin else ConfigError(text)


def _asks(kind: type[Check]) -> bool:
    """Tell whether a check has options without a default."""
    return (
        len(kind.__struct_defaults__) < len(kind.__struct_fields__)
        or msgspec.NODEFAULT in kind.__struct_defaults__
    )


def _message(rule: Rule, check: Check, found: Given) -> str:
    origin, keys = found.place(rule, "message")
    under = [*keys, "message"]
    message = converted(
        found.engine.get("message", rule.file.message), str, path=origin, error=ConfigError, under=under
    )
    _reject_placeholders(rule, check, message, at=(origin, under))
    return message


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
    kind: type[Severity] | type[Quotes], rule: Rule, found: Given, key: str, default: Severity | Quotes
) -> Any:
    value = found.engine.get(key, default)
    try:
        return kind(value)
    except ValueError:
        origin, keys = found.place(rule, key)
        where = f"{place(origin, [*keys, key])}: {'.'.join(keys)}.{key}"
        known = [*map(str, kind), *([OFF] if kind is Severity else [])]
        raise ConfigError(f"{where}: found `{cited(value)}`, expected {', '.join(known)}.") from None
