"""Send a server requests that are none: each must get a clear answer, and none may read a file.

    python bench/bad_requests.py [--requests 10000] [--seed 1]

They are drawn by lot: JSON and forms that break off or are bent, stories over the size limit, in wrong
encodings or formats, and the path of a file wherever text, a style or an address is wanted. Some come so
slowly that they are given up. An answer is clear when it comes, its status is none of 5xx, and it says
what is wrong in the form of its interface; the words of the file must be in none. Exit code 1 otherwise.
"""

from __future__ import annotations

import argparse
import random
import socket
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from bent import KINDS, Request, late

from served import Server, serving

SECRET = b"quillfeather"
MOST, SLOW, THREADS = 20_000, 40, 4
LIMITS = ("--max-file-size", str(MOST), "--time-limit", "5")


class Outcome(NamedTuple):
    """How a request ended: what kind it was, the status, and what was wrong with the answer."""

    kind: str
    status: str
    fault: str = ""


def main() -> int:
    """Send them all and print how they ended."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as folder:
        canary = Path(folder) / "canary.md"
        canary.write_text(
            f"# {SECRET.decode()}\n\nThe {SECRET.decode()} is is 80 kilometers (60 miles) long.\n"
        )
        requests = [chance.choice(KINDS)(chance, str(canary), MOST) for _ in range(arguments.requests)]
        with serving(Path(folder), *LIMITS) as server:
            outcomes = _sent(server, requests)
            print(f"memory at the end: {server.memory():.0f} MB")
    for (kind, status), count in sorted(Counter((each.kind, each.status) for each in outcomes).items()):
        print(f"{count:6,} {kind}: {status}")
    faults = [each for each in outcomes if each.fault]
    for each in faults[:20]:
        print(f"{each.kind}: {each.status}: {each.fault}")
    print(f"{len(outcomes):,} requests, {len(faults)} without a clear answer")
    return bool(faults)


def _sent(server: Server, requests: list[Request]) -> list[Outcome]:
    def sent(request: Request) -> Outcome:
        return _outcome(server.port, request)

    with ThreadPoolExecutor(SLOW) as slow, ThreadPoolExecutor(THREADS) as threads:
        waiting = slow.map(sent, [late(number) for number in range(SLOW)])
        return [*threads.map(sent, requests), *waiting]


def _outcome(port: int, request: Request) -> Outcome:
    try:
        answer = _answer(port, request.content)
    except OSError as cause:
        return Outcome(request.kind, "none", f"{type(cause).__name__} after {request.content[:200]!r}")
    head, _, body = answer.partition(b"\r\n\r\n")
    status = head[9:12].decode("latin-1")
    fault = _fault(status, head, body)
    return Outcome(request.kind, status, fault and f"{fault}: {request.content[:300]!r} {answer[:300]!r}")


def _fault(status: str, head: bytes, body: bytes) -> str:
    checks: dict[str, Callable[[], bool]] = {
        "no HTTP": lambda: head.startswith(b"HTTP/1.1 "),
        "the server failed": lambda: not status.startswith("5"),
        "words of the file": lambda: SECRET not in body.lower(),
        "unclear": lambda: status in ("200", "408") or b"rror" in body[:60] or b"Invalid HTTP" in body,
    }
    return next((name for name, holds in checks.items() if not holds()), "")


def _answer(port: int, content: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(content)
        return connection.makefile("rb").read()


if __name__ == "__main__":
    sys.exit(main())
