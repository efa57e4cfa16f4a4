"""Faults of a rule's options, worded so that its reader is told the line."""

from __future__ import annotations


def fault(option: str, reason: str) -> ValueError:
    """Return the error that an option cannot be used, in the form of msgspec's own."""
    return ValueError(f"{reason} - at `$.{option}`")
