"""Guards: who may ask the server what. They stand before every answer."""

from __future__ import annotations

import asyncio
import hmac
import re

import msgspec
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from newslint.server.answers import refused
from newslint.server.faults import RequestError

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
SLASHES = re.compile("/{2,}")
PORT = re.compile(r":\d+$")
# Where clients of LanguageTool put the token into the form, which is read before it can be asked for.
KEYED = "/v2/check"
SAFE = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-resource-policy": b"same-origin",
    b"cache-control": b"no-store",
    b"content-security-policy": (
        b"default-src 'self'; img-src 'self' data:; style-src 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
}
# For pages of other origins that are let in.
SHARED = {
    b"vary": b"Origin",
    b"access-control-allow-headers": b"Authorization, Content-Type",
    b"access-control-allow-methods": b"GET, POST",
}


class Access(msgspec.Struct, frozen=True):
    """Who may ask: by which host names, from pages of which origins, and with which token."""

    hosts: frozenset[str] = LOOPBACK
    origins: frozenset[str] = frozenset()
    token: str = ""

    def expect_token(self, headers: Headers) -> None:
        """Raise RequestError where a token is wanted and the headers have another, or none."""
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if self.token and (scheme.lower() != "bearer" or not self._knows(given.strip())):
            raise RequestError(401, "Expected the server's token, as `Authorization: Bearer TOKEN`")

    def expect_key(self, headers: Headers, key: str) -> None:
        """Raise RequestError where a token is wanted and neither headers nor a form's *key* have it."""
        if not self.token or self._knows(key):
            return
        if "authorization" not in headers:
            raise RequestError(401, "Expected the server's token, as apiKey or `Authorization: Bearer TOKEN`")
        self.expect_token(headers)

    def _knows(self, given: str) -> bool:
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode())


class Guarded:
    """An application behind its guards: Host, Origin and token; double slashes are one."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app, self.access = app, access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or say why not."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        scope["path"] = SLASHES.sub("/", scope["path"])
        headers = Headers(scope=scope)
        more = dict(SAFE)
        if (origin := headers.get("origin", "")) in self.access.origins:
            more |= SHARED | {b"access-control-allow-origin": origin.encode("latin-1")}

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *more.items()]
            await send(message)

        try:
            await self._chosen(scope, headers)(scope, receive, sent)
        except asyncio.CancelledError:
            # Only a server that stops, and has waited, cancels what it is at.
            await refused(scope["path"], RequestError(503, "The server is stopping"))(scope, receive, sent)

    def _chosen(self, scope: Scope, headers: Headers) -> ASGIApp:
        """Return what answers a request."""
        try:
            self._admit(headers)
            if scope["method"] == "OPTIONS" and headers.get("origin") in self.access.origins:
                # A browser asks, without the token, whether its page may ask.
                return Response(status_code=204)
            if scope["path"].startswith(("/v1/", "/v2/")) and scope["path"] != KEYED:
                self.access.expect_token(headers)
        except RequestError as cause:
            return refused(scope["path"], cause)
        return self.app

    def _admit(self, headers: Headers) -> None:
        host = headers.get("host", "").lower()
        if PORT.sub("", host) not in self.access.hosts:
            # A page elsewhere may have its own name lead to this machine.
            raise RequestError(403, "The Host of the request is not one that this server goes by")
        own = {f"http://{host}", f"https://{host}"}
        if any(origin not in own | self.access.origins for origin in headers.getlist("origin")):
            raise RequestError(403, "Pages of this origin may not ask; `--allow-origin` lets them")
