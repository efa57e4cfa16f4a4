"""Units of measurement: the table of them, and how copy writes their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

import msgspec

from newslint.core.lexicon import Lexicon

SQUARE, CUBIC = ("square", "sq", "sq."), ("cubic", "cu", "cu.")


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """One unit. Its fields are explained at the top of `rules/lists/units.toml`."""

    key: str
    system: str
    dimension: str = ""
    factor: str = "1"
    zero: str = "0"
    inverse: bool = False
    short: str = ""
    names: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    usual: tuple[str, ...] = ()
    part: str = ""
    square_of: str = ""
    cube_of: str = ""
    rate_of: tuple[str, ...] = ()


class UnitTable(msgspec.Struct, frozen=True):
    """All units by key, and by the forms that copy writes: *folded* in any case, *exact* in one only."""

    units: Mapping[str, Unit]
    folded: Mapping[str, tuple[Unit, ...]]
    exact: Mapping[str, tuple[Unit, ...]]
    heads: frozenset[str]

    def readings(self, words: str) -> tuple[Unit, ...]:
        """Return the units that *words* may mean; none, if they name no unit."""
        plain = words.replace("-", " ")
        return self.exact.get(plain) or self.folded.get(plain.lower(), ())

    def size(self, unit: Unit) -> Fraction:
        """Return what one *unit* is worth in the base unit of its dimension."""
        if unit.square_of:
            return self.size(self.units[unit.square_of]) ** 2
        if unit.cube_of:
            return self.size(self.units[unit.cube_of]) ** 3
        if unit.rate_of:
            amount, time = (self.size(self.units[key]) for key in unit.rate_of)
            return amount / time
        above, _, below = unit.factor.partition("/")
        return Fraction(above) / Fraction(below or 1)

    def dimension(self, unit: Unit) -> str:
        """Return what *unit* measures."""
        if unit.square_of or unit.cube_of:
            return "area" if unit.square_of else "volume"
        if unit.rate_of:
            return "flow" if self.dimension(self.units[unit.rate_of[0]]) == "volume" else "speed"
        return unit.dimension

    def converted(self, amount: Fraction, unit: Unit, into: Unit) -> Fraction:
        """Return *amount* of one unit in another of the same dimension."""
        if unit.inverse != into.inverse:
            inverse, plain = (unit, into) if unit.inverse else (into, unit)
            return self.size(inverse) / self.size(plain) / amount if amount else Fraction(0)
        absolute = (amount + Fraction(unit.zero)) * self.size(unit)
        return absolute / self.size(into) - Fraction(into.zero)

    def difference(self, amount: Fraction, unit: Unit, into: Unit) -> Fraction:
        """Return a difference of *amount*, as between two temperatures, in another unit."""
        return amount * self.size(unit) / self.size(into)


def unit_table(lexicon: Lexicon) -> UnitTable:
    """Return the lexicon's units."""
    units = {unit.key: unit for unit in lexicon.records("units", Unit)}
    folded: dict[str, tuple[Unit, ...]] = {}
    exact: dict[str, tuple[Unit, ...]] = {}
    for unit in units.values():
        if unit.dimension == "time":
            continue
        words, symbols = _forms(unit, units)
        for form in words:
            _add(folded, form.lower(), unit)
        for form in symbols:
            _add(exact, form, unit)
    heads = frozenset(form.lower().partition(" ")[0] for form in (*folded, *exact))
    return UnitTable(units, folded, exact, heads)


def _add(forms: dict[str, tuple[Unit, ...]], form: str, unit: Unit) -> None:
    plain = form.replace("-", " ")
    if unit not in forms.get(plain, ()):
        forms[plain] = (*forms.get(plain, ()), unit)


def _forms(unit: Unit, units: Mapping[str, Unit]) -> tuple[Iterable[str], Iterable[str]]:
    words, symbols = [*unit.names, *unit.plurals, *unit.also], [*unit.symbols]
    for power, prefixes, marks in ((unit.square_of, SQUARE, "2²"), (unit.cube_of, CUBIC, "3³")):
        if power:
            base_words, base_symbols = _forms(units[power], units)
            words += _powers(base_words, prefixes, marks)
            symbols += _powers(base_symbols, prefixes, marks)
    if unit.rate_of:
        amount, time = (_forms(units[key], units) for key in unit.rate_of)
        words += _rates([*amount[0], *amount[1]], [*time[0], *time[1]])
    return words, symbols


def _powers(bases: Iterable[str], prefixes: Iterable[str], marks: str) -> Iterator[str]:
    for base in bases:
        yield from (f"{prefix} {base}" for prefix in prefixes)
        yield from (f"{base}{mark}" for mark in marks)
        yield f"{base} {next(iter(prefixes))[:2]}"
        if prefixes is SQUARE:
            yield from (f"sq{base}", f"sq.{base}")


def _rates(amounts: Iterable[str], times: Iterable[str]) -> Iterator[str]:
    for amount in amounts:
        for time in times:
            yield from (
                f"{amount} per {time}",
                f"{amount} an {time}",
                f"{amount} a {time}",
                f"{amount}/{time}",
            )
