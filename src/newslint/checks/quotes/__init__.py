"""Checks of the family *quotes*."""
