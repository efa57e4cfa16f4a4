"""Windows: the open stories of an editor, each with its last findings; what is asked is linted one by one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from newslint.editor.checked import Checked, checked
from newslint.editor.desks import Desks
from newslint.editor.settings import EditorSettings
from newslint.editor.stories import OpenStory

T = TypeVar("T")


class Windows:
    """Holds what is open. It lints in one thread, so that changes are heard meanwhile."""

    def __init__(self) -> None:
        self.desks = Desks()
        self.open: dict[str, OpenStory] = {}
        self.results: dict[str, Checked] = {}
        self.thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="newslint")

    def is_current(self, result: Checked) -> bool:
        """Tell whether a story is still in the version of a result."""
        story = self.open.get(result.story.uri)
        return story is not None and story is result.story

    def known(self, uri: str) -> Checked | None:
        """Return the result for a story as it is now, if there is one."""
        result = self.results.get(uri)
        return result if result and self.is_current(result) else None

    async def result(self, uri: str, settings: EditorSettings, encoding: str) -> Checked | None:
        """Return the result for a story as it is when it is there; None for one that is not open."""
        while story := self.open.get(uri):
            if known := self.known(uri):
                return known
            made = await self.asked(partial(checked, self.desks, story, settings, encoding))
            if self.is_current(made):
                self.results[uri] = made
        return None

    async def asked(self, question: Callable[[], T]) -> T:
        """Answer a question about copy in the thread that lints."""
        return await asyncio.get_running_loop().run_in_executor(self.thread, question)

    def stale(self) -> None:
        """Lint everything anew when it is next asked, as settings or configs have changed."""
        self.results.clear()
        self.thread.submit(self.desks.renew)

    def closed(self, uri: str) -> None:
        """Forget a story."""
        self.open.pop(uri, None)
        self.results.pop(uri, None)

    def close(self) -> None:
        """Keep what was compiled, and end the thread."""
        self.thread.submit(self.desks.close)
        self.thread.shutdown()
