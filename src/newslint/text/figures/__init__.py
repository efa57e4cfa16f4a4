"""Figures: numbers, units, measures, and the conversions between them."""
