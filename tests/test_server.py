"""The server, asked over HTTP as its clients ask it."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import socket
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newslint.cli import main
from office_files import run_of, word_file
from served import FORM, Served, serving

ROAD = "The road is 80 kilometers (60 miles) long."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("desk")) as served:
        yield served


def test_match_has_every_field_that_clients_read(server: Served) -> None:
    (match,) = server.check(text=f"🚗🚗 {ROAD}").json["matches"]

    assert match == {
        "message": (
            "“60 miles” does not match “80 kilometers”, which would be 50 miles (80 × 0.6214 = 49.71)."
        ),
        "shortMessage": "Converted figure is wrong",
        "replacements": [{"value": "50 miles"}],
        "offset": 32,
        "length": 8,
        "context": {"text": f"🚗🚗 {ROAD}", "offset": 32, "length": 8},
        "sentence": f"🚗🚗 {ROAD}",
        "type": {"typeName": "Other"},
        "rule": {
            "id": "units.wrong-conversion",
            "description": "Converted figure is wrong",
            "issueType": "misspelling",
            "category": {"id": "TYPOS", "name": "Errors"},
            "urls": [{"value": "https://www.nist.gov/pml/owm/metric-si/unit-conversion"}],
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def test_answer_has_every_field_beside_matches(server: Served) -> None:
    found = server.check(text="One boat left. Two came.").json

    assert list(found) == [
        "software", "warnings", "language", "matches", "sentenceRanges", "extendedSentenceRanges",
    ]  # fmt: skip
    assert found["language"]["detectedLanguage"]["code"] == "en-US"
    assert found["matches"] == []
    assert found["sentenceRanges"] == [[0, 14], [15, 24]]
    assert found["software"]["apiVersion"] == 1


def test_body_that_is_not_encoded_is_read_as_it_stands(server: Served) -> None:
    content = "text=R&D costs 100% + “more”: 80 kilometers (60 miles), &language= and all&language=en-US"

    (match,) = server.ask("/v2/check", content, headers=FORM).json["matches"]

    assert match["offset"] == 40
    assert match["sentence"] == "R&D costs 100% + “more”: 80 kilometers (60 miles), &language= and all"


def test_double_slashes_are_one(server: Served) -> None:
    assert server.ask("/v2//languages").json == server.ask("/v2/languages").json
    assert [each["longCode"] for each in server.ask("/v2/languages").json] == [
        "en", "en-US", "en-GB", "en-AU", "en-CA", "en-NZ", "en-ZA",
    ]  # fmt: skip


def test_annotated_copy_is_placed_in_what_was_sent(server: Served) -> None:
    annotation = [
        {"text": "The road is 80 kilometers ("},
        {"markup": "<b>"},
        {"text": "60 miles"},
        {"markup": "</b>"},
        {"text": ") long."},
        {"markup": "<br/>", "interpretAs": "\n"},
    ]

    (match,) = server.check(data=json.dumps({"annotation": annotation})).json["matches"]

    assert (match["offset"], match["length"]) == (30, 8)
    assert match["replacements"] == [{"value": "50 miles"}]


@pytest.mark.parametrize(
    ("fields", "status", "reason"),
    [
        ({"text": "a", "language": ""}, 400, "Missing 'language' parameter, e.g. 'language=en-US' for"),
        ({}, 400, "Missing 'text' or 'data' parameter"),
        ({"text": "a", "data": "{}"}, 400, "Set only 'text' or 'data' parameter, not both"),
        ({"text": "a", "language": "xx"}, 400, "'xx' is not a language code known to newslint."),
        ({"text": "a", "level": "x"}, 400, "Unknown value 'x' for level, expected one of default, picky"),
        ({"text": "a", "mode": "x"}, 400, "Unknown value 'x' for mode, expected one of all, textLevelOnly"),
        ({"text": "a", "enabledOnly": "true"}, 400, "You must specify enabled rules or categories when"),
        (
            {"text": "a", "enabledOnly": "yes", "enabledRules": "units", "disabledRules": ""},
            400,
            "You cannot specify disabled rules or categories using enabledOnly=true",
        ),
        ({"text": "a", "preferredVariants": "en-GB"}, 400, "You specified 'preferredVariants' but you"),
        ({"text": "a", "username": "anna"}, 400, "When 'username' is set, 'apiKey' must be set, too"),
        ({"text": "a", "apiKey": "1"}, 400, "When 'apiKey' is set, 'username' must be set, too"),
        ({"data": "{"}, 400, "Could not read 'data': "),
        ({"data": "{}"}, 400, "Expected either 'text' or 'annotation' in 'data'"),
        ({"data": '{"annotation": [{"text": "a", "interpretAs": "b"}]}'}, 400, "Expected either 'text' or"),
        ({"data": '{"annotation": [{}]}'}, 400, "Expected either 'text' or 'markup' in each annotation"),
        ({"text": "a" * 2_000_001}, 413, "Your text exceeds the limit of 2,000,000 bytes"),
    ],
)
def test_error_is_plain_text_as_languagetool_gives_it(
    server: Served, fields: dict[str, str], status: int, reason: str
) -> None:
    reply = server.check(**fields)

    assert reply.status == status
    assert reply.text.startswith(f"Error: {reason}")
    assert "content-type" not in reply.headers


def test_query_is_checked_as_well(server: Served) -> None:
    reply = server.ask("/v2/check?language=en-us&text=80%20kilometers%20%2860%20miles%29")

    assert [match["rule"]["id"] for match in reply.json["matches"]] == ["units.wrong-conversion"]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, 1),
        ({"disabledRules": "units.wrong-conversion"}, 0),
        ({"disabledRules": "units"}, 0),
        ({"disabledCategories": "TYPOS"}, 0),
        ({"enabledRules": "dates", "enabledOnly": "true"}, 0),
        ({"enabledRules": "units", "enabledOnly": "true"}, 1),
        ({"enabledCategories": "TYPOS", "enabledOnly": "true"}, 1),
        ({"disabledRules": "NO_SUCH_RULE"}, 1),
        ({"language": "auto"}, 1),
        ({"mode": "allButTextLevelOnly"}, 1),
        ({"mode": "textLevelOnly"}, 0),
        ({"language": "auto", "preferredVariants": "de-DE,en-GB"}, 1),
    ],
)
def test_client_chooses_rules(server: Served, fields: dict[str, str], found: int) -> None:
    assert len(server.check(text=ROAD, **fields).json["matches"]) == found


def test_suggestions_are_for_the_picky(server: Served) -> None:
    copy = "The road to the coast is 80 kilometers (49.71 miles) long."

    assert server.check(text=copy).json["matches"] == []
    picky = server.check(text=copy, level="picky").json["matches"]
    assert {match["rule"]["category"]["id"] for match in picky} == {"STYLE"}


def test_letters_that_are_none_are_read(server: Served) -> None:
    reply = server.ask(
        "/v2/check", b"language=en-US&text=%FF%00" + ROAD.replace(" ", "+").encode(), headers=FORM
    )

    found = [(each["rule"]["id"], each["offset"]) for each in reply.json["matches"]]
    assert found == [("typography.replacement-character", 0), ("units.wrong-conversion", 29)]


def test_what_a_server_is_asked_beside_copy(server: Served) -> None:
    assert server.ask("/v2/healthcheck").text == "OK"
    assert server.ask("/v2/maxtextlength").text == "2000000"
    assert server.ask("/v2/info").json["software"]["name"] == "newslint"
    assert server.ask("/v2/words").json == {"words": []}
    assert server.ask("/v2/words/add", "word=Halvorsen", headers=FORM).json == {"added": False}
    assert server.ask("/v2/words/delete", "word=Halvorsen", headers=FORM).json == {"deleted": False}
    assert server.ask("/v2/words/burn", "", headers=FORM).text == "Error: Unsupported action: 'words/burn'"
    rules = server.ask("/v2/configinfo?language=en-US").json["rules"]
    assert {"ruleId": "units.wrong-conversion", "categoryId": "TYPOS"}.items() <= {
        key: value
        for rule in rules
        if rule["ruleId"] == "units.wrong-conversion"
        for key, value in rule.items()
    }.items()
    assert server.ask("/v2/nothing").text == "Error: Unsupported action: 'nothing'"


def test_own_api_gives_the_json_of_check(
    server: Served, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reply = server.story("check", text=ROAD)

    (tmp_path / "story").write_text(ROAD)
    assert main(["check", str(tmp_path / "story"), "--isolated", "--format", "json"]) == 1
    printed = json.loads(capsys.readouterr().out)
    (ours,), (theirs,) = reply.json["findings"], printed["findings"]
    for finding in (ours, theirs):
        del finding["path"], finding["fingerprint"], finding["related"]
    assert ours == theirs
    assert list(reply.json) == list(printed)


def test_own_api_reads_every_format(server: Served) -> None:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    page = server.ask("/v1/check", f"<p>{ROAD}</p>", headers={"Content-Type": "text/html; charset=utf-8"})
    wire = server.story(
        "check", text=json.dumps({"uri": "a:1", "type": "text", "body_text": ROAD}), format="ninjs"
    )
    office = server.ask("/v1/check", word_file(f"<w:p>{run_of(ROAD)}</w:p>"), headers={"Content-Type": word})

    for reply, form in ((page, "html"), (wire, "ninjs"), (office, "docx")):
        assert [finding["rule"] for finding in reply.json["findings"]] == ["units.wrong-conversion"]
        assert [file["format"] for file in reply.json["files"]] == [form]


def test_own_api_tells_names_quotes_and_fixes(server: Served) -> None:
    copy = 'Anna Halvorsen met the union. "We are close," Halvorsen said at 3:00 p.m.'

    names = server.story("names", text=copy).json["names"]
    quotes = server.story("quotes", text=copy).json["quotes"]
    fixed = server.story("fix", text=copy, style="ap").json

    assert [name["name"] for name in names] == ["Anna Halvorsen"]
    assert [quote["speaker"] for quote in quotes] == ["Anna Halvorsen"]
    assert fixed["text"] == copy.replace("3:00 p.m.", "3 p.m.")
    assert fixed["edits"] == [{"start": 64, "end": 73, "text": "3 p.m."}]


def test_own_api_tells_what_was_read(server: Served) -> None:
    (document,) = server.story("document", text="# Road\n\n*Long*.", format="markdown").json["documents"]

    assert [(block["kind"], block["text"]) for block in document["blocks"]] == [
        ("headline", "Road"), ("paragraph", "Long."),
    ]  # fmt: skip


def test_own_api_sets_the_proof(server: Served) -> None:
    reply = server.story("proof", text=ROAD)

    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    assert "units.wrong-conversion" in reply.text


def test_own_api_writes_an_ignore(server: Served) -> None:
    fields = {"text": f"{ROAD}\n", "format": "markdown"}
    (finding,) = server.story("check", **fields).json["findings"]

    made = server.story("ignore", **fields, fingerprint=finding["fingerprint"], reason="as the sign has it")
    unknown = server.story("ignore", **fields, fingerprint="0", reason="")

    assert made.json["text"] == (
        f"<!-- newslint: ignore[units.wrong-conversion] -- as the sign has it -->\n{ROAD}\n"
    )
    assert unknown.reason == "No finding has the fingerprint `0`."


def test_own_api_says_why_a_rule_is_there(server: Served) -> None:
    page = server.ask("/v1/explain/units.wrong-conversion").json

    assert page["title"] == "Converted figure is wrong"
    assert page["references"] == ["https://www.nist.gov/pml/owm/metric-si/unit-conversion"]
    assert server.ask("/v1/explain/units.wrong").reason == "Unknown rule `units.wrong`."


def test_own_api_lists_styles(server: Served) -> None:
    assert {"ap", "guardian"} <= {style["name"] for style in server.ask("/v1/styles").json["styles"]}


def test_page_is_served_with_a_policy(server: Served) -> None:
    page = server.ask("/")

    assert page.text.startswith("<!doctype html>")
    assert page.headers["content-security-policy"].startswith("default-src 'self';")
    assert server.ask("/page/page.js").status == 200
    assert server.ask("/page/../app.py").status == 404


def test_command_of_the_docs_does_its_work(server: Served) -> None:
    root = Path(__file__).parents[1]
    (line,) = re.findall(r"^    (curl .*)$", (root / "docs" / "server.md").read_text(encoding="utf-8"), re.M)
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed")

    words = shlex.split(line.replace("8081", str(server.port)))
    finished = subprocess.run(words, cwd=root, capture_output=True, text=True, check=True)

    assert json.loads(finished.stdout)["summary"]["files"] == 1


JSON = "application/json"


@pytest.mark.parametrize(
    ("content", "kind", "status", "reason"),
    [
        ("{", JSON, 400, "Could not read the request: "),
        ("{}", JSON, 400, "Missing `text`."),
        ('{"text": 5}', JSON, 400, "Could not read the request: Expected `str | null`"),
        ('{"text": "a", "path": "/etc/hostname"}', JSON, 400, "Could not read the request: Object contains"),
        (
            '{"text": "a", "style": "../ap.toml"}',
            JSON,
            400,
            "Found style `../ap.toml`, expected one of afp, ",
        ),
        ('{"text": "a", "format": "pages"}', JSON, 400, "Found format `pages`, expected one of "),
        ('{"text": "a\\u0000b"}', JSON, 422, "binary file: NUL byte at offset 1"),
        ("a", "image/png", 415, "Found Content-Type `image/png`, expected one of application/json"),
        (b"The \xff", "text/plain", 422, "line 1: byte 0xff at offset 4 is not valid UTF-8"),
    ],
)
def test_own_api_says_what_is_wrong(
    server: Served, content: str | bytes, kind: str, status: int, reason: str
) -> None:
    reply = server.ask("/v1/check", content, headers={"Content-Type": kind})

    assert (reply.status, reply.reason[: len(reason)]) == (status, reason)


def test_date_that_is_none_is_said(server: Served) -> None:
    reply = server.ask("/v1/check?date=may", "a", headers={"Content-Type": "text/plain"})

    assert (reply.status, reply.reason) == (
        400,
        "Could not read the query: Invalid RFC3339 encoded date - at `$.date`.",
    )


def test_addresses_that_are_none_are_said(server: Served) -> None:
    assert server.ask("/v1/nothing").reason == "Unsupported action: '/v1/nothing'."
    assert server.ask("/v1/check").reason == "GET is not answered at /v1/check."
    assert server.ask("/v1/check").status == 405


def test_own_api_is_described(server: Served) -> None:
    description = server.ask("/v1/openapi.json").json

    assert description["openapi"] == "3.1.0"
    assert sorted(description["paths"]) == [
        "/v1/check", "/v1/document", "/v1/fix", "/v1/ignore", "/v1/names", "/v1/proof",
        "/v1/quotes", "/v1/rules",
    ]  # fmt: skip
    assert "units.wrong-conversion" in [rule["rule"] for rule in server.ask("/v1/rules").json["rules"]]


def test_foreign_host_is_refused(server: Served) -> None:
    reply = server.ask("/v1/rules", headers={"Host": "desk.example.org"})

    assert (reply.status, reply.reason) == (
        403, "The Host of the request is not one that this server goes by.",
    )  # fmt: skip


def test_page_of_another_origin_is_refused(server: Served) -> None:
    reply = server.ask("/v2/languages", headers={"Origin": "https://elsewhere.example.org"})

    assert (reply.status, reply.text) == (
        403, "Error: Pages of this origin may not ask; `--allow-origin` lets them",
    )  # fmt: skip


def test_allowed_origin_is_told_so(tmp_path: Path) -> None:
    with serving(tmp_path, "--allow-origin", "https://cms.example.org") as served:
        reply = served.ask("/v2/languages", headers={"Origin": "https://cms.example.org"})

    assert reply.status == 200
    assert reply.headers["access-control-allow-origin"] == "https://cms.example.org"


def test_token_is_wanted_where_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("paper-boat\n")
    with serving(tmp_path, "--token-file", "token", "--host", "0.0.0.0", "--allow-host", "desk") as served:
        without = served.ask("/v2/languages", headers={"Host": "desk"})
        wrong = served.ask("/v1/rules", headers={"Authorization": "Bearer paper-boa"})
        right = served.ask("/v1/rules", headers={"Authorization": "Bearer paper-boat"})

    assert (without.status, wrong.status, right.status) == (401, 401, 200)
    assert wrong.reason == "Expected the server's token, as `Authorization: Bearer TOKEN`."


def test_key_of_a_form_is_the_token(tmp_path: Path) -> None:
    with serving(tmp_path, NEWSLINT_TOKEN="paper-boat") as served:
        right = served.check(text=ROAD, username="desk", apiKey="paper-boat")
        wrong = served.check(text=ROAD, apiKey="paper-bo")
        none = served.check(text=ROAD)
        header = served.ask(
            "/v2/check?language=en-US&text=It+rained.", headers={"Authorization": "Bearer paper-boat"}
        )
        wrong_header = served.ask(
            "/v2/check?language=en-US&text=It+rained.", headers={"Authorization": "Bearer boat"}
        )
        story = served.ask("/v1/check?apiKey=paper-boat", "It rained.")

    assert len(right.json["matches"]) == 1
    assert (wrong.status, none.status, header.status, wrong_header.status) == (401, 401, 200, 401)
    assert story.status == 401
    assert none.text == "Error: Expected the server's token, as apiKey or `Authorization: Bearer TOKEN`"


def test_config_of_the_folder_speaks(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text('ignore = ["units"]\n')

    with serving(tmp_path) as served:
        assert served.check(text=ROAD).json["matches"] == []
        assert served.story("check", text=ROAD).json["findings"] == []


def test_story_that_breaks_off_or_comes_slowly_costs_nobody_else(server: Served) -> None:
    with socket.create_connection(("127.0.0.1", server.port)) as slow:
        slow.sendall(
            b"POST /v1/check HTTP/1.1\r\nHost: localhost\r\n"
            b"Content-Type: text/plain\r\nContent-Length: 99\r\n\r\nThe"
        )

        assert server.check(text=ROAD).status == 200
    assert server.check(text=ROAD).status == 200


def test_story_that_does_not_arrive_is_waited_for_no_longer(tmp_path: Path) -> None:
    with (
        serving(tmp_path, "--time-limit", "1") as served,
        socket.create_connection(("127.0.0.1", served.port)) as slow,
    ):
        slow.sendall(
            b"POST /v1/check HTTP/1.1\r\nHost: localhost\r\n"
            b"Content-Type: text/plain\r\nContent-Length: 99\r\n\r\nThe"
        )
        answer = slow.makefile("rb").read()

    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"The story did not arrive in 1 seconds." in answer


def test_story_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    with serving(tmp_path, "--time-limit", "1") as served:
        reply = served.story("check", text=f"{ROAD} " * 40_000)

        assert (reply.status, reply.reason) == (503, "The story was not done in 1 seconds.")
        assert served.check(text=ROAD).status == 200


def test_client_may_not_have_too_much_checked_at_once(tmp_path: Path) -> None:
    with serving(tmp_path, "--max-requests", "2") as served, ThreadPoolExecutor() as threads:
        copy = f"{ROAD} " * 5_000
        replies = [threads.submit(served.story, "check", text=copy) for _ in range(4)]
        statuses = sorted(reply.result().status for reply in replies)

        assert statuses[0] == 200
        assert statuses[-1] == 429


def test_size_of_stories_is_the_servers_choice(tmp_path: Path) -> None:
    with serving(tmp_path, "--max-file-size", "50") as served:
        assert served.ask("/v2/maxtextlength").text == "50"
        assert served.story("check", text=ROAD).reason == "Your text exceeds the limit of 50 bytes."
        assert served.check(text="a" * 30).status == 200


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--host", "0.0.0.0"], "--host 0.0.0.0: whoever asks from another machine must know a token; "),
        (["--token-file", "gone"], "--token-file: gone: No such file or directory."),
        (["--token-file", "empty"], "--token-file: empty: found nothing, expected a token."),
        (["--port", "70000"], "found `70000`, expected a port from 0 to 65535"),
        (["--allow-origin", "cms"], "found `cms`, expected an origin such as https://cms.example.org"),
        (["--style", "none"], "none"),
        (["--host", "192.0.2.1", "--token-file", "token"], "--host 192.0.2.1 --port 8081: "),
    ],
)
def test_server_that_cannot_start_says_why(
    words: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").touch()
    (tmp_path / "token").write_text("paper-boat")

    assert main(["serve", *words]) == 2
    assert said in capsys.readouterr().err
