"""The hooks through which the checks of the family *units* come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_checks() -> dict[str, str]:
    """Return the kinds of checks of this family."""
    return {
        "conversion": "newslint.checks.units.conversion:Conversion",
        "conversion-order": "newslint.checks.units.conversion_order:ConversionOrder",
        "exchange-rate": "newslint.checks.units.exchange_rate:ExchangeRate",
        "missing-conversion": "newslint.checks.units.missing_conversion:MissingConversion",
        "unit-form": "newslint.checks.units.unit_form:UnitForm",
    }
