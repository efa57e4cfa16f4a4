"""Guards: who may ask the server what. They stand before every answer."""

from __future__ import annotations

import hmac
import re

import msgspec
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from newslint.server.answers import refused
from newslint.server.faults import RequestError

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
SLASHES = re.compile("/{2,}")
PORT = re.compile(r":\d+$")
SAFE = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cache-control": b"no-store",
    b"content-security-policy": (
        b"default-src 'self'; img-src 'self' data:; style-src 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
}


class Access(msgspec.Struct, frozen=True):
    """Who may ask: by which host names, from pages of which origins, and with which token."""

    hosts: frozenset[str] = LOOPBACK
    origins: frozenset[str] = frozenset()
    token: str = ""


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
        origin = headers.get("origin", "")
        try:
            self._admit(scope, headers, origin)
        except RequestError as cause:
            await refused(scope["path"], cause)(scope, receive, send)
            return

        async def sent(message: dict[str, object]) -> None:
            if message["type"] == "http.response.start":
                more = dict(SAFE)
                if origin in self.access.origins:
                    more[b"access-control-allow-origin"] = origin.encode("latin-1")
                    more[b"vary"] = b"Origin"
                message["headers"] = [*message.get("headers", ()), *more.items()]  # type: ignore[misc]
            await send(message)

        await self.app(scope, receive, sent)  # type: ignore[arg-type]

    def _admit(self, scope: Scope, headers: Headers, origin: str) -> None:
        host = PORT.sub("", headers.get("host", ""))
        if host not in self.access.hosts:
            # A page elsewhere may have its own name lead to this machine.
            raise RequestError(403, "The Host of the request is not one that this server goes by")
        own = {f"http://{headers.get('host', '')}", f"https://{headers.get('host', '')}"}
        if origin and origin not in own | self.access.origins:
            raise RequestError(403, "Pages of this origin may not ask; `--allow-origin` lets them")
        if scope["path"].startswith(("/v1/", "/v2/")) and self.access.token:
            self._expect_token(headers)

    def _expect_token(self, headers: Headers) -> None:
        given = headers.get("authorization", "").removeprefix("Bearer ")
        if not hmac.compare_digest(given.encode(), self.access.token.encode()):
            raise RequestError(401, "Expected the server's token, as `Authorization: Bearer TOKEN`")
