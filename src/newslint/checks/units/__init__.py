"""Checks of the family *units*."""
