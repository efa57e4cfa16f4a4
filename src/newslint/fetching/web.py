"""The web: bytes of an address, within bounds, as the user has told pip to ask for them."""

from __future__ import annotations

import base64
import os
import ssl
import urllib.error
import urllib.request
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import IO
from urllib.parse import unquote, urlsplit, urlunsplit
from urllib.request import url2pathname

import msgspec

from newslint.core.errors import SourceError
from newslint.core.version import __version__
from newslint.fetching.pip_settings import PipSettings

JSON = "application/vnd.pypi.simple.v1+json"
HTML = "application/vnd.pypi.simple.v1+html, text/html;q=0.5"
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


class Page(msgspec.Struct, frozen=True):
    """What an address holds: the bytes, of which kind, and where they came from in the end."""

    url: str
    content: bytes
    kind: str = ""


def fetched(url: str, settings: PipSettings, *, most: int) -> Page | None:
    """Return what an address holds, None if it holds nothing. Raises SourceError where it cannot be had."""
    if url.startswith("file:"):
        return _of_file(url, most)
    expect_allowed(url, settings)
    request, opener = _request(url), _opener(settings)
    try:
        with opener.open(request, timeout=settings.timeout) as answer:
            content: bytes = answer.read(most + 1)
            final, kind = answer.geturl(), answer.headers.get_content_type()
    except urllib.error.HTTPError as cause:
        if cause.code in (404, 410):
            return None
        raise SourceError(bare(url), f"the server answered {cause.code} {cause.reason}.") from None
    except (urllib.error.URLError, HTTPException, OSError, ValueError) as cause:
        reason = getattr(cause, "reason", cause)
        raise SourceError(bare(url), f"cannot be fetched: {reason}.") from None
    if len(content) > most:
        raise SourceError(bare(url), f"more than {most:,} bytes.")
    return Page(final, content, kind)


def expect_allowed(url: str, settings: PipSettings) -> None:
    """Raise SourceError for an address that is not encrypted and not trusted by the user, as pip does."""
    parts = urlsplit(url)
    trusted = settings.trusted | LOCAL
    plain = parts.scheme == "http" and (parts.hostname in trusted or parts.netloc in trusted)
    if parts.scheme != "https" and not plain:
        raise SourceError(bare(url), "expected https, file, or a host that `trusted-host` of pip names.")


def bare(url: str) -> str:
    """Return an address without the name and password in it, for messages."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _of_file(url: str, most: int) -> Page | None:
    path = Path(url2pathname(unquote(urlsplit(url).path)) if os.name == "nt" else unquote(urlsplit(url).path))
    if path.is_dir():
        path = path / "index.html"
    try:
        content = path.read_bytes() if path.stat().st_size <= most else None
    except FileNotFoundError:
        return None
    except OSError as cause:
        raise SourceError(url, f"cannot be read: {cause.strerror}.") from None
    if content is None:
        raise SourceError(url, f"more than {most:,} bytes.")
    return Page(path.as_uri() if path.is_absolute() else url, content, "text/html")


def _request(url: str) -> urllib.request.Request:
    parts = urlsplit(url)
    request = urllib.request.Request(
        bare(url), headers={"Accept": f"{JSON}, {HTML}", "User-Agent": f"newslint/{__version__}"}
    )
    if known := _credentials(url):
        token = base64.b64encode(":".join(known).encode()).decode()
        # Not to where the server may send us on to.
        request.add_unredirected_header("Authorization", f"Basic {token}")
    request.host = parts.netloc.rpartition("@")[2]
    return request


def _credentials(url: str) -> tuple[str, str] | None:
    """Return name and password for an address: those in it, else those of the user's netrc."""
    import netrc

    parts = urlsplit(url)
    if parts.username is not None:
        return unquote(parts.username), unquote(parts.password or "")
    try:
        known = netrc.netrc(os.environ.get("NETRC")).authenticators(parts.hostname or "")
    except (OSError, netrc.NetrcParseError):
        return None
    return (known[0], known[2] or "") if known else None


def _opener(settings: PipSettings) -> urllib.request.OpenerDirector:
    context = ssl.create_default_context(cafile=settings.cert or None)
    return urllib.request.build_opener(urllib.request.HTTPSHandler(context=context), _Redirects(settings))


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows where a server sends us, but to nothing that could not be asked for itself."""

    def __init__(self, settings: PipSettings) -> None:
        self.settings = settings

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Return the next request. Raises SourceError for an address that is not allowed."""
        expect_allowed(newurl, self.settings)
        return super().redirect_request(req, fp, code, msg, headers, newurl)
