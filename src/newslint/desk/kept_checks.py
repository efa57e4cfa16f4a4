"""Kept checks: checks as they are kept from run to run, of which only records of newslint's can be made."""

from __future__ import annotations

import io
from enum import Enum
from typing import Any

import msgspec

from newslint.core.check import Check

try:
    # The module behind pickle, without its twin in Python, which takes 2 ms.
    from _pickle import Unpickler, UnpicklingError
except ImportError:
    from pickle import Unpickler, UnpicklingError

OWN = "newslint."
# What msgspec makes a record of, of a class and values.
REBUILD = ("msgspec._utils", "rebuild")


def pickled(check: Check) -> bytes:
    """Return a check as it is kept; nothing for a stranger's, whose class may change and nobody knows."""
    from pickle import dumps

    return dumps(check) if type(check).__module__.startswith(OWN) else b""


def unpickled(content: bytes) -> Check | None:
    """Return the check that is kept so; None where more than our records would have to be made of it."""
    try:
        check = _Records(io.BytesIO(content)).load()
    except UnpicklingError:
        return None
    return check if isinstance(check, Check) else None


class _Records(Unpickler):
    """Makes records and members of enumerations. The cache is the user's own, and yet may be anybody's."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class of newslint's records, and nothing that could do anything else."""
        if (module, name) == REBUILD or module.startswith(OWN):
            found = super().find_class(module, name)
            if (module, name) == REBUILD or _is_record(found):
                return found
        raise UnpicklingError(f"found {module}.{name}, expected a record of newslint's.")


def _is_record(found: object) -> bool:
    return isinstance(found, type) and issubclass(found, (msgspec.Struct, Enum))
