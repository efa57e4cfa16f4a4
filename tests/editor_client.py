"""An editor for tests: the client of pygls, talking to a real `newslint lsp`."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

PATIENCE = 60


class Editor:
    """A client that remembers what it is sent. It pulls diagnostics if it says so, else waits for them."""

    def __init__(self, client: LanguageClient) -> None:
        self.client = client
        self.published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.messages: list[str] = []
        self.registered: list[str] = []
        self.edits: list[types.WorkspaceEdit] = []

    def open(self, path: Path, text: str, *, language: str = "plaintext") -> str:
        uri = path.as_uri()
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text))
        )
        return uri

    def change(self, uri: str, version: int, *changes: types.TextDocumentContentChangeEvent) -> None:
        story = types.VersionedTextDocumentIdentifier(version, uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(story, list(changes)))

    async def found(self, uri: str, *, version: int | None = 1) -> list[types.Diagnostic]:
        """Return the diagnostics of a version of a story, as they are sent."""
        while True:
            sent = await asyncio.wait_for(self.published.get(), PATIENCE)
            if sent.uri == uri and sent.version == version:
                return list(sent.diagnostics)


@asynccontextmanager
async def editor(
    root: Path,
    *,
    capabilities: types.ClientCapabilities | None = None,
    settings: Mapping[str, Any] | None = None,
    of_folders: Mapping[str, Mapping[str, Any]] = {},
) -> AsyncIterator[Editor]:
    """Start a server for a folder, or those in it that have settings of their own, and end it properly."""
    client = LanguageClient("newslint-tests", "1")
    made = Editor(client)

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def published(params: types.PublishDiagnosticsParams) -> None:
        made.published.put_nowait(params)

    @client.feature(types.WINDOW_SHOW_MESSAGE)
    def shown(params: types.ShowMessageParams) -> None:
        made.messages.append(params.message)

    @client.feature(types.WORKSPACE_CONFIGURATION)
    def configuration(params: types.ConfigurationParams) -> list[Any]:
        own = {(root / name).as_uri(): section for name, section in of_folders.items()}
        return [own.get(item.scope_uri or "", settings) for item in params.items]

    @client.feature(types.WORKSPACE_APPLY_EDIT)
    def apply(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        made.edits.append(params.edit)
        return types.ApplyWorkspaceEditResult(applied=True)

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(params: types.RegistrationParams) -> None:
        made.registered += [each.method for each in params.registrations]

    await client.start_io(sys.executable, "-m", "newslint", "lsp", cwd=root)
    folders = [root / name for name in of_folders] or [root]
    wanted = capabilities or types.ClientCapabilities(
        workspace=types.WorkspaceClientCapabilities(configuration=settings is not None or bool(of_folders))
    )
    await client.initialize_async(
        types.InitializeParams(
            wanted,
            root_uri=root.as_uri(),
            workspace_folders=[types.WorkspaceFolder(each.as_uri(), each.name) for each in folders],
        )
    )
    client.initialized(types.InitializedParams())
    try:
        yield made
    finally:
        await client.shutdown_async(None)
        client.exit(None)
        await asyncio.wait_for(client.stop(), PATIENCE)
