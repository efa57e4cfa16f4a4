"""Isolation: the one place that answers whatever goes wrong in a check, so that the others still run."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.core.failures import failure
from newslint.core.rule import ConfiguredRule


class Isolated:
    """Keeps the failure of some rules from the others; it is told in *failures*."""

    def __init__(self, rules: Iterable[ConfiguredRule], where: str, failures: list[str]) -> None:
        self.rules, self.where, self.failures = rules, where, failures

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, cause: BaseException | None, _: object) -> bool:
        if cause is None:
            return False
        self.failures.append(failed(self.rules, self.where, cause))
        return True


def failed(rules: Iterable[ConfiguredRule], where: str, cause: BaseException) -> str:
    """Tell of rules that failed somewhere."""
    names = ", ".join(rule.id for rule in rules)
    return f"{where}: {names} failed: {failure(cause)}."
