"""Fingerprints: what a finding is known by when its place has moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from newslint.core.digest import content_digest
from newslint.core.finding import Finding


def fingerprinted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings and give each a hash of rule, path, folded words and their n-th occurrence."""
    counts: Counter[str] = Counter()
    marked = []
    for finding in sorted(set(findings), key=Finding.order):
        words = f"{finding.rule}\0{finding.path}\0{' '.join(finding.text.casefold().split())}"
        counts[words] += 1
        digest = _digest(f"{words}\0{counts[words]}")
        marked.append(msgspec.structs.replace(finding, fingerprint=digest))
    return tuple(marked)


def _digest(words: str) -> str:
    return content_digest(words.encode("utf-8", "surrogateescape"), size=8)
