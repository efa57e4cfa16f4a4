"""Checks of the family *acronyms*."""
