"""The hooks through which the built-in readers come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_readers() -> dict[str, str]:
    """Return the readers by format."""
    return {
        "docx": "newslint.readers.docx:DocxReader",
        "html": "newslint.readers.html.reader:HtmlReader",
        "markdown": "newslint.readers.markdown:MarkdownReader",
        "odt": "newslint.readers.odt:OdtReader",
        "text": "newslint.readers.text:TextReader",
    }
