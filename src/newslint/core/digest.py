"""Digests: what bytes are known by."""

from __future__ import annotations


def content_digest(content: bytes, *, size: int = 16) -> str:
    """Return a hash of *content*, of *size* bytes, as hexadecimal digits."""
    # The module behind hashlib, without the import of OpenSSL, which takes 2 ms.
    try:
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b
    return blake2b(content, digest_size=size).hexdigest()
