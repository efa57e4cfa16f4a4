"""The server: windows, the user's settings, and when findings are sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from newslint.core.errors import ConfigError
from newslint.core.version import __version__
from newslint.editor.checked import Checked
from newslint.editor.diagnostics import NAME, diagnostics
from newslint.editor.settings import EditorSettings, editor_settings
from newslint.editor.windows import Windows

EVERYWHERE = ""


class StoryProtocol(LanguageServerProtocol):
    """The protocol, but for changes of the copy, which windows keep.

    pygls 2.1.1 ends lines where the protocol does not (U+2028, form feed), and moves the places of a change
    into the line as it sees it before any handler is asked.
    """

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(
        self, params: types.DidChangeTextDocumentParams
    ) -> Iterator[tuple[Callable[..., Any], tuple[Any, ...], None]]:
        """Hand a change on as it came."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None


class StoryServer(LanguageServer):
    """A language server with its windows, and what the user has set."""

    def __init__(self) -> None:
        super().__init__(NAME, __version__, protocol_cls=StoryProtocol)
        self.windows = Windows()
        # What the user has set for each folder of the workspace, by its address, and for all else.
        self.settings: dict[str, EditorSettings] = {EVERYWHERE: EditorSettings()}
        self.compared: set[str] = set()
        self.waiting: dict[str, asyncio.Task[None]] = {}

    @property
    def encoding(self) -> str:
        """Return the units of columns, as they were agreed."""
        return self.server_capabilities.position_encoding or types.PositionEncodingKind.Utf16

    @property
    def pulls(self) -> bool:
        """Tell a client that asks for diagnostics from one that has to be sent them."""
        document = self.client_capabilities.text_document
        return document is not None and document.diagnostic is not None

    async def result(self, uri: str) -> Checked | None:
        """Return what was found in a story as it is now."""
        return await self.windows.result(uri, self.settings_of(uri), self.encoding)

    def settings_of(self, uri: str) -> EditorSettings:
        """Return the settings of the innermost folder that holds an address."""
        holding = [each for each in self.settings if each == EVERYWHERE or f"{uri}/".startswith(f"{each}/")]
        return self.settings[max(holding, key=len)]

    def set(self, sections: Mapping[str, object]) -> None:
        """Take the user's settings by folder; where they are faulty, say so and keep those before."""
        made = {}
        faults: dict[str, None] = {}
        for folder, section in sections.items():
            try:
                made[folder] = editor_settings(section)
                made[folder].options()
            except ConfigError as cause:
                made[folder] = self.settings.get(folder, self.settings[EVERYWHERE])
                faults[str(cause)] = None
        for fault in faults:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, fault))
        self.settings = made
        self.again()

    def again(self) -> None:
        """Lint all windows anew."""
        self.windows.stale()
        if self.pulls:
            workspace = self.client_capabilities.workspace
            if workspace and workspace.diagnostics and workspace.diagnostics.refresh_support:
                self.workspace_diagnostic_refresh(None)
            return
        for uri in self.windows.open:
            self.soon(uri, rest=False)

    def soon(self, uri: str, *, rest: bool) -> None:
        """Send the findings of a story, after a *rest* in which nothing more was typed."""
        if self.pulls:
            return
        if before := self.waiting.pop(uri, None):
            before.cancel()
        self.waiting[uri] = asyncio.ensure_future(self._sent(uri, rest=rest))

    async def _sent(self, uri: str, *, rest: bool) -> None:
        if rest:
            await asyncio.sleep(self.settings_of(uri).debounce / 1000)
        result = await self.result(uri)
        # Between the answer of the thread and this line nothing can have changed.
        if result is not None:
            self.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(uri, diagnostics(result), result.story.version)
            )
