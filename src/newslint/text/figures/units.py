"""Units of measurement: the table of them, and how copy writes their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

import msgspec

from newslint.core.lexicon import Lasting, Lexicon
from newslint.core.pattern import lazy_pattern

# What makes squares and cubes of lengths: "square miles", "sq. km", "sqm", "km sq", "m²".
POWERS = {
    "square": (("square ", "sq ", "sq. ", "sq.", "sq"), (" sq", "²", "2")),
    "cubic": (("cubic ", "cu ", "cu. "), (" cu", "³", "3")),
}
MARKS = "²2³3"
LETTERS = lazy_pattern(r"[^\W\d_²³]+")
# "miles an hour", "m3 per second", "km/h"
RATE = lazy_pattern(r"(.+?)(?: per | an? |/)(.+)")

# The keys of the units that a form may mean.
Forms = Mapping[str, tuple[str, ...]]
Powers = Mapping[tuple[str, ...], tuple[str, ...]]


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
    beside: tuple[str, ...] = ()
    usual: tuple[str, ...] = ()
    restated: tuple[str, ...] = ()
    part: str = ""
    square_of: str = ""
    cube_of: str = ""
    rate_of: tuple[str, ...] = ()


class UnitTable(msgspec.Struct, frozen=True):
    """All units by key, by their names (in any case), and by their symbols (in one only).

    Squares, cubes and rates are not listed: their names are taken apart as they are met.
    """

    units: Mapping[str, Unit]
    names: Forms
    symbols: Forms
    either: Forms
    times: Forms
    made_of: Powers
    heads: frozenset[str]
    openings: frozenset[str]
    # What names units, once it was read, and what they are worth, once that was worked out.
    read: dict[str, tuple[Unit, ...]] = msgspec.field(default_factory=dict)
    sizes: dict[str, Fraction] = msgspec.field(default_factory=dict)
    factors: dict[tuple[str, str], Fraction] = msgspec.field(default_factory=dict)

    def readings(self, words: str) -> tuple[Unit, ...]:
        """Return the units that *words* may mean; none, if they name no unit."""
        if words in self.read:
            return self.read[words]
        found = self._readings(words)
        # Of those that name none there is no end.
        if found:
            self.read[words] = found
        return found

    def _readings(self, words: str) -> tuple[Unit, ...]:
        plain = words.replace("-", " ")
        lower = plain.lower()
        return self._units(self._known(plain, self.symbols)) or self._units(
            (*self._known(lower, self.names), *self._rates(lower))
        )

    def opens_unit(self, head: str) -> bool:
        """Tell whether a word in lower case may be the first of a unit's name."""
        base = head.partition("/")[0].rstrip(MARKS)
        return head in self.heads or base in self.heads or base.rstrip(".") in self.heads or base[:2] == "sq"

    def may_open_unit(self, letters: str) -> bool:
        """Tell whether a unit's name may open with these letters, whatever follows them."""
        return letters in self.openings or letters[:2] == "sq"

    def _known(self, form: str, forms: Forms) -> tuple[str, ...]:
        return (*forms.get(form, ()), *self._powers(form, forms))

    def _powers(self, form: str, forms: Forms) -> tuple[str, ...]:
        """Return the squares and cubes that a form names: "square mile", "sq. km", "m2", "ft sq"."""
        if not (form[:2] in ("sq", "cu") or form[-1:] in MARKS or form[-3:] in (" sq", " cu")):
            return ()
        return tuple(
            key
            for power, base in _bases(form)
            for unit in forms.get(base, ())
            for key in self.made_of.get((power, unit), ())
        )

    def _rates(self, form: str) -> tuple[str, ...]:
        """Return the rates that a form in lower case names: "mile an hour", "m3/s"."""
        match = RATE.fullmatch(form)
        if not match:
            return ()
        return tuple(
            key
            for time in self.times.get(match[2], ())
            for amount in self._known(match[1], self.either)
            for key in self.made_of.get((amount, time), ())
        )

    def _units(self, keys: Iterable[str]) -> tuple[Unit, ...]:
        """Return each unit once, in the order of the table."""
        found = frozenset(keys)
        if len(found) < 2:
            return tuple(self.units[key] for key in found)
        return tuple(unit for key, unit in self.units.items() if key in found)

    def size(self, unit: Unit) -> Fraction:
        """Return what one *unit* is worth in the base unit of its dimension."""
        if unit.key not in self.sizes:
            self.sizes[unit.key] = self._size(unit)
        return self.sizes[unit.key]

    def factor(self, unit: Unit, into: Unit) -> Fraction:
        """Return how many of one unit make another."""
        pair = (unit.key, into.key)
        if pair not in self.factors:
            self.factors[pair] = self.size(unit) / self.size(into)
        return self.factors[pair]

    def _size(self, unit: Unit) -> Fraction:
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
        # Only degrees have a zero of their own.
        if unit.zero == into.zero == "0":
            return amount * self.factor(unit, into)
        absolute = (amount + Fraction(unit.zero)) * self.size(unit)
        return absolute / self.size(into) - Fraction(into.zero)

    def difference(self, amount: Fraction, unit: Unit, into: Unit) -> Fraction:
        """Return a difference of *amount*, as between two temperatures, in another unit."""
        return amount * self.size(unit) / self.size(into)


def unit_table(lexicon: Lexicon) -> UnitTable:
    """Return the lexicon's units."""
    rows, names, symbols, either, times, made_of, heads, openings = lexicon.view(_tables)
    units = {row[0]: Unit(*row) for row in rows}
    return UnitTable(units, names, symbols, either, times, made_of, heads, openings)


@Lasting
def _tables(
    lexicon: Lexicon,
) -> tuple[list[tuple[Any, ...]], Forms, Forms, Forms, Forms, Powers, frozenset[str], frozenset[str]]:
    """Return the units as rows, and what else a table of units has."""
    units = {unit.key: unit for unit in lexicon.records("units", Unit)}.values()
    measuring = [unit for unit in units if unit.dimension != "time"]
    names = _forms((unit, _names(unit)) for unit in measuring)
    symbols = _forms((unit, unit.symbols) for unit in measuring)
    either = _forms((unit, (*_names(unit), *map(str.lower, unit.symbols))) for unit in measuring)
    times = _forms((unit, (*_names(unit), *unit.symbols)) for unit in units if unit.dimension == "time")
    heads = frozenset(form.partition(" ")[0] for form in (*either, "cubic", "cu", "cu."))
    openings = frozenset(letters[0] for head in heads if (letters := LETTERS.match(head)))
    return (
        [msgspec.structs.astuple(unit) for unit in units],
        names,
        symbols,
        either,
        times,
        _made_of(units),
        heads,
        openings,
    )


def _names(unit: Unit) -> Iterable[str]:
    return map(str.lower, (*unit.names, *unit.plurals, *unit.also))


def _forms(named: Iterable[tuple[Unit, Iterable[str]]]) -> Forms:
    """Return by form, without hyphens, the units that it may mean."""
    found: dict[str, tuple[str, ...]] = {}
    for unit, forms in named:
        for form in dict.fromkeys(form.replace("-", " ") for form in forms):
            found[form] = (*found.get(form, ()), unit.key)
    return found


def _made_of(units: Iterable[Unit]) -> Powers:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for unit in units:
        for made in (("square", unit.square_of), ("cubic", unit.cube_of), unit.rate_of):
            if made and made[-1]:
                found[made] = (*found.get(made, ()), unit.key)
    return found


def _bases(form: str) -> Iterator[tuple[str, str]]:
    """Yield the readings of a form as a power of a base: "sq. km" as the square of "km"."""
    for power, (prefixes, suffixes) in POWERS.items():
        yield from ((power, form.removeprefix(prefix)) for prefix in prefixes if form.startswith(prefix))
        yield from ((power, form.removesuffix(suffix)) for suffix in suffixes if form.endswith(suffix))
