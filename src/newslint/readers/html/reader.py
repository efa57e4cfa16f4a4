"""The reader of HTML: a page saved from a site gives its article, any other its whole copy."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from newslint.plugin import (
    Directive,
    Document,
    Lexicon,
    Meta,
    Source,
    SourceError,
    SourceMap,
    Span,
    lazy_pattern,
)
from newslint.readers.front_matter import front_matter
from newslint.readers.parts import Part, laid_out
from newslint.text.directives import directives
from newslint.text.roles import blocks, headline_of

PAGE = lazy_pattern(r"(?i)<(?:!doctype|html|head|body)\b")
NO_LINE_END = lazy_pattern(r"[^\n\r]")
MISSING = "HTML is read by the package turbohtml, which is not installed; `pip install turbohtml` adds it."


class HtmlReader:
    """Reads HTML; what a page does not show, its navigation and its forms are no copy."""

    extensions: ClassVar[tuple[str, ...]] = (".html", ".htm", ".xhtml")

    def read(self, source: Source, lexicon: Lexicon) -> Document:
        """Return the story, with the date, title and language that the page gives."""
        try:
            import turbohtml  # noqa: F401
        except ImportError:
            raise SourceError(source.path, MISSING) from None
        letters = source.decoded()
        parts, meta = _story(letters)
        text, source_map, stretches = laid_out(parts)
        roles = blocks(text, stretches, lexicon)
        headline = headline_of(text, roles)
        return Document(
            path=source.path,
            format="html",
            source=letters,
            text=text,
            blocks=roles,
            map=source_map,
            lexicon=lexicon,
            directives=_ignores(letters, source_map),
            meta=msgspec.structs.replace(meta, title=headline or meta.title),
            reserved="<&",
        )


def _ignores(letters: str, source_map: SourceMap) -> tuple[Directive, ...]:
    """Return the inline ignores; a line of nothing but tags is no line of copy."""
    from newslint.readers.html.tokens import comments

    found = comments(letters)
    if not found:
        return ()
    copy = [Span(each.source, each.source + each.source_length) for each in source_map.segments]
    bare, position = [], 0
    for span in sorted((*found, *copy)):
        bare += [NO_LINE_END.sub(" ", letters[position : span.start]), span.cut(letters)]
        position = max(position, span.end)
    return directives("".join(bare) + NO_LINE_END.sub(" ", letters[position:]), found)


def _story(letters: str) -> tuple[tuple[Part, ...], Meta]:
    """Return the blocks of the story, and what the page says of it."""
    import turbohtml

    from newslint.readers.html.article import story
    from newslint.readers.html.composition import parts
    from newslint.readers.html.metadata import metadata
    from newslint.readers.html.templates import masked

    meta, start = front_matter(letters)
    whole = Span(max(start, int(letters.startswith("\ufeff"))), len(letters))
    letters = masked(letters)
    if not PAGE.search(letters):
        return parts(letters, whole, descriptions=True), meta
    page = turbohtml.parse(letters, source_locations=True, scripting=True)
    stretches = story(letters, page, whole)
    # A site's software describes images for itself, and often says what the caption says.
    described = stretches == (whole,)
    found = (parts(letters, stretch, descriptions=described) for stretch in stretches)
    of_page = metadata(page)
    meta = Meta(meta.date or of_page.date, meta.title or of_page.title, meta.language or of_page.language)
    return tuple(part for each in found for part in each), meta
