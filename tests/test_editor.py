"""The language server, asked by a real client over standard input and output."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Coroutine
from pathlib import Path
from socket import socket
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from editor_client import Editor, editor
from newslint.cli import main

ROAD = "The road is 80 kilometers (60 miles) long.\n"


def run(talk: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(talk, 120))


def place(line: int, start: int, end: int) -> types.Range:
    return types.Range(types.Position(line, start), types.Position(line, end))


def test_story_is_linted_as_it_opens(tmp_path: Path) -> None:
    async def talk() -> None:
        async with editor(tmp_path) as ours:
            uri = ours.open(tmp_path / "road.txt", ROAD)

            (found,) = await ours.found(uri)

            assert found.code == "units.wrong-conversion"
            assert found.range == place(0, 27, 35)
            assert found.severity == types.DiagnosticSeverity.Error
            assert found.source == "newslint"
            assert found.message.startswith("“60 miles” does not match “80 kilometers”")

    run(talk())


def test_columns_after_an_astral_letter_are_those_agreed(tmp_path: Path) -> None:
    async def talk(encoding: types.PositionEncodingKind, start: int) -> None:
        general = types.GeneralClientCapabilities(position_encodings=[encoding])
        async with editor(tmp_path, capabilities=types.ClientCapabilities(general=general)) as ours:
            uri = ours.open(tmp_path / "road.txt", f"🚗 {ROAD}")

            (found,) = await ours.found(uri)

            assert found.range == place(0, start, start + 8)

    run(talk(types.PositionEncodingKind.Utf8, 32))
    run(talk(types.PositionEncodingKind.Utf16, 30))
    run(talk(types.PositionEncodingKind.Utf32, 29))


def test_changes_are_placed_in_what_the_one_before_left(tmp_path: Path) -> None:
    async def talk() -> None:
        async with editor(tmp_path) as ours:
            # U+2028 ends no line of the protocol.
            uri = ours.open(tmp_path / "road.txt", f"Roads\u2028of the north.\n\n{ROAD}")
            (before,) = await ours.found(uri)

            ours.change(
                uri,
                2,
                types.TextDocumentContentChangePartial(place(2, 27, 29), "50"),
                types.TextDocumentContentChangePartial(place(2, 12, 14), "800"),
            )
            (after,) = await ours.found(uri, version=2)

            assert before.range == place(2, 27, 35)
            assert after.range == place(2, 28, 36)
            assert after.message.startswith("“50 miles” does not match “800 kilometers”")

    run(talk())


def test_only_the_last_of_quick_changes_is_answered(tmp_path: Path) -> None:
    async def talk() -> None:
        async with editor(tmp_path, settings={"debounce": 400}) as ours:
            uri = ours.open(tmp_path / "road.txt", ROAD)
            await ours.found(uri)

            for version, figure in enumerate(("61", "62", "50"), start=2):
                ours.change(uri, version, types.TextDocumentContentChangePartial(place(0, 27, 29), figure))
            sent = await asyncio.wait_for(ours.published.get(), 60)

            assert (sent.version, list(sent.diagnostics)) == (4, [])
            assert ours.published.empty()

    run(talk())


def test_client_that_pulls_is_sent_nothing(tmp_path: Path) -> None:
    async def talk() -> None:
        pulling = types.TextDocumentClientCapabilities(diagnostic=types.DiagnosticClientCapabilities())
        async with editor(tmp_path, capabilities=types.ClientCapabilities(text_document=pulling)) as ours:
            uri = ours.open(tmp_path / "road.txt", ROAD)
            story = types.TextDocumentIdentifier(uri)

            first = await ours.client.text_document_diagnostic_async(types.DocumentDiagnosticParams(story))
            assert isinstance(first, types.RelatedFullDocumentDiagnosticReport)
            again = await ours.client.text_document_diagnostic_async(
                types.DocumentDiagnosticParams(story, previous_result_id=first.result_id)
            )

            assert [each.code for each in first.items] == ["units.wrong-conversion"]
            assert isinstance(again, types.RelatedUnchangedDocumentDiagnosticReport)
            assert ours.published.empty()

    run(talk())


async def _actions(ours: Editor, uri: str, where: types.Range, *only: str) -> list[types.CodeAction]:
    found = await ours.client.text_document_code_action_async(
        types.CodeActionParams(
            types.TextDocumentIdentifier(uri), where, types.CodeActionContext([], list(only) or None)
        )
    )
    return [each for each in found or [] if isinstance(each, types.CodeAction)]


def _edits(edit: types.WorkspaceEdit, uri: str) -> list[types.TextEdit]:
    assert edit.changes is not None
    return list(edit.changes[uri])


def test_every_offered_fix_is_an_action(tmp_path: Path) -> None:
    async def talk() -> None:
        async with editor(tmp_path) as ours:
            uri = ours.open(tmp_path / "road.txt", ROAD)
            await ours.found(uri)

            first, *_ = await _actions(ours, uri, place(0, 28, 28))

            assert first.title == "Change to “50 miles” (unsafe)"
            assert first.kind == types.CodeActionKind.QuickFix
            assert first.edit is not None
            assert _edits(first.edit, uri) == [types.TextEdit(place(0, 27, 35), "50 miles")]
            assert [each.code for each in first.diagnostics or []] == ["units.wrong-conversion"]

    run(talk())


def test_all_safe_fixes_are_one_action(tmp_path: Path) -> None:
    async def talk() -> None:
        async with editor(tmp_path, settings={"style": "ap"}) as ours:
            uri = ours.open(
                tmp_path / "road.txt", "The ferry left at 3:00 p.m. on Monday.\nIt came at 10 AM.\n"
            )
            await ours.found(uri)

            (mended,) = await _actions(ours, uri, place(0, 0, 0), "source.fixAll")

            assert mended.kind == "source.fixAll.newslint"
            assert mended.edit is not None
            assert _edits(mended.edit, uri) == [
                types.TextEdit(place(0, 18, 27), "3 p.m."),
                types.TextEdit(place(1, 11, 17), "10 a.m."),
            ]

    run(talk())


def test_hover_says_why(tmp_path: Path) -> None:
    async def talk() -> None:
        async with editor(tmp_path) as ours:
            uri = ours.open(tmp_path / "road.txt", ROAD)
            story = types.TextDocumentIdentifier(uri)

            there = await ours.client.text_document_hover_async(
                types.HoverParams(story, types.Position(0, 30))
            )
            beside = await ours.client.text_document_hover_async(
                types.HoverParams(story, types.Position(0, 3))
            )

            assert there is not None
            assert isinstance(there.contents, types.MarkupContent)
            assert there.contents.value.startswith("**Error** `units.wrong-conversion`\n\n“60 miles”")
            assert beside is None

    run(talk())


MEETING = """\
Anna Halvorsen, the mayor, met the union on Monday.

"We are close," Halvorsen said. Halverson will meet them again.
"""


def test_name_is_renamed_in_every_spelling(tmp_path: Path) -> None:
    async def talk() -> None:
        async with editor(tmp_path) as ours:
            uri = ours.open(tmp_path / "meeting.txt", MEETING)
            story, there = types.TextDocumentIdentifier(uri), types.Position(0, 8)

            ready = await ours.client.text_document_prepare_rename_async(
                types.PrepareRenameParams(story, there)
            )
            edit = await ours.client.text_document_rename_async(types.RenameParams(story, there, "Halvorson"))

            assert ready == types.PrepareRenamePlaceholder(place(0, 5, 14), "Halvorsen")
            assert edit is not None
            assert _edits(edit, uri) == [
                types.TextEdit(place(0, 5, 14), "Halvorson"),
                types.TextEdit(place(2, 16, 25), "Halvorson"),
                types.TextEdit(place(2, 32, 41), "Halvorson"),
            ]

    run(talk())


def test_outline_tells_who_says_what(tmp_path: Path) -> None:
    async def talk() -> None:
        async with editor(tmp_path) as ours:
            uri = ours.open(tmp_path / "meeting.md", f"# Talks near end\n\n{MEETING}", language="markdown")

            found = await ours.client.text_document_document_symbol_async(
                types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
            )

            named = {
                each.name: [child.name for child in each.children or []]
                for each in found or []
                if isinstance(each, types.DocumentSymbol)
            }
            assert named == {
                "Talks near end": [],
                "Names": ["Anna Halvorsen"],
                "Who said what": ['Anna Halvorsen: "We are close,"'],
            }

    run(talk())


def test_config_that_changes_is_read_again(tmp_path: Path) -> None:
    async def talk() -> None:
        async with editor(tmp_path) as ours:
            uri = ours.open(tmp_path / "road.txt", ROAD)
            assert len(await ours.found(uri)) == 1

            (tmp_path / "newslint.toml").write_text('ignore = ["units"]\n')
            ours.change(uri, 2, types.TextDocumentContentChangePartial(place(0, 27, 29), "61"))

            assert await ours.found(uri, version=2) == []

    run(talk())


def test_faulty_config_is_said_where_one_looks(tmp_path: Path) -> None:
    async def talk() -> None:
        (tmp_path / "newslint.toml").write_text('ignore = ["unitz"]\n')
        async with editor(tmp_path) as ours:
            uri = ours.open(tmp_path / "road.txt", ROAD)

            (found,) = await ours.found(uri)

            assert found.range == place(0, 0, 0)
            assert found.message == ("newslint.toml:1: unknown rule `unitz` (did you mean `units`?).")

    run(talk())


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"styel": "ap"}, "the editor's settings `newslint`: Object contains unknown field `styel`."),
        ({"date": "May 5"}, "newslint.date: found `May 5`, expected YYYY-MM-DD, or today."),
    ],
)
def test_wrong_settings_are_told(tmp_path: Path, settings: dict[str, str], message: str) -> None:
    async def talk() -> None:
        async with editor(tmp_path, settings=settings) as ours:
            uri = ours.open(tmp_path / "road.txt", ROAD)
            await ours.found(uri)

            assert ours.messages == [message]

    run(talk())


def test_settings_choose_what_is_shown(tmp_path: Path) -> None:
    async def talk() -> None:
        async with editor(tmp_path, settings={"ignore": ["units"], "style": "ap"}) as ours:
            uri = ours.open(tmp_path / "road.txt", ROAD)
            # The settings come after the story, mostly.
            found = await ours.found(uri)
            if found:
                found = await ours.found(uri)

            assert found == []

    run(talk())


def test_each_folder_of_the_workspace_has_its_settings(tmp_path: Path) -> None:
    async def talk() -> None:
        folders = {"home": {"ignore": ["units"]}, "abroad": {}}
        async with editor(tmp_path, of_folders=folders) as ours:
            # They come after the story, mostly; the second answer is with them.
            home = ours.open(tmp_path / "home" / "road.txt", ROAD)
            ours.change(home, 2, types.TextDocumentContentChangePartial(place(0, 27, 29), "61"))
            abroad = ours.open(tmp_path / "abroad" / "road.txt", ROAD)

            assert [each.code for each in await ours.found(abroad)] == ["units.wrong-conversion"]
            ours.change(home, 3, types.TextDocumentContentChangePartial(place(0, 27, 29), "62"))
            assert await ours.found(home, version=3) == []

    run(talk())


def test_what_the_baseline_knows_is_not_shown(tmp_path: Path) -> None:
    async def talk() -> None:
        story = tmp_path / "road.txt"
        story.write_text(ROAD, encoding="utf-8")
        (tmp_path / "newslint.toml").write_text('baseline = "known.json"\n')
        words = ["check", "--write-baseline", "known.json", "--fail-on", "never", "road.txt"]
        subprocess.run([sys.executable, "-m", "newslint", *words], cwd=tmp_path, check=True)
        async with editor(tmp_path) as ours:
            uri = ours.open(story, ROAD)
            assert await ours.found(uri) == []

            start = types.TextDocumentContentChangePartial(
                place(0, 0, 0), "The lake is 10 miles (30 kilometers) long.\n\n"
            )
            ours.change(uri, 2, start)
            assert [each.range.start.line for each in await ours.found(uri, version=2)] == [0]

    run(talk())


def test_faulty_baseline_is_said_where_one_looks(tmp_path: Path) -> None:
    async def talk() -> None:
        (tmp_path / "newslint.toml").write_text('baseline = "known.json"\n')
        async with editor(tmp_path) as ours:
            uri = ours.open(tmp_path / "road.txt", ROAD)

            (found,) = await ours.found(uri)

            assert found.message.endswith(
                "known.json: the baseline cannot be read: No such file or directory."
            )

    run(talk())


def test_closed_story_has_no_findings(tmp_path: Path) -> None:
    async def talk() -> None:
        async with editor(tmp_path) as ours:
            uri = ours.open(tmp_path / "road.txt", ROAD)
            await ours.found(uri)

            ours.client.text_document_did_close(
                types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
            )

            assert await ours.found(uri, version=None) == []

    run(talk())


def test_ignore_links_to_its_rule(tmp_path: Path) -> None:
    async def talk() -> None:
        async with editor(tmp_path) as ours:
            copy = f"[newslint: ignore[units.wrong-conversion] -- as the sign has it]\n{ROAD}"
            uri = ours.open(tmp_path / "road.txt", copy)

            found = await ours.client.text_document_document_link_async(
                types.DocumentLinkParams(types.TextDocumentIdentifier(uri))
            )

            (link,) = found or []
            assert link.range == place(0, 18, 40)
            assert str(link.target).endswith("/units/wrong-conversion.toml")

    run(talk())


def test_server_listens_on_a_port(tmp_path: Path) -> None:
    async def talk() -> None:
        with socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        words = (sys.executable, "-m", "newslint", "lsp", "--tcp", f"127.0.0.1:{port}")
        server = await asyncio.create_subprocess_exec(*words, cwd=tmp_path)
        client = LanguageClient("newslint-tests", "1")
        while True:
            try:
                await client.start_tcp("127.0.0.1", port)
                break
            except OSError:
                await asyncio.sleep(0.1)

        answer = await client.initialize_async(types.InitializeParams(types.ClientCapabilities()))
        server.terminate()
        await server.wait()

        assert answer.server_info is not None
        assert answer.server_info.name == "newslint"

    run(talk())


@pytest.mark.parametrize("address", ["2087", "127.0.0.1:", "127.0.0.1:99999", ":80"])
def test_address_without_host_or_port_is_refused(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lsp", "--tcp", address]) == 2
    expected = f"found `{address}`, expected HOST:PORT such as 127.0.0.1:2087"
    assert expected in capsys.readouterr().err


def test_server_says_what_it_misses(tmp_path: Path) -> None:
    (tmp_path / "lsprotocol.py").write_text("raise ModuleNotFoundError(name='lsprotocol')\n")
    finished = subprocess.run(
        [sys.executable, "-m", "newslint", "lsp"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        check=False,
    )

    assert finished.returncode == 2
    assert finished.stderr == (
        "newslint: `newslint lsp` wants lsprotocol, which is not installed: pip install 'newslint[lsp]'.\n"
    )


def test_ignore_is_written_by_the_server(tmp_path: Path) -> None:
    async def talk() -> None:
        async with editor(tmp_path) as ours:
            uri = ours.open(tmp_path / "road.md", ROAD, language="markdown")
            (finding,) = await ours.found(uri)

            offered = await ours.client.text_document_code_action_async(
                types.CodeActionParams(
                    types.TextDocumentIdentifier(uri), place(0, 28, 28), types.CodeActionContext([])
                )
            )
            await ours.client.workspace_execute_command_async(
                types.ExecuteCommandParams("newslint.ignore", [uri, finding.data, "as the sign has it"])
            )

            # lsprotocol 2025.0.0 takes an action that has a command for the command.
            assert [each.title for each in offered or []][-1] == "Ignore units.wrong-conversion here"

            (edit,) = ours.edits
            (put,) = _edits(edit, uri)
            assert put.range == place(0, 0, 0)
            assert put.new_text == "<!-- newslint: ignore[units.wrong-conversion] -- as the sign has it -->\n"

    run(talk())


def test_stories_of_a_folder_are_compared_when_asked(tmp_path: Path) -> None:
    async def talk() -> None:
        for name, surname in (("one", "Halvorsen"), ("two", "Halvorsen"), ("three", "Halverson")):
            copy = f"Anna {surname}, the mayor of Alesund, met the union. {surname} was pleased.\n"
            (tmp_path / f"{name}.txt").write_text(copy)
        async with editor(tmp_path) as ours:
            count = await ours.client.workspace_execute_command_async(
                types.ExecuteCommandParams("newslint.compareStories", [tmp_path.as_uri()])
            )
            uri = (tmp_path / "three.txt").as_uri()
            found = await ours.found(uri, version=None)

            assert count == 1
            assert [(each.code, each.range) for each in found] == [
                ("names.inconsistent-across-stories", place(0, 5, 14))
            ]

    run(talk())


NAMES = """\
Nishank Motwani, a researcher, spoke on Monday in Kabul about the talks.

Motwani said the talks would go on. Motwany left after an hour.
"""


def test_desk_accepts_a_word_from_the_editor(tmp_path: Path) -> None:
    async def talk() -> None:
        (tmp_path / "newslint.toml").write_text('names = "names.toml"\n')
        (tmp_path / "names.toml").write_text("# Ours.\n")
        (tmp_path / "accept.txt").write_text("# Ours.\nfoo")
        async with editor(tmp_path) as ours:
            uri = ours.open(tmp_path / "a.txt", NAMES)
            (finding,) = await ours.found(uri)
            offered = await ours.client.text_document_code_action_async(
                types.CodeActionParams(
                    types.TextDocumentIdentifier(uri), finding.range, types.CodeActionContext([])
                )
            )
            titles = [each.title for each in offered or []]
            assert "Accept “Motwany” at this desk" in titles
            assert "Add “Nishank Motwani” to the register" in titles

            for command, words in (
                ("accept", "Motwany"),
                ("accept", "Motwany"),
                ("register", "Nishank Motwani"),
            ):
                await ours.client.workspace_execute_command_async(
                    types.ExecuteCommandParams(f"newslint.{command}", [uri, words])
                )

            assert (tmp_path / "accept.txt").read_text() == "# Ours.\nfoo\nMotwany\n"
            assert (tmp_path / "names.toml").read_text() == '# Ours.\n\n[[names]]\nname = "Nishank Motwani"\n'
            assert await ours.found(uri) == []

    run(talk())


@pytest.mark.parametrize(
    ("config", "command", "words", "said"),
    [
        ("", "accept", "two\x1bwords", "found `two\\x1bwords`, expected a word or a phrase of one line."),
        ("", "accept", " # ", "found ` # `, expected a word or a phrase of one line."),
        ("", "register", "Anna Halvorsen", 'found no register; `names = "names.toml"` gives one.'),
        ('accept = "run.sh"', "accept", "word", "expected a file `….txt`, neither hidden nor a link."),
        ('names = ".x.toml"', "register", "Anna", "expected a file `….toml`, neither hidden nor a link."),
        ('accept = "../own.txt"', "accept", "word", "is outside the repository"),
        ('names = "listed.toml"', "register", "Anna Halvorsen", "listed.toml:3: broken TOML"),
    ],
)
def test_what_cannot_be_added_is_told(
    tmp_path: Path, config: str, command: str, words: str, said: str
) -> None:
    async def talk() -> None:
        desk = tmp_path / "desk"
        desk.mkdir()
        (desk / "listed.toml").write_text('names = [{ name = "Kyiv" }]\n')
        (desk / ".x.toml").write_text("")
        (desk / "run.sh").write_text("")
        (desk / "newslint.toml").write_text(config.replace("../own.txt", "run.sh") + "\n")
        async with editor(desk) as ours:
            uri = ours.open(desk / "a.txt", ROAD)
            await ours.found(uri)
            (desk / "newslint.toml").write_text(config + "\n")
            uri = ours.open(desk / "b.txt", ROAD)

            await ours.client.workspace_execute_command_async(
                types.ExecuteCommandParams(f"newslint.{command}", [uri, words])
            )

            assert said in ours.messages[-1]
            assert (desk / "run.sh").read_text() == ""

    run(talk())
