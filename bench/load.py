"""Measure a server with many clients, each of which changes its story every other second.

    python bench/load.py [--clients 50] [--seconds 60] [--every 2] [--words 1000]

The clients are threads of this process, the server is others. It prints how long answers took, what was
answered with another status than 200, the CPU time of the server's processes (Linux), and their memory
after the first tenth of the time and at the end.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

from served import Server, serving

SENTENCES = (
    "The council in Brackley voted 7-4 on Tuesday to widen the road to the harbour.",
    "“We have waited 12 years for this,” said Anna Halvorsen, who runs the ferry office.",
    "The new stretch is 80 kilometers (50 miles) long and will cost $14.5 million.",
    "Halvorsen said traffic had doubled since 2019, when 3,400 cars a day used the bridge.",
    "The work begins in March, the mayor, Peter Lindqvist, told reporters at the town hall.",
    "Two in five of those asked by the paper said they would rather take the train.",
    "“Nobody asked the fishermen,” said Lindqvist’s predecessor, Maria Osei.",
    "Rain fell for a third day, and the river stood at 2 meters (6.6 feet) in the old town.",
)
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def main() -> None:
    """Run the clients and print what they saw."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--every", type=float, default=2)
    parser.add_argument("--words", type=int, default=1000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server:
        _measure(server, arguments)


def _measure(server: Server, arguments: argparse.Namespace) -> None:
    # Both processes are started, and their desks warm, before it counts.
    for _ in _client(server, 0, arguments, time.monotonic() + arguments.every * 2):
        pass
    end, worked = time.monotonic() + arguments.seconds, server.worked()
    with ThreadPoolExecutor(arguments.clients) as threads:
        clients = [
            threads.submit(list, _client(server, number, arguments, end))
            for number in range(arguments.clients)
        ]
        time.sleep(arguments.seconds / 10)
        before = server.memory()
        seen = [answer for client in clients for answer in client.result()]
    after, worked = server.memory(), server.worked() - worked
    took = [seconds * 1000 for status, seconds in seen if status == 200]
    others = Counter(status for status, _ in seen if status != 200)
    cuts = statistics.quantiles(took, n=20)
    print(f"{len(seen):,} requests of {arguments.clients} clients in {arguments.seconds:g} s")
    print(f"p50 {statistics.median(took):.0f} ms, p95 {cuts[18]:.0f} ms, slowest {max(took):.0f} ms")
    print(f"CPU time of the server: {worked / len(took) * 1000:.0f} ms for each story")
    print(f"other answers: {dict(others) or 'none'}")
    print(f"memory: {before:.0f} MB after warm-up, {after:.0f} MB at the end ({after / before:.2f})")
    print(f"load of the machine: {' '.join(f'{load:.1f}' for load in os.getloadavg())}")


def _client(
    server: Server, number: int, arguments: argparse.Namespace, end: float
) -> Iterator[tuple[int, float]]:
    """Change a story now and then, until the end; yield each status and how long it took."""
    chance = random.Random(number)
    story: list[str] = []
    while sum(len(sentence.split()) for sentence in story) < arguments.words:
        story.append(chance.choice(SENTENCES))
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    time.sleep(chance.uniform(0, arguments.every))
    while time.monotonic() < end:
        story[chance.randrange(len(story))] = chance.choice(SENTENCES)
        start = time.monotonic()
        yield _status(connection, " ".join(story)), time.monotonic() - start
        time.sleep(max(0, start + arguments.every - time.monotonic()))
    connection.close()


def _status(connection: http.client.HTTPConnection, story: str) -> int:
    try:
        connection.request("POST", "/v2/check", urlencode({"language": "en-US", "text": story}), FORM)
        answer = connection.getresponse()
        answer.read()
    except (OSError, http.client.HTTPException):
        connection.close()
        return 0
    return answer.status


main()
