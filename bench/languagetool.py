"""Ask LanguageTool's own server and ours the same, and print where the answers differ, field by field.

    python bench/languagetool.py http://127.0.0.1:8100        # where LanguageTool 6.8 serves

Its server is on Maven Central; a folder with `org.languagetool:languagetool-server:6.8` and `language-en:6.8`
(`mvn dependency:copy-dependencies`) runs as

    java -cp 'FOLDER/*' org.languagetool.server.HTTPServer --port 8100 --config server.properties

with the line `maxTextLength=100000`, which ours is told as well. Statuses, types of content, the keys of each
answer with the type of each value, and the first words of errors are compared; what each finds in the copy is
its own. It reports; nothing here is a test.
"""

from __future__ import annotations

import http.client
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

from served import serving

MOST = 100_000
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
# Both find a fault here: the doubled word and the sum.
COPY = "🚗🚗 The the road is 80 kilometers (60 miles) long. It opened in May."
ANNOTATED = {"annotation": [{"text": "The the road "}, {"markup": "<b>"}, {"text": "is"}, {"markup": "</b>"}]}


class Asked(NamedTuple):
    """A request: its name here, the method, the path, and the body."""

    name: str
    method: str
    path: str
    body: bytes | None = None
    headers: dict[str, str] = FORM


class Answer(NamedTuple):
    """What came back."""

    status: int
    kind: str
    content: bytes


def main() -> None:
    """Ask both everything."""
    theirs = urlsplit(sys.argv[1]).netloc
    same = 0
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder), "--max-file-size", str(MOST)) as server,
    ):
        for asked in requests():
            one, two = _answer(theirs, asked), _answer(f"127.0.0.1:{server.port}", asked)
            lines = list(_differences(one, two))
            same += not lines
            for line in lines:
                print(f"{asked.name}: {line}")
    print(f"{same} of {len(list(requests()))} answers are alike")


def requests() -> Iterator[Asked]:
    """Yield what both are asked."""
    for name, fields in forms().items():
        yield Asked(name, "POST", "/v2/check", urlencode(fields).encode())
    usual = urlencode({"language": "en-US", "text": COPY})
    for method in ("GET", "PUT", "HEAD"):
        yield Asked(method, method, f"/v2/check?{usual}", None, {})
    for method in ("DELETE", "OPTIONS"):
        yield Asked(method, method, "/v2/check", None, {})
    for path in (
        *("languages", "info", "maxtextlength", "healthcheck", "configinfo?language=en-US", "configinfo"),
        *("words", "words/add", "nothing", "check/", "/check", "", "check?language=en-US"),
    ):
        yield Asked(f"GET {path}", "GET", f"/v2/{path}", None, {})
    yield Asked("GET /", "GET", "/", None, {})
    yield Asked("text in the query, form without", "POST", f"/v2/check?{usual}", b"language=en-US")
    yield Asked("broken %", "POST", "/v2/check", b"language=en-US&text=100%zz")
    yield Asked("no UTF-8", "POST", "/v2/check", b"language=en-US&text=%FF+the+the")
    yield Asked("JSON", "POST", "/v2/check", b'{"text": "a"}', {"Content-Type": "application/json"})
    yield Asked("empty body", "POST", "/v2/check", b"")
    yield Asked("language twice", "POST", "/v2/check", b"language=en-US&language=xx&text=a")


def forms() -> dict[str, dict[str, str]]:
    """Return the forms that both are sent, by name."""
    usual = {"language": "en-US", "text": COPY}
    changes: dict[str, dict[str, str]] = {
        "usual": {},
        "picky": {"level": "picky"},
        "level=x": {"level": "x"},
        "level=PICKY": {"level": "PICKY"},
        "level empty": {"level": ""},
        "mode=nope": {"mode": "nope"},
        "mode=textLevelOnly": {"mode": "textLevelOnly"},
        "motherTongue=zz": {"motherTongue": "zz"},
        "motherTongue=de": {"motherTongue": "de"},
        "enabledOnly alone": {"enabledOnly": "true"},
        "enabledOnly=yes": {"enabledOnly": "yes", "enabledRules": "A"},
        "enabledOnly with disabledRules": {
            "enabledOnly": "true",
            "enabledRules": "A",
            "disabledRules": "",
        },
        "enabledCategories": {"enabledOnly": "true", "enabledCategories": "TYPOS"},
        "unknown rule": {"disabledRules": "NO_SUCH_RULE"},
        "preferredVariants alone": {"preferredVariants": "en-GB"},
        "auto": {"language": "auto"},
        "auto with variants": {"language": "auto", "preferredVariants": "en-GB"},
        "auto with variant xx": {"language": "auto", "preferredVariants": "xx-YY"},
        "username alone": {"username": "anna"},
        "apiKey alone": {"apiKey": "1"},
        "over the limit": {"text": "a " * (MOST // 2) + "b"},
        "empty text": {"text": ""},
        "blanks": {"text": " \n "},
        "text and data": {"data": "{}"},
        "unknown field": {"frobnicate": "1"},
        "allowIncompleteResults": {"allowIncompleteResults": "true"},
        "NUL": {"text": "A\0b the the."},
    }
    made = {name: {**usual, **change} for name, change in changes.items()}
    for code in ("", "xx", "en_US", "en-ZZ", "en-us", "EN", "en", "en-GB", "de", "fr"):
        made[f"language={code}"] = {**usual, "language": code}
    made["no language"] = {"text": "a"}
    made["no text"] = {"language": "en-US"}
    for name, content in {
        "data": ANNOTATED,
        "data with text": {"text": "The the road."},
        "data with other keys": {**ANNOTATED, "other": 1},
        "data of neither": {"annotation": [{}]},
        "data of both": {"annotation": [{"text": "a", "markup": "<b>"}]},
        "data empty": {},
        "data of interpretAs without markup": {"annotation": [{"text": "a", "interpretAs": "b"}]},
        "data a list": [],
    }.items():
        made[name] = {"language": "en-US", "data": json.dumps(content)}
    made["data broken"] = {"language": "en-US", "data": "{"}
    return made


def _answer(host: str, asked: Asked) -> Answer:
    connection = http.client.HTTPConnection(host, timeout=120)
    connection.request(asked.method, asked.path, asked.body, asked.headers)
    found = connection.getresponse()
    answer = Answer(found.status, found.getheader("Content-Type") or "none", found.read())
    connection.close()
    return answer


def _differences(theirs: Answer, ours: Answer) -> Iterator[str]:
    for name in ("status", "kind"):
        one, two = getattr(theirs, name), getattr(ours, name)
        if one != two:
            yield f"{name} {one} there, {two} here ({theirs.content[:90]!r}, {ours.content[:90]!r})"
    if theirs.status == ours.status == 200:
        one, two = _keys(theirs), _keys(ours)
        if one - two:
            yield f"only there: {', '.join(sorted(one - two))}"
        if two - one:
            yield f"only here: {', '.join(sorted(two - one))}"
    elif theirs.status == ours.status and theirs.content[:30] != ours.content[:30]:
        yield f"words {theirs.content[:90]!r} there, {ours.content[:90]!r} here"


def _keys(answer: Answer) -> set[str]:
    try:
        return set(_paths(json.loads(answer.content), "")) if answer.content else {"nothing"}
    except ValueError:
        return {"no JSON"}


def _paths(value: Any, path: str) -> Iterator[str]:
    """Yield the places of values and their types; the entries of a list have one place."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _paths(each, f"{path}.{key}")
    elif isinstance(value, list):
        yield f"{path}[]"
        for each in value:
            yield from _paths(each, f"{path}[]")
    else:
        yield f"{path}: {type(value).__name__}"


main()
