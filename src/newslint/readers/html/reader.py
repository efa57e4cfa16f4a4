"""The reader of HTML: a page saved from a site gives its article, any other its whole copy."""

from __future__ import annotations

from typing import ClassVar

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
from newslint.readers.front_matter.matter import around, front_matter
from newslint.readers.parts import Part, copied, guards, laid_out, without_markup
from newslint.text.directives import directives
from newslint.text.roles import blocks, headline_of

PAGE = lazy_pattern(r"(?i)<(?:!doctype|html|head|body)\b")
MISSING = "HTML is read by the package turbohtml, which is not installed; `pip install turbohtml` adds it."


class HtmlReader:
    """Reads HTML; what a page does not show, its navigation and its forms are no copy."""

    extensions: ClassVar[tuple[str, ...]] = (".html", ".htm", ".xhtml")
    comments: ClassVar[tuple[str, ...]] = (
        "<!-- newslint: ignore[{rules}] -- {reason} -->",
        "# newslint: ignore[{rules}] -- {reason}",
    )

    def read(self, source: Source, lexicon: Lexicon) -> Document:
        """Return the story, with the date, title and language that the page gives."""
        try:
            import turbohtml  # noqa: F401
        except ImportError:
            raise SourceError(source.path, MISSING) from None
        letters = source.decoded()
        matter = front_matter(letters, lexicon)
        story, meta = _story(letters, matter.end)
        parts = around(matter, story)
        text, source_map, stretches = laid_out(parts)
        roles = blocks(text, stretches, lexicon)
        headline = headline_of(text, roles)
        given = matter.meta
        return Document(
            path=source.path,
            format="html",
            source=letters,
            text=text,
            blocks=roles,
            map=source_map,
            lexicon=lexicon,
            directives=_ignores(letters, source_map, matter.end),
            meta=Meta(
                given.date or meta.date,
                headline or given.title or meta.title,
                given.language or meta.language,
                given.section or meta.section,
            ),
            reserved="<&",
            guards=guards(parts, stretches),
            left_out=matter.left_out,
            remarks=matter.remarks,
        )


def _ignores(letters: str, source_map: SourceMap, end: int) -> tuple[Directive, ...]:
    """Return the ignores; the copy starts below front matter, which has an *end*, and the head of a page."""
    from newslint.readers.html.tokens import comments

    found = comments(letters)
    if not found:
        return ()
    start = max(end, source_map.source(Span(0, 1)).start)
    return directives(without_markup(letters, copied(source_map), found), found, start=start)


def _story(letters: str, start: int) -> tuple[tuple[Part, ...], Meta]:
    """Return the blocks of the story, which begins at *start*, and what the page says of it."""
    import turbohtml

    from newslint.readers.html.article import story
    from newslint.readers.html.composition import parts
    from newslint.readers.html.metadata import metadata
    from newslint.readers.html.templates import masked

    whole = Span(max(start, int(letters.startswith("\ufeff"))), len(letters))
    letters = masked(letters)
    if not PAGE.search(letters):
        return parts(letters, whole, descriptions=True), Meta()
    page = turbohtml.parse(letters, source_locations=True, scripting=True)
    stretches, meta = story(letters, page, whole), metadata(page)
    # The tree takes more memory than all that follows.
    del page
    # A site's software describes images for itself, and often says what the caption says.
    described = stretches == (whole,)
    found = (parts(letters, stretch, descriptions=described) for stretch in stretches)
    return tuple(part for each in found for part in each), meta
