"""Actions: how a rule of Vale says its finding is mended."""

from __future__ import annotations

import re

import msgspec


class Action(msgspec.Struct, frozen=True, forbid_unknown_fields=False):
    """The name of an action, and what it is told."""

    name: str = ""
    params: tuple[str, ...] = ()


def suggestions(action: Action, found: str) -> tuple[str, ...]:
    """Return what may stand instead of the words found; nothing where the action cannot be told from them."""
    match action.name:
        case "replace":
            return action.params
        case "remove":
            return ("",)
        case "edit" if action.params:
            edited = _edited(found, *action.params)
            return () if edited is None else (edited,)
        case _:
            return ()


def _edited(found: str, edit: str, *given: str) -> str | None:
    first = given[0] if given else ""
    match edit, len(given):
        case "regex", 2:
            return re.sub(first, re.sub(r"\$(\d+)", r"\\\1", given[1]), found)
        case "replace", 2:
            return found.replace(first, given[1])
        case "remove", 1:
            return found.replace(first, "")
        case (("trim" | "trim_left" | "trim_right"), 1):
            kept = found.lstrip(first) if edit != "trim_right" else found
            return kept.rstrip(first) if edit != "trim_left" else kept
        case "truncate", 1:
            return found.split(first, 1)[0]
        case "split", 2:
            parts = found.split(first)
            return parts[int(given[1])] if given[1].isdigit() and int(given[1]) < len(parts) else None
        case "lower", 0:
            return found.lower()
        case "upper", 0:
            return found.upper()
        case _:
            return None
