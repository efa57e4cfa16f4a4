"""The server, asked by whom means it ill, and stopped at a bad moment."""

from __future__ import annotations

import os
import select
import signal
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from newslint.cli import main
from served import FORM, Reply, Served, serving

ROAD = "The road is 80 kilometers (60 miles) long."
LINUX = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="wants /proc")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("desk")) as served:
        yield served


def workers(served: Served) -> list[int]:
    """Return the processes that check."""
    pid = served.process.pid
    children = [each for task in Path(f"/proc/{pid}/task").iterdir() for each in _children(task)]
    return [each for each in children if b"spawn_main" in Path(f"/proc/{each}/cmdline").read_bytes()]


def _children(task: Path) -> list[int]:
    return [int(each) for each in (task / "children").read_text().split()]


def said(served: Served, content: bytes) -> bytes:
    """Send bytes as they are, and return all that comes back."""
    with socket.create_connection(("127.0.0.1", served.port), timeout=60) as connection:
        connection.sendall(content)
        return connection.makefile("rb").read()


def test_name_of_the_server_may_be_in_capitals(server: Served) -> None:
    assert server.ask("/v2/info", headers={"Host": f"LOCALHOST:{server.port}"}).status == 200


def test_two_hosts_are_refused(server: Served) -> None:
    answer = said(server, b"GET /v2/info HTTP/1.1\r\nHost: localhost\r\nHost: elsewhere\r\n\r\n")

    assert answer.startswith(b"HTTP/1.1 400 ")


def test_second_origin_counts_as_well(server: Served) -> None:
    answer = said(
        server,
        b"GET /v2/info HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        b"Origin: http://localhost\r\nOrigin: https://elsewhere.example.org\r\n\r\n",
    )

    assert answer.startswith(b"HTTP/1.1 403 ")


def test_refusals_keep_other_pages_out_as_answers_do(server: Served) -> None:
    for headers in ({}, {"Origin": "null"}):
        reply = server.ask("/v2/info", headers=headers)

        assert reply.headers["cross-origin-resource-policy"] == "same-origin"
        assert "access-control-allow-origin" not in reply.headers


def test_allowed_page_may_send_a_token(tmp_path: Path) -> None:
    cms = {"Origin": "https://cms.example.org"}
    token = {"Authorization": "bearer paper-boat"}
    words = ("--allow-origin", "https://CMS.example.org")
    with serving(tmp_path, *words, NEWSLINT_TOKEN="paper-boat") as served:
        asked = served.ask("/v2/check", method="OPTIONS", headers=cms)
        foreign = served.ask("/v2/check", method="OPTIONS", headers={"Origin": "https://else.example.org"})
        without = served.ask("/v2/info", headers=cms)
        right = served.ask("/v2/info", headers={**cms, **token})
        bare = served.ask("/v2/info", headers={"Authorization": "paper-boat"})
        in_query = served.ask("/v2/info?token=paper-boat")

    assert (asked.status, foreign.status, without.status, right.status) == (204, 403, 401, 200)
    assert (bare.status, in_query.status) == (401, 401)
    assert asked.headers["access-control-allow-headers"] == "Authorization, Content-Type"
    assert without.headers["access-control-allow-origin"] == "https://cms.example.org"


def test_add_on_of_a_browser_may_be_let_in(tmp_path: Path) -> None:
    add_on = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
    with serving(tmp_path, "--allow-origin", add_on) as served:
        reply = served.ask("/v2/info", headers={"Origin": add_on})

    assert (reply.status, reply.headers["access-control-allow-origin"]) == (200, add_on)


def test_page_reads_no_file_outside_its_own(server: Served) -> None:
    for path in ("/page/..%2f..%2fapp.py", "/page/%2fetc%2fhostname", "/page/%00", "/page/" + "a" * 5000):
        assert server.ask(path).status == 404


def test_fields_are_counted(server: Served) -> None:
    query = "&".join(f"field{number}=" for number in range(5_000))

    assert server.ask(f"/v2/check?{query}").text == "Error: Found more than 1,000 fields"
    assert server.ask("/v2/check", query, headers=FORM).text == "Error: Found more than 1,000 fields"


def test_deep_annotations_are_refused(server: Served) -> None:
    reply = server.check(data='{"other":' + "[" * 100_000)

    assert (reply.status, reply.text) == (400, "Error: Could not read 'data': it is nested too deeply")


def test_packed_story_is_refused(server: Served) -> None:
    headers = {"Content-Type": "text/plain", "Content-Encoding": "gzip"}

    reply = server.ask("/v1/check", b"\x1f\x8b", headers=headers)

    assert (reply.status, reply.reason) == (415, "Found Content-Encoding `gzip`, expected none.")


STORY = (
    b"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 60\r\n\r\n"
)
PLAIN = {"Content-Type": "text/plain"}


def test_stories_on_their_way_have_only_so_much_room(tmp_path: Path) -> None:
    with (
        serving(tmp_path, "--max-requests", "1", "--max-file-size", "60") as served,
        socket.create_connection(("127.0.0.1", served.port)) as slow,
    ):
        slow.sendall(STORY + b"a" * 59)
        while (reply := served.ask("/v1/check", "a" * 60, headers=PLAIN)).status == 200:
            pass
        slow.sendall(b"a")
        assert slow.recv(12) == b"HTTP/1.1 200"

        assert served.ask("/v1/check", "a" * 60, headers=PLAIN).status == 200

    assert (reply.status, reply.reason) == (
        503, "Too many stories are arriving; try again in a moment.",
    )  # fmt: skip


@LINUX
def test_story_is_checked_though_a_process_died(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        assert served.check(text=ROAD).status == 200
        for worker in workers(served):
            os.kill(worker, signal.SIGKILL)

        assert served.check(text=ROAD).status == 200


@LINUX
def test_server_that_fails_says_so_as_its_interface_does(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    with serving(tmp_path / "desk") as served:
        assert served.check(text=ROAD).status == 200
        (tmp_path / "desk").rmdir()
        reply, own = served.check(text=ROAD), served.story("check", text=ROAD)

    assert (reply.status, reply.text) == (500, "Error: The server failed at this request")
    assert (own.status, own.reason) == (500, "The server failed at this request.")


@LINUX
def test_processes_end_with_a_server_that_is_killed(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        assert served.check(text=ROAD).status == 200
        (worker, *_) = map(os.pidfd_open, workers(served))
        served.process.kill()
        served.process.wait(30)

        # It can be read once its process has ended.
        assert select.select([worker], [], [], 30)[0]
        os.close(worker)


@LINUX
def test_ctrl_c_does_not_reach_the_processes_that_check(server: Served) -> None:
    assert server.check(text=ROAD).status == 200

    blocked = [
        int(line.split()[1], 16)
        for worker in workers(server)
        for line in Path(f"/proc/{worker}/status").read_text().splitlines()
        if line.startswith("SigBlk")
    ]

    assert blocked == [1 << signal.SIGINT - 1] * len(workers(server))


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_server_is_stopped_though_a_story_is_being_checked(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    replies: list[Reply] = []

    def ask() -> None:
        while (reply := served.story("check", text=f"{ROAD} " * 40_000)).status == 429:
            pass
        replies.append(reply)

    with serving(tmp_path, "--time-limit", "600", "--max-requests", "2") as served:
        asking = threading.Thread(target=ask)
        asking.start()
        while served.check(text=ROAD).status != 429:
            pass
        served.process.send_signal(number)
        assert served.process.wait(30) == code
        asking.join()

    assert [(reply.status, reply.reason) for reply in replies] == [(503, "The server is stopping.")]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--host", "ä..b", "--token-file", "token"], "--host: found `ä..b`, expected an address or a name."),
        (["--token-file", "accents"], "--token-file: accents: expected a token of ASCII letters, digits and"),
        (["--token-file", "words"], "--token-file: words: expected a token of ASCII letters, digits and"),
        (["--allow-host", "desk:8081"], "found `desk:8081`, expected a name such as desk.example.org"),
        (["--style", "/etc/hostname"], "/etc/hostname"),
    ],
)
def test_server_that_could_not_be_asked_does_not_start(
    words: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "token").write_text("paper-boat")
    (tmp_path / "accents").write_text("brücke", encoding="utf-8")
    (tmp_path / "words").write_text("paper boat")

    assert main(["serve", *words]) == 2
    assert message in capsys.readouterr().err


def test_port_in_use_is_said(server: Served, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--port", str(server.port)]) == 2
    assert f"--port {server.port}: Address already in use." in capsys.readouterr().err


def test_server_at_ipv6_goes_by_its_address(tmp_path: Path) -> None:
    if not socket.has_ipv6:
        pytest.skip("wants IPv6")
    with (
        serving(tmp_path, "--host", "::1") as served,
        socket.create_connection(("::1", served.port)) as connection,
    ):
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: [::1]:8081\r\nConnection: close\r\n\r\n")

        assert connection.makefile("rb").read().endswith(b"\r\n\r\nOK")
