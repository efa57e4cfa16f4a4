"""Reading: a story's bytes → a document, by the reader that claims them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.core.document import Document
from newslint.core.errors import PluginError, SourceError
from newslint.core.failures import failure
from newslint.core.lexicon import Lexicon
from newslint.core.source import Source
from newslint.plugins.registry import Registry, Target


def read(
    source: Source, reader: str, registry: Registry, lexicon: Lexicon
) -> Iterator[Document | SourceError]:
    """Yield the stories of a file, mostly one, and an error for each that cannot be read as copy."""
    path = source.path
    try:
        given = _given(source, registry.readers[reader], lexicon)
        # A story is linted while this waits, which wants its letters and no more its bytes.
        del source
        for document in given:
            yield document if isinstance(document, SourceError) else _sound(document, path, reader)
    except SourceError as cause:
        yield cause
    except PluginError as cause:
        yield SourceError(path, str(cause))
    # Whoever asked wants no more stories of this file.
    except GeneratorExit:
        raise
    # A stranger's reader, or a story no reader was tried on, costs that file and no other.
    except BaseException as cause:
        yield SourceError(path, f"the reader `{reader}` failed: {failure(cause)}.")


def _given(source: Source, target: Target, lexicon: Lexicon) -> Iterable[Document | SourceError]:
    """Return what a reader makes of a file: one that has *stories* is asked for all of them."""
    if hasattr(target.loaded(), "stories"):
        found: Iterable[Document | SourceError] = target.made(offering="stories").stories(source, lexicon)
        return found
    return [target.made(offering="read").read(source, lexicon)]


def _sound(document: Document, path: str, reader: str) -> Document:
    """Return a document that findings can be placed in. Raises SourceError for any other."""
    if not isinstance(document, Document):
        found = type(document).__name__
        raise SourceError(path, f"the reader `{reader}` gave a {found}, expected a Document.")
    if reason := _flaw(document, path):
        raise SourceError(path, f"the reader `{reader}` gave a Document {reason}.")
    return document


def _flaw(document: Document, path: str) -> str:
    """Say what is wrong with a document that would have findings point elsewhere, or nothing."""
    try:
        if document.path != path and not str(document.path).startswith(f"{path}#"):
            return f"of `{document.path}`"
        if not _in_order(document):
            return "whose blocks overlap, or lie outside its text"
        if not document.map.fits(document.text, document.source):
            return "whose map leaves its text or its source"
    # What a stranger put where text, blocks or a map belong.
    except Exception as cause:
        return f"that is none: {failure(cause)}"
    return ""


def _in_order(document: Document) -> bool:
    ends = [0]
    for block in document.blocks:
        if not ends[-1] <= block.span.start <= block.span.end:
            return False
        ends.append(block.span.end)
    return ends[-1] <= len(document.text)
