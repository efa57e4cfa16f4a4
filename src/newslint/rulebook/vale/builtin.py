"""The style that Vale brings along: spelling, repetition, and the words of the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.rulebook.vale.rules import Loaded, Shelf, loaded

HERE = "Vale"


def builtin_rules(shelf: Shelf, rejected: Sequence[str]) -> Iterator[Loaded]:
    """Yield the rules of the style `Vale`."""
    yield loaded(
        "Vale.Spelling", HERE,
        {"extends": "spelling", "message": "Did you really mean '%s'?", "level": "error"}, shelf,
    )  # fmt: skip
    yield loaded(
        "Vale.Repetition", HERE,
        {
            "extends": "repetition", "message": "'%s' is repeated!", "level": "error", "ignorecase": True,
            "alpha": True, "tokens": [r"[^\s.!?]+"], "action": {"name": "edit", "params": ["truncate", " "]},
        },
        shelf,
    )  # fmt: skip
    accepted = shelf.options["accepted"]
    if accepted:
        swap = {rf"(?<!\w){_pattern(term.lower())}(?!\w)": term for term in accepted}
        made = loaded(
            "Vale.Terms", HERE,
            {
                "extends": "substitution", "message": "Use '%s' instead of '%s'.", "level": "error",
                "ignorecase": True, "nonword": True, "vocab": False, "swap": swap,
            },
            shelf,
        )  # fmt: skip
        if made.rule:
            made.rule.options["terms"] = True  # type: ignore[index]
        yield made
    if rejected:
        yield loaded(
            "Vale.Avoid", HERE,
            {
                "extends": "existence", "message": "Avoid using '%s'.", "level": "error",
                "tokens": [_pattern(term) for term in rejected],
            },
            shelf,
        )  # fmt: skip


def _pattern(term: str) -> str:
    """Return a term as an expression: a stop in plain words is one, a space may be a line end."""
    bare = term if re.search(r"[\\^$*+?()\[\]{}|]", term) else term.replace(".", r"\.")
    return re.sub(r"[ \t]+", r"\\s+", bare)
