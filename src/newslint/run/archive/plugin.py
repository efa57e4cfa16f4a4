"""The hook through which the engines beside the local one come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_engines() -> dict[str, str]:
    """Return the engines."""
    return {"daft": "newslint.run.archive.daft_engine:DaftEngine"}
