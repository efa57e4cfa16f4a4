"""Requests that are none, for `bad_requests.py`; harmless in themselves."""

from __future__ import annotations

import json
import random
from typing import NamedTuple
from urllib.parse import quote, urlencode

FORM, JSON, PLAIN = "application/x-www-form-urlencoded", "application/json", "text/plain"
TYPES = (
    JSON,
    PLAIN,
    "text/markdown",
    "text/html",
    "application/rtf",
    "application/vnd.oasis.opendocument.text",
)
WISHES = ("check", "names", "quotes", "document", "fix", "ignore")
FORMATS = ("text", "markdown", "html", "rtf", "odt", "docx", "ninjs", "nitf", "newsml-g2", "newsml-1", "anpa")
STORY = "The road to the harbour is 80 kilometers (50 miles) long, Anna Halvorsen said — “at last” 🚗."


class Request(NamedTuple):
    """Bytes for the server, and what kind of request they were to be."""

    kind: str
    content: bytes


def _request(kind: str, target: str, body: bytes, content_type: str, *more: str) -> Request:
    lines = (
        f"POST {target} HTTP/1.1",
        "Host: localhost",
        "Connection: close",
        f"Content-Type: {content_type}",
        f"Content-Length: {len(body)}",
        *more,
    )
    return Request(kind, "\r\n".join((*lines, "", "")).encode("latin-1", "replace") + body)


def _bent(chance: random.Random, content: bytes) -> bytes:
    """Cut bytes off, or change, double or lose some."""
    start = chance.randrange(len(content))
    end = start + chance.randrange(1, 9)
    return chance.choice(
        (
            content[:start],
            content[:start] + content[end:],
            content[:end] + content[start:],
            content[:start] + chance.randbytes(end - start) + content[end:],
        )
    )


def broken_json(chance: random.Random, _: str, __: int) -> Request:
    """Bend a request of the own API."""
    fields = {
        "text": STORY,
        "format": chance.choice(FORMATS),
        "style": "ap",
        "date": "2026-03-10",
        "unsafe": True,
    }
    body = _bent(chance, json.dumps(fields, ensure_ascii=chance.random() < 0.5).encode())
    return _request("broken JSON", f"/v1/{chance.choice(WISHES)}", body, JSON)


def wrong_values(chance: random.Random, _: str, __: int) -> Request:
    """Give a field of the own API what it does not take."""
    odd = (
        None,
        5,
        -1.5,
        True,
        [],
        ["a"],
        {},
        {"text": "a"},
        "",
        "\0",
        "\ud800",
        "x" * 3000,
        "[" * 500,
        10**30,
    )
    fields = {"text": STORY} | {
        chance.choice(("text", "format", "style", "date", "unsafe", "fingerprint", "reason", "path")): each
        for each in chance.sample(odd, 2)
    }
    return _request("wrong values", f"/v1/{chance.choice(WISHES)}", json.dumps(fields).encode(), JSON)


def broken_form(chance: random.Random, _: str, __: int) -> Request:
    """Bend a form for LanguageTool."""
    pieces = {"annotation": [{"text": STORY}, {"markup": "<b>", "interpretAs": "\n"}]}
    fields = {"language": "en-US", "level": "picky", "mode": "all", "disabledRules": "units"}
    fields |= {"data": json.dumps(pieces)} if chance.random() < 0.5 else {"text": STORY}
    return _request("broken form", "/v2/check", _bent(chance, urlencode(fields).encode()), FORM)


def too_large(chance: random.Random, _: str, most: int) -> Request:
    """Send more than is taken, announced or in chunks, in one field or in very many."""
    body = chance.choice((b"text=" + b"a " * most, b"&a=" * most, b"[" * (most + 1), b"\0" * (most * 2)))
    target, kind = chance.choice((("/v2/check", FORM), ("/v1/check", JSON), ("/v1/check", PLAIN)))
    if chance.random() < 0.5:
        return _request("too large", target, body, kind)
    head = f"POST {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: {kind}\r\n"
    chunk = f"Transfer-Encoding: chunked\r\n\r\n{len(body):x}\r\n"
    return Request("too large", head.encode() + chunk.encode() + body + b"\r\n0\r\n\r\n")


def wrong_encoding(chance: random.Random, _: str, __: int) -> Request:
    """Send letters in another encoding than is said, or bytes that are no letters."""
    encoding = chance.choice(("utf-16", "utf-16-le", "utf-32", "latin-1", "utf-7", "cp500"))
    body = chance.choice((STORY.encode(encoding, "replace"), chance.randbytes(chance.randrange(1, 400))))
    target, kind = chance.choice(
        [("/v2/check", FORM), *((f"/v1/{wish}", each) for wish in WISHES for each in TYPES)]
    )
    body = b"language=en-US&text=" + body if kind == FORM else body
    return _request("wrong encoding", target, body, f"{kind}; charset={chance.choice(('utf-8', 'utf-16'))}")


def wrong_format(chance: random.Random, _: str, __: int) -> Request:
    """Send bent copy of one format as another."""
    copies = (
        "{\\rtf1 The road.}",
        f"<html><body><p>{STORY}</p></body></html>",
        '<?xml version="1.0"?><nitf><body><body.content><p>The road.</p></body.content></body></nitf>',
        '{"uri": "a:1", "type": "text", "body_text": "The road."}',
        "PK\x03\x04 and so on",
        f"---\ntitle: [a\n---\n\n# {STORY}\n",
    )
    body = _bent(chance, chance.choice(copies).encode())
    target = f"/v1/{chance.choice(WISHES)}?format={chance.choice(FORMATS)}"
    return _request("wrong format", target, body, PLAIN)


def path_for_text(chance: random.Random, path: str, _: int) -> Request:
    """Name a file wherever something else is wanted."""
    name = chance.choice((path, f"file://{path}", "canary.md", "./canary.md", f"@{path}", f"../..{path}"))
    wish, field = chance.choice(WISHES), chance.choice(("path", "file", "format", "style", "text", "url"))
    entity = f'<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a SYSTEM "{name}">]>'
    nitf = f"{entity}<nitf><body><body.content><p>&a;</p></body.content></body></nitf>".encode()
    page = f'<link rel="stylesheet" href="{name}"><iframe src="{name}"></iframe><p>Road</p>'.encode()
    comment = f"<!-- newslint: extend={name} -->\n[road]({name}) ![]({name})\n".encode()
    data = json.dumps({"annotation": [{"markup": name, "interpretAs": name}]})
    made = (
        ("POST", f"/v1/{wish}", json.dumps({"text": "a", field: name}).encode(), JSON),
        ("POST", f"/v1/{wish}?{field}={quote(name)}", b"The road.", PLAIN),
        ("POST", f"/v1/{wish}?format={chance.choice(('nitf', 'newsml-g2', 'newsml-1'))}", nitf, PLAIN),
        ("POST", f"/v1/{wish}", page, "text/html"),
        ("POST", f"/v1/{wish}", comment, "text/markdown"),
        ("POST", "/v2/check", urlencode({"language": "en-US", field: name}).encode(), FORM),
        ("POST", "/v2/check", urlencode({"language": "en-US", "data": data}).encode(), FORM),
        ("GET", f"/v2/check?{urlencode({'language': name, field: name})}", b"", FORM),
        ("GET", f"/v1/explain/{quote(name, safe=chance.choice(('', '/')))}", b"", PLAIN),
        ("GET", f"/page/{quote(name, safe=chance.choice(('', '/')))}", b"", PLAIN),
        ("GET", f"/page/{'../' * chance.randrange(1, 9)}{name}", b"", PLAIN),
        ("GET", f"/page/{'..%2f' * chance.randrange(1, 9)}{quote(name, safe='')}", b"", PLAIN),
        ("GET", f"//{name}", b"", PLAIN),
    )
    method, target, body, kind = chance.choice(made)
    request = _request("path for text", target, body, kind)
    return Request(request.kind, request.content.replace(b"POST", method.encode(), 1))


def broken_head(chance: random.Random, _: str, __: int) -> Request:
    """Bend what stands before the body."""
    whole = _request(
        "broken head", f"/v2/check?{urlencode({'text': STORY})}", b"language=en-US", FORM
    ).content
    head, _, body = whole.partition(b"\r\n\r\n")
    # So that it ends, however bent: what is missing then never comes.
    return Request("broken head", _bent(chance, head) + b"\r\nContent-Length: 14\r\n\r\n" + body)


def late(number: int) -> Request:
    """Begin a request whose rest never comes."""
    whole = _request("late", "/v1/check", STORY.encode(), PLAIN).content
    return Request("late", whole[: len(whole) - 1 - number])


KINDS = (
    broken_json,
    wrong_values,
    broken_form,
    too_large,
    wrong_encoding,
    wrong_format,
    path_for_text,
    broken_head,
)
