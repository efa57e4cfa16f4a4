"""The own API described in OpenAPI 3.1, made from the types it takes and gives."""

from __future__ import annotations

from typing import Any

import msgspec

from newslint.core.version import __version__
from newslint.pages.catalogue import RulesReport
from newslint.server.jobs import Wish
from newslint.server.stories import JSON, READERS, StoryRequest

PURPOSES = {
    Wish.CHECK: "What newslint finds in a story: the JSON of `newslint check`.",
    Wish.NAMES: "Who and what a story names: the JSON of `newslint names`.",
    Wish.QUOTES: "Who says what: the JSON of `newslint quotes`.",
    Wish.DOCUMENT: "What is read of a story: the JSON of `newslint document`.",
    Wish.FIX: "The mended copy, and the edits of what was sent that lead to it.",
    Wish.PROOF: "The proof page of a story, in HTML.",
    Wish.IGNORE: "The copy with an ignore for the finding of a fingerprint, and the edits that lead to it.",
}
# What is no JSON.
ANSWERS = {Wish.PROOF: "text/html"}
REFUSALS = {
    "400": "What was asked cannot be read, or names no style or format there is.",
    "401": "The server's token is wanted.",
    "403": "The host or the origin of the request is not admitted.",
    "408": "The story did not arrive in time.",
    "413": "The story is too large.",
    "415": "Stories of this type are not read.",
    "422": "The story cannot be read as its format has it.",
    "429": "Too many stories of this client are being checked.",
    "503": "Too many stories are being checked, or this one takes too long.",
}


def openapi() -> dict[str, Any]:
    """Return the description."""
    (request, rules), components = msgspec.json.schema_components(
        [StoryRequest, RulesReport], ref_template="#/components/schemas/{name}"
    )
    paths: dict[str, Any] = {
        f"/v1/{wish}": {"post": _story(PURPOSES[wish], request, ANSWERS.get(wish, JSON))} for wish in Wish
    }
    paths["/v1/rules"] = {
        "get": {
            "summary": "The rules, as the server's desk has them.",
            "responses": {"200": {"description": "The rules.", "content": {JSON: {"schema": rules}}}},
        }
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "newslint", "version": __version__, "license": {"name": "MIT"}},
        "paths": paths,
        "components": {"schemas": components},
    }


def _story(purpose: str, request: dict[str, Any], kind: str) -> dict[str, Any]:
    query = [
        {"name": name, "in": "query", "schema": {"type": kind}, "required": False}
        for name, kind in (
            ("format", "string"),
            ("style", "string"),
            ("date", "string"),
            ("unsafe", "boolean"),
        )
    ]
    bodies: dict[str, Any] = {JSON: {"schema": request}}
    bodies |= {kind: {"schema": {"type": "string"}} for kind in READERS}
    refusals = {status: {"description": reason} for status, reason in REFUSALS.items()}
    return {
        "summary": purpose,
        "parameters": query,
        "requestBody": {"required": True, "content": bodies},
        "responses": {"200": {"description": purpose, "content": {kind: {}}}, **refusals},
    }
