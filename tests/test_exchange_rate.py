"""Sums in two currencies, against each other and against the desk's rates."""

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from newslint import lint
from newslint.checks.units.exchange_rate import DRIFT, Reason, doubts, outliers
from newslint.core.lexicon import WordList
from newslint.plugin import Document, Lexicon, Meta, Source
from newslint.readers.text import TextReader

RATES = (
    {"date": "2023-05-02", "from": "EUR", "to": "USD", "rate": "1.20"},
    {"date": "2024-05-02", "from": "EUR", "to": "USD", "rate": "1.10"},
)


@pytest.mark.parametrize(
    ("copy", "reasons"),
    [
        ("The port cost €30 million ($33 million).", []),
        ("The port cost €30 million ($36 million).", [Reason.OFF_DESK]),
        ("The port cost €30 million ($45 million).", [Reason.FAR_FROM_DESK]),
        ("The port cost €30 million ($33 billion).", [Reason.MAGNITUDE]),
        ("The port cost €30 million ($36 million) at the time.", []),
        ("The port cost $33 million (€30 million).", []),
        ("The port cost $33 million (€20 million).", [Reason.FAR_FROM_DESK]),
        ("The port cost £30 million ($36 million).", []),
    ],
)
def test_conversion_is_compared_with_the_rate_of_the_day(
    lexicon: Lexicon, copy: str, reasons: list[Reason]
) -> None:
    document = _story(lexicon, copy, datetime.date(2024, 5, 7))

    assert [doubt.reason for doubt in document.view(doubts)] == reasons


def test_rate_of_another_year_says_nothing(lexicon: Lexicon) -> None:
    document = _story(lexicon, "The port cost €30 million ($45 million).", datetime.date(2021, 5, 7))

    assert document.view(doubts) == ()


@pytest.mark.parametrize(
    ("day", "copy", "rules"),
    [
        ("2020-12-01", "The fine is 500,000 Syrian pounds ($20,000).", ["units.impossible-rate"]),
        ("2020-12-01", "The fine is 500,000 Syrian pounds ($200).", []),
        ("2026-06-01", "The fine is 5,000 Syrian pounds ($45), not 500,000 old ones.", []),
        ("2026-06-01", "The fine is 5,000 Syrian pounds ($450).", ["units.impossible-rate"]),
        ("2015-03-01", "In Caracas the wage is 5,600 bolivars ($889).", []),
        ("2025-03-01", "In Caracas a taxi is 650 bolivars ($1,000).", ["units.impossible-rate"]),
        ("2022-11-01", "In Harare a loaf is Z$6,000 ($600).", ["units.impossible-rate"]),
        ("2012-03-01", "In Harare a loaf is Z$200 ($1).", []),
        ("2014-06-01", "In Pyongyang shoes cost 80,000 won ($10).", []),
    ],
)
def test_money_that_fell_fast_is_held_to_its_year(day: str, copy: str, rules: list[str]) -> None:
    report = lint(copy, date=datetime.date.fromisoformat(day))

    assert [each.rule for each in report.findings if each.rule.endswith("-rate")] == rules


def test_without_a_file_of_rates_only_the_story_is_asked(lexicon: Lexicon) -> None:
    copy = "The clubs paid €10m ($11m), €20m ($22m) and €40m ($60m)."

    found = TextReader().read(Source("a.txt", copy.encode()), lexicon).view(doubts)

    assert [doubt.reason for doubt in found] == [Reason.DRIFT]


def _story(lexicon: Lexicon, copy: str, day: datetime.date) -> Document:
    with_rates = Lexicon({**lexicon.lists, "rates": WordList("Exchange rates", records=RATES)})
    read = TextReader().read(Source("a.txt", copy.encode()), with_rates)
    return Document(
        read.path, read.format, read.source, read.text, read.blocks, read.map, with_rates, meta=Meta(date=day)
    )


BANDS = some.tuples(some.integers(90, 130), some.integers(0, 6)).map(
    lambda band: (Fraction(band[0], 100), Fraction(sum(band), 100))
)


@given(some.lists(BANDS, max_size=6))
def test_outlier_disagrees_with_all_others_and_they_agree(bands: list[tuple[Fraction, Fraction]]) -> None:
    def disagree(one: tuple[Fraction, Fraction], two: tuple[Fraction, Fraction]) -> bool:
        return one[0] > two[1] * (1 + DRIFT) or two[0] > one[1] * (1 + DRIFT)

    expected = []
    for index, band in enumerate(bands):
        others = bands[:index] + bands[index + 1 :]
        agreed = not any(disagree(one, two) for one in others for two in others)
        if others and agreed and all(disagree(band, other) for other in others):
            expected.append(index)

    assert list(outliers(bands)) == expected


@pytest.mark.parametrize(
    ("copy", "date"),
    [
        ("CAIRO — A loaf costs 10 million pounds ($13 million), the ministry said.", "2025-05-06"),
        ("BEIRUT — The pier costs 40 million pounds ($50 million), the ministry said.", "2024-05-06"),
        ("MINSK — The bus costs 600 million rubles ($30,000), the ministry said.", "2025-05-06"),
        ("ACCRA — The road costs 500 million cedis ($50,000), the ministry said.", "2019-05-06"),
        ("LUSAKA — The road costs 500 million kwacha ($100,000), the ministry said.", "2016-05-06"),
        ("ACCRA — The road costs 500 million cedis ($400 million), the ministry said.", "2005-05-06"),
    ],
)
def test_rate_of_another_place_or_of_a_replaced_unit_is_impossible(copy: str, date: str) -> None:
    found = lint(copy, date=datetime.date.fromisoformat(date)).findings

    assert [each.rule for each in found if each.rule.startswith("units.")] == ["units.impossible-rate"]


@pytest.mark.parametrize(
    ("copy", "date"),
    [
        ("CAIRO — The plant costs 10 million pounds ($200,000), the ministry said.", "2025-05-06"),
        ("CAIRO — A British firm paid 10 million pounds ($13 million), the ministry said.", "2025-05-06"),
        ("MINSK — The bus costs 200,000 rubles ($60,000), the ministry said.", "2025-05-06"),
        ("MINSK — The bus costs 600 million rubles ($40,000), the ministry said.", "2015-05-06"),
        ("ACCRA — The road costs 500 million cedis ($95 million), the ministry said.", "2019-05-06"),
        ("ACCRA — The road costs 500 million cedis ($55,000), the ministry said.", "2005-05-06"),
        ("ACCRA — The road cost 500 million cedis ($55,000) in 2005, the ministry said.", "2025-05-06"),
    ],
)
def test_rate_of_a_place_and_of_its_years_is_accepted(copy: str, date: str) -> None:
    found = lint(copy, date=datetime.date.fromisoformat(date)).findings

    assert [each.rule for each in found if each.rule.startswith("units.")] == []
