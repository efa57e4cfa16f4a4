"""Faults: what must not be."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """What must not be: its kind, and what there is to say of it."""

    kind: str
    detail: str
