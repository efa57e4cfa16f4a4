"""The survey: what a desk has written so far: its formats, and whose house's forms its stories have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from newslint.core.check import AcrossCheck
from newslint.core.document import Document
from newslint.core.errors import SourceError
from newslint.core.rule import ConfiguredRule
from newslint.core.style import StyleLayer
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.desk.layers import Layer, style_chain
from newslint.desk.said import SHIPPED
from newslint.desk.selection import selected
from newslint.desk.vocabulary import FILES
from newslint.engine.linter import Linter
from newslint.rulebook.packs import RuleBook

# As many stories as show a house's hand; spread over all there are.
MOST_STORIES = 100
# With fewer places, or a smaller lead, any style would be a guess at random.
FEWEST_PLACES = 10
LEAST_SHARE, LEAST_LEAD = 0.6, 0.05
# What a desk's files of words are called, which are no stories.
WORDS = frozenset(usual for usual, _ in FILES.values())


class Contest(msgspec.Struct, frozen=True):
    """A rule that houses set differently: the places that speak, and how many of them are against a style."""

    rule: str
    places: int
    against: Mapping[str, int]


class Standing(msgspec.Struct, frozen=True):
    """A style, with how many of the places on which it has a say it agrees with."""

    style: str
    agrees: int
    places: int
    share: float


class Survey(msgspec.Struct, frozen=True):
    """What was seen: stories by extension, how many were read, and how styles stand, the nearest first."""

    formats: Mapping[str, int]
    read: int
    contests: tuple[Contest, ...] = ()
    standings: tuple[Standing, ...] = ()

    @property
    def places(self) -> int:
        """Count the places on which houses differ."""
        return sum(each.places for each in self.contests)

    @property
    def style(self) -> str:
        """Return the style that leads, or newslint's own where none does by enough."""
        if self.places < FEWEST_PLACES or not self.standings:
            return SHIPPED
        first = self.standings[0]
        lead = first.share - (self.standings[1].share if self.standings[1:] else 0)
        return first.style if first.share >= LEAST_SHARE and lead >= LEAST_LEAD else SHIPPED


def survey(desk: Desk, paths: Sequence[str]) -> Survey:
    """Look at the stories that *paths* name, at most a hundred of them from the inside."""
    found = [
        each
        for each in desk.assignments(paths)
        if isinstance(each, Assignment) and each.path.name not in WORDS
    ]
    formats = Counter(each.path.suffix.lower() or "no extension" for each in found)
    book = desk.here().book
    houses = {name: _rules(book, name) for name in sorted(book.styles) if name != SHIPPED}
    contested = _contested(houses)
    read, counts = 0, Counter[tuple[str, str]]()
    linter, keys = _linter(houses, contested, book)
    for each in _spread(found):
        for document in desk.documents(each):
            if not isinstance(document, SourceError):
                read += 1
                counts.update(_places(linter, keys, document))
    contests = tuple(_contests(houses, contested, counts))
    return Survey(dict(formats.most_common()), read, contests, _standings(houses, contests))


def _rules(book: RuleBook, style: str) -> dict[str, ConfiguredRule]:
    """Return the rules of a style that look at a story on its own."""
    layers = [Layer(origin, each.layer()) for origin, each in style_chain(book, style, origin=style)]
    found = selected(book, layers, StyleLayer())
    return {rule.id: rule for rule in found if not isinstance(rule.check, AcrossCheck)}


def _contested(houses: Mapping[str, Mapping[str, ConfiguredRule]]) -> list[str]:
    """Return the rules that two houses run with different options."""
    variants: dict[str, set[str]] = {}
    for rules in houses.values():
        for name, rule in rules.items():
            variants.setdefault(name, set()).add(_variant(rule))
    return sorted(name for name, known in variants.items() if len(known) > 1)


def _variant(rule: ConfiguredRule) -> str:
    return msgspec.json.encode(rule.check, order="deterministic").decode()


def _linter(
    houses: Mapping[str, Mapping[str, ConfiguredRule]], contested: Iterable[str], book: RuleBook
) -> tuple[Linter, dict[str, tuple[str, str]]]:
    """Return one linter for all that houses make of the rules, and what each of its rules is of."""
    made: dict[tuple[str, str], ConfiguredRule] = {}
    for name in contested:
        for rules in houses.values():
            if name in rules:
                made.setdefault((name, _variant(rules[name])), rules[name])
    keys = {f"{key[0]}-{number}": key for number, key in enumerate(made)}
    named = [msgspec.structs.replace(rule, id=name) for name, rule in zip(keys, made.values(), strict=True)]
    return Linter(named, names=book.names), keys


def _spread(found: Sequence[Assignment]) -> Iterator[Assignment]:
    step = max(1, len(found) / MOST_STORIES)
    return (found[int(number * step)] for number in range(min(len(found), MOST_STORIES)))


def _places(
    linter: Linter, keys: Mapping[str, tuple[str, str]], document: Document
) -> Iterator[tuple[str, str]]:
    return (keys[finding.rule] for finding in linter.lint(document).findings if finding.rule in keys)


def _contests(
    houses: Mapping[str, Mapping[str, ConfiguredRule]],
    contested: Iterable[str],
    counts: Mapping[tuple[str, str], int],
) -> Iterator[Contest]:
    for name in contested:
        against = {
            style: counts.get((name, _variant(rules[name])), 0)
            for style, rules in houses.items()
            if name in rules
        }
        # What no house has anything against shows nothing, nor does what all have.
        if len(set(against.values())) > 1:
            yield Contest(name, max(against.values()), against)


def _standings(houses: Iterable[str], contests: Sequence[Contest]) -> tuple[Standing, ...]:
    total = sum(each.places for each in contests) or 1
    found = []
    for style in houses:
        spoken = [each for each in contests if style in each.against]
        places = sum(each.places for each in spoken)
        agrees = sum(each.places - each.against[style] for each in spoken)
        # Of what a house says nothing about, one half would be its hand.
        found.append(Standing(style, agrees, places, (agrees + (total - places) / 2) / total))
    return tuple(sorted(found, key=lambda each: (-each.share, each.style)))
