"""`newslint quotes`: who said what."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from newslint.cli.options import complain, options, parser, standard_input, write
from newslint.core.document import Document
from newslint.desk import Desk
from newslint.run import documents
from newslint.text.quotes_index import Quote, quotes_index


class QuotesReport(msgspec.Struct, frozen=True):
    """The JSON object that is written."""

    schema: int
    quotes: tuple[Quote, ...]


def main(words: Sequence[str]) -> int:
    """List every quotation and reported statement with its source, cue and content."""
    made = parser("quotes", "List who said what: source, cue and content of everything reported.")
    made.add_argument("paths", metavar="PATH", nargs="+", help="files and folders; - is standard input")
    made.add_argument("--format", choices=["terminal", "json"], default="terminal")
    arguments = made.parse_args(words)
    desk = Desk(options(arguments))
    read = list(documents(desk, arguments.paths, standard_input=standard_input))
    complain(str(each) for each in read if not isinstance(each, Document))
    stories = [each for each in read if isinstance(each, Document)]
    quotes = tuple(quote for story in stories for quote in quotes_index(story))
    if arguments.format == "json":
        write(msgspec.json.format(msgspec.json.encode(QuotesReport(1, quotes)), indent=1).decode() + "\n")
    else:
        write("".join(_row(quote) for quote in quotes))
    return 2 if len(stories) < len(read) else 0


def _row(quote: Quote) -> str:
    content = " ".join(part.text for part in quote.content)
    return f"{quote.path}:{quote.content[0].start}  {quote.speaker or '?'}: {content}\n"
