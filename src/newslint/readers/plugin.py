"""The hooks through which the built-in readers come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_readers() -> dict[str, str]:
    """Return the readers by format."""
    return {
        "anpa": "newslint.readers.wire.anpa:AnpaReader",
        "docx": "newslint.readers.docx:DocxReader",
        "html": "newslint.readers.html.reader:HtmlReader",
        "iptc7901": "newslint.readers.wire.iptc7901:Iptc7901Reader",
        "markdown": "newslint.readers.markdown:MarkdownReader",
        "newsml-1": "newslint.readers.wire.newsml_1:Newsml1Reader",
        "newsml-g2": "newslint.readers.wire.newsml_g2:NewsmlG2Reader",
        "ninjs": "newslint.readers.wire.ninjs:NinjsReader",
        "nitf": "newslint.readers.wire.nitf:NitfReader",
        "odt": "newslint.readers.odt:OdtReader",
        "rtf": "newslint.readers.rtf:RtfReader",
        "text": "newslint.readers.text:TextReader",
        "wxr": "newslint.readers.wire.wxr:WxrReader",
    }
