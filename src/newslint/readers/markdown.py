"""Markdown: CommonMark with tables, footnotes, front matter, and the tags of the software of many sites."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import msgspec

from newslint.plugin import Document, Guard, Lexicon, Source, Span, lazy_pattern
from newslint.readers.cuts import Cuts
from newslint.readers.front_matter.matter import around, front_matter
from newslint.readers.markdown_blocks import parts
from newslint.readers.markdown_events import Event, events
from newslint.readers.markdown_html import HtmlBlocks
from newslint.readers.parts import ESCAPE, copied, guards, laid_out, without_markup
from newslint.text.directives import directives, is_directive, is_signed
from newslint.text.roles import blocks, headline_of

COMMENT = lazy_pattern(r"<!--.*?-->")
# “It rained,\” she said: before what CommonMark does not let it escape.
BACKSLASH = lazy_pattern(r"\\(?=[^\x00-\x7f\s\w])")
ESCAPABLE = "".join(sign for sign in map(chr, range(0x21, 0x7F)) if not sign.isalnum())


class MarkdownReader:
    """Reads Markdown; code and template tags are no copy, an image's description is a caption."""

    extensions: ClassVar[tuple[str, ...]] = (".md", ".markdown", ".mdx")
    comments: ClassVar[tuple[str, ...]] = (
        "<!-- newslint: ignore[{rules}] -- {reason} -->",
        "# newslint: ignore[{rules}] -- {reason}",
    )

    def read(self, source: Source, lexicon: Lexicon) -> Document:
        """Return the story, with the date, title and language that its front matter gives."""
        letters = source.decoded()
        matter = front_matter(letters, lexicon)
        start = max(matter.end, int(letters.startswith("\ufeff")))
        cuts = Cuts(letters, start, expressions=source.path.endswith(".mdx"))
        met = events(cuts.masked, start)
        # Where there may be HTML, all is gone through before it, for margins and ignores.
        kept = tuple(met) if "<" in cuts.masked else ()
        html = HtmlBlocks(cuts, kept)
        found = around(matter, tuple(parts(cuts, kept or met, html)))
        text, source_map, stretches = laid_out(found)
        roles = blocks(text, stretches, lexicon)
        headline = headline_of(text, roles)
        ignores = (*matter.ignores, *_ignores(letters, kept))
        bare = without_markup(letters, copied(source_map), ignores) if ignores else letters
        return Document(
            path=source.path,
            format="markdown",
            source=letters,
            text=text,
            blocks=roles,
            map=source_map,
            lexicon=lexicon,
            directives=directives(bare, ignores, start=matter.end),
            meta=msgspec.structs.replace(matter.meta, title=matter.meta.title or headline),
            guards=_guarded(text, guards(found, stretches)),
            left_out=(*matter.left_out, *html.unread),
            remarks=matter.remarks,
        )


def _guarded(text: str, reserved: tuple[Guard, ...]) -> tuple[Guard, ...]:
    """Add what stands behind a backslash that is shown, which would escape a sign of ASCII in its place."""
    if ESCAPE not in text:
        return reserved
    behind = (Span(match.end(), match.end() + 1) for match in BACKSLASH.finditer(text))
    own = (
        Guard(span, ESCAPABLE) for span in behind if not any(each.span.contains(span) for each in reserved)
    )
    return tuple(sorted((*reserved, *own), key=lambda guard: guard.span))


def _ignores(letters: str, events: Iterable[Event]) -> tuple[Span, ...]:
    if not is_signed(letters):
        return ()
    return tuple(
        Span(*match.span())
        for event in events
        if event.name in ("Html", "InlineHtml")
        for match in COMMENT.finditer(letters, event.start, event.end)
        if is_directive(match[0])
    )
