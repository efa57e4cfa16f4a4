"""Lasting tables: what a search makes of the lexicon once, for all runs that search alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from newslint.core.check import Use
from newslint.core.digest import content_digest
from newslint.core.lexicon import Lasting, Lexicon

T = TypeVar("T")


def lasting(build: Callable[[Lexicon], T], uses: Sequence[Use]) -> Callable[[Lexicon], T]:
    """Return a view of the lexicon that is kept for runs with like *uses*, where these can be told."""
    likenesses = [use.likeness for use in uses]
    if not all(likenesses):
        return build
    digest = content_digest(msgspec.msgpack.encode(likenesses))
    return Lasting(build, name=f"{build.__module__}:{build.__qualname__} {digest}")
