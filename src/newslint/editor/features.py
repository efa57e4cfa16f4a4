"""Features: what the server answers to each message of the protocol."""

from __future__ import annotations

from functools import partial
from typing import Any

from lsprotocol import types

from newslint.core.errors import ConfigError
from newslint.editor.actions import FIX_ALL, IGNORE, OURS, actions, ignored, workspace_edit
from newslint.editor.comparison import COMPARE, compared
from newslint.editor.diagnostics import diagnostics
from newslint.editor.hovers import hover
from newslint.editor.links import links
from newslint.editor.outline import outline
from newslint.editor.renames import NamedWord, named_word, renamed
from newslint.editor.server import EVERYWHERE, StoryServer
from newslint.editor.stories import changed, opened
from newslint.editor.words import ACCEPT, REGISTER, added

SECTION = "newslint"
WATCHED = ("**/*.{toml,csv}", "**/{accept,reject}.txt")
NO_IGNORE = "No comment in this format silences only that; `[files.…] ignore` of the config does."
ACTIONS = types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL, OURS])


def story_server() -> StoryServer:
    """Return a server that knows its features."""
    server = StoryServer()
    for name, answer, *options in (
        (types.INITIALIZED, initialized),
        (types.SHUTDOWN, shutdown),
        (types.TEXT_DOCUMENT_DID_OPEN, did_open),
        (types.TEXT_DOCUMENT_DID_CHANGE, did_change),
        (types.TEXT_DOCUMENT_DID_SAVE, did_save),
        (types.TEXT_DOCUMENT_DID_CLOSE, did_close),
        (types.WORKSPACE_DID_CHANGE_CONFIGURATION, did_change_configuration),
        (types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, did_change_workspace_folders),
        (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, did_change_watched_files),
        (types.TEXT_DOCUMENT_DIAGNOSTIC, diagnostic, types.DiagnosticOptions(False, False, SECTION)),
        (types.TEXT_DOCUMENT_CODE_ACTION, code_action, ACTIONS),
        (types.TEXT_DOCUMENT_HOVER, hovered),
        (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, document_symbol),
        (types.TEXT_DOCUMENT_DOCUMENT_LINK, document_link, types.DocumentLinkOptions(False)),
        (types.TEXT_DOCUMENT_PREPARE_RENAME, prepare_rename),
        (types.TEXT_DOCUMENT_RENAME, rename, types.RenameOptions(True)),
    ):
        server.feature(name, *options)(answer)
    server.command(IGNORE)(ignore)
    server.command(COMPARE)(compare)
    server.command(ACCEPT)(accept)
    server.command(REGISTER)(register)
    return server


async def initialized(ls: StoryServer, _: types.InitializedParams) -> None:
    """Ask for the user's settings, and to be told when a config or a register changes."""
    workspace = ls.client_capabilities.workspace
    watched = workspace and workspace.did_change_watched_files
    if watched and watched.dynamic_registration:
        watchers = [types.FileSystemWatcher(each) for each in WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        wish = types.Registration("newslint-configs", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        await ls.client_register_capability_async(types.RegistrationParams([wish]))
    await configure(ls)


async def configure(ls: StoryServer, sent: object = None) -> None:
    """Take the user's settings: asked for where the client can be asked, else as it has *sent* them."""
    workspace = ls.client_capabilities.workspace
    if not workspace or not workspace.configuration:
        ls.set({EVERYWHERE: sent.get(SECTION) if isinstance(sent, dict) else None})
        return
    folders = [each.rstrip("/") for each in ls.workspace.folders]
    items = [
        types.ConfigurationItem(scope_uri=each or None, section=SECTION) for each in (EVERYWHERE, *folders)
    ]
    sections = await ls.workspace_configuration_async(types.ConfigurationParams(items))
    ls.set(dict(zip((EVERYWHERE, *folders), sections, strict=True)))


def shutdown(ls: StoryServer, _: Any) -> None:
    """Keep what was compiled for the next start."""
    ls.windows.close()


def did_open(ls: StoryServer, params: types.DidOpenTextDocumentParams) -> None:
    """Take a story, and send its findings."""
    story = opened(params.text_document)
    ls.windows.open[story.uri] = story
    ls.soon(story.uri, rest=False)


def did_change(ls: StoryServer, params: types.DidChangeTextDocumentParams) -> None:
    """Take changes, and send the findings after a rest."""
    uri = params.text_document.uri
    if story := ls.windows.open.get(uri):
        version = params.text_document.version
        ls.windows.open[uri] = changed(story, version, params.content_changes, ls.encoding)
        ls.soon(uri, rest=True)


def did_save(ls: StoryServer, params: types.DidSaveTextDocumentParams) -> None:
    """Read configs anew when one was saved in this editor, which may not watch files."""
    if params.text_document.uri.endswith((".toml", ".csv", "/accept.txt", "/reject.txt")):
        ls.again()


def did_close(ls: StoryServer, params: types.DidCloseTextDocumentParams) -> None:
    """Forget a story, and take its findings away."""
    uri = params.text_document.uri
    ls.windows.closed(uri)
    if waiting := ls.waiting.pop(uri, None):
        waiting.cancel()
    if not ls.pulls:
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


async def did_change_workspace_folders(ls: StoryServer, _: types.DidChangeWorkspaceFoldersParams) -> None:
    """Take the settings of the folders that there are now."""
    await configure(ls)


async def did_change_configuration(ls: StoryServer, params: types.DidChangeConfigurationParams) -> None:
    """Take the user's settings, and lint anew."""
    await configure(ls, params.settings)


def did_change_watched_files(ls: StoryServer, _: types.DidChangeWatchedFilesParams) -> None:
    """Read configs, rules and registers anew."""
    ls.again()


async def diagnostic(
    ls: StoryServer, params: types.DocumentDiagnosticParams
) -> types.DocumentDiagnosticReport:
    """Return a story's findings to a client that asks for them, or that they are those of the last time."""
    result = await ls.result(params.text_document.uri)
    if result is None:
        return types.RelatedFullDocumentDiagnosticReport([])
    name = f"{result.story.version}-{id(result)}"
    if params.previous_result_id == name:
        return types.RelatedUnchangedDocumentDiagnosticReport(name)
    return types.RelatedFullDocumentDiagnosticReport(diagnostics(result), result_id=name)


async def code_action(ls: StoryServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Return what can be done about the findings of a place."""
    result = await ls.result(params.text_document.uri)
    if result is None:
        return []
    return await ls.windows.asked(partial(actions, result, params.range, params.context.only))


async def ignore(ls: StoryServer, uri: str, fingerprint: str, reason: str = "") -> None:
    """Have the client write an ignore for a finding, or say that no comment silences only that."""
    result = await ls.result(uri)
    edit = await ls.windows.asked(partial(ignored, result, fingerprint, reason)) if result else None
    if edit is None:
        ls.window_show_message(types.ShowMessageParams(types.MessageType.Warning, NO_IGNORE))
        return
    await ls.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, "Ignore a finding"))


async def accept(ls: StoryServer, uri: str, words: str) -> None:
    """Add words to those that the desk accepts."""
    await _add(ls, uri, ACCEPT, words)


async def register(ls: StoryServer, uri: str, name: str) -> None:
    """Add a name to the register of the desk."""
    await _add(ls, uri, REGISTER, name)


async def _add(ls: StoryServer, uri: str, command: str, words: str) -> None:
    """Add words to a file of the desk, say where they are, and lint anew."""
    result = await ls.result(uri)
    try:
        said = await ls.windows.asked(partial(added, result, command, words)) if result else ""
    except ConfigError as cause:
        ls.window_show_message(types.ShowMessageParams(types.MessageType.Error, str(cause)))
        return
    if said:
        ls.window_show_message(types.ShowMessageParams(types.MessageType.Info, said))
        ls.again()


async def compare(ls: StoryServer, folder: str) -> int:
    """Compare the stories below a folder as they are saved, send what is found, and count it."""
    settings, encoding = ls.settings_of(folder), ls.encoding
    sent = await ls.windows.asked(partial(compared, folder, settings, encoding))
    for uri in ls.compared - set(sent):
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
    for uri, found in sent.items():
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found))
    ls.compared = set(sent)
    return sum(map(len, sent.values()))


async def hovered(ls: StoryServer, params: types.HoverParams) -> types.Hover | None:
    """Return why a place is marked."""
    result = await ls.result(params.text_document.uri)
    return None if result is None else hover(result, params.position)


async def document_symbol(ls: StoryServer, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    """Return heads, names and quotations."""
    result = await ls.result(params.text_document.uri)
    return [] if result is None else await ls.windows.asked(partial(outline, result))


async def document_link(ls: StoryServer, params: types.DocumentLinkParams) -> list[types.DocumentLink]:
    """Return links from inline ignores to their rules."""
    result = await ls.result(params.text_document.uri)
    return [] if result is None else await ls.windows.asked(partial(links, result))


async def prepare_rename(
    ls: StoryServer, params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    """Return the word of a name that would be renamed, or nothing where no name stands."""
    result = await ls.result(params.text_document.uri)
    word = await _named(ls, params) if result else None
    if result is None or word is None:
        return None
    return types.PrepareRenamePlaceholder(result.lines.range(word.start, word.end), word.text)


async def rename(ls: StoryServer, params: types.RenameParams) -> types.WorkspaceEdit | None:
    """Return the edits that rename a word of a name wherever it is meant."""
    result = await ls.result(params.text_document.uri)
    word = await _named(ls, params) if result else None
    if result is None or word is None:
        return None
    return workspace_edit(result, renamed(result.lines, word, params.new_name))


async def _named(ls: StoryServer, params: types.PrepareRenameParams | types.RenameParams) -> NamedWord | None:
    result = await ls.result(params.text_document.uri)
    if result is None:
        return None
    return await ls.windows.asked(partial(named_word, result, params.position))
