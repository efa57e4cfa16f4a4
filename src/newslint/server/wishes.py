"""Wishes of LanguageTool's clients: the fields of `/v2/check`, read and judged as its server does."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.desk.options import Options
from newslint.server.annotations import annotated_pieces
from newslint.server.faults import RequestError
from newslint.server.languagetool import ENGLISH, Checking

LEVELS = (
    "default",
    "picky",
    "academic",
    "clarity",
    "professional",
    "creative",
    "customer",
    "jobapp",
    "objective",
    "elegant",
)
ACROSS = "textLevelOnly"
MODES = ("all", ACROSS, "allButTextLevelOnly")
AUTO = "auto"
CODES = tuple(code for _, code in ENGLISH)


def checking(fields: Mapping[str, str], options: Options, *, most: int) -> Checking:
    """Read what a client wants checked. Raises RequestError in LanguageTool's words."""
    pieces = _pieces(fields)
    language = _language(fields)
    length = sum(len(read) for written, read in pieces if written == read)
    if length > most:
        reason = f"Your text exceeds the limit of {most} characters (it's {length} characters)"
        raise RequestError(413, reason)
    if fields.get("username") and not fields.get("apiKey"):
        raise RequestError(400, "When 'username' is set, 'apiKey' must be set, too")
    if fields.get("apiKey") and not fields.get("username"):
        raise RequestError(400, "When 'apiKey' is set, 'username' must be set, too")
    return Checking(
        pieces=pieces,
        language=language,
        options=options,
        enabled=_names(fields, "enabledRules"),
        disabled=_names(fields, "disabledRules"),
        enabled_categories=_names(fields, "enabledCategories"),
        disabled_categories=_names(fields, "disabledCategories"),
        only=_only(fields),
        picky=_level(fields) != "default",
        across=fields.get("mode") == ACROSS,
    )


def _language(fields: Mapping[str, str]) -> str:
    if not fields.get("language"):
        raise RequestError(400, "Missing 'language' parameter, e.g. 'language=en-US' for American English")
    wanted = fields["language"]
    if fields.get("preferredVariants") and wanted != AUTO:
        raise RequestError(400, "You specified 'preferredVariants' but you didn't specify 'language=auto'")
    if wanted == AUTO:
        variants = (fields.get("preferredVariants") or "en-US").split(",")
        return next((each for each in variants if each in CODES), "en-US")
    for code in CODES:
        if code.lower() == wanted.lower():
            return code
    known = ", ".join(CODES)
    reason = f"'{wanted[:40]}' is not a language code known to newslint. Supported codes are: {known}"
    raise RequestError(400, reason)


def _pieces(fields: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    if "text" in fields and "data" in fields:
        raise RequestError(400, "Set only 'text' or 'data' parameter, not both")
    if "text" in fields:
        return ((fields["text"], fields["text"]),)
    if "data" in fields:
        return annotated_pieces(fields["data"])
    raise RequestError(400, "Missing 'text' or 'data' parameter")


def _level(fields: Mapping[str, str]) -> str:
    level = fields.get("level") or "default"
    if level not in LEVELS:
        raise RequestError(
            400, f"Unknown value '{level[:40]}' for level, expected one of {', '.join(LEVELS)}"
        )
    if fields.get("mode", "all") not in MODES:
        mode = fields["mode"][:40]
        raise RequestError(400, f"Unknown value '{mode}' for mode, expected one of {', '.join(MODES)}")
    return level


def _only(fields: Mapping[str, str]) -> bool:
    if fields.get("enabledOnly") not in ("true", "yes"):
        return False
    if "disabledRules" in fields or "disabledCategories" in fields:
        raise RequestError(400, "You cannot specify disabled rules or categories using enabledOnly=true")
    if not fields.get("enabledRules") and not fields.get("enabledCategories"):
        raise RequestError(400, "You must specify enabled rules or categories when using enabledOnly=true")
    return True


def _names(fields: Mapping[str, str], key: str) -> frozenset[str]:
    return frozenset(each for each in fields.get(key, "").split(",") if each)
