"""The matter: what of front matter is copy, and the date, title, section and language of the story."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from newslint.plugin import BlockKind, LeftOut, Lexicon, Meta, Remark, Span, lazy_pattern
from newslint.readers.front_matter.dates import reading
from newslint.readers.front_matter.entries import Entry, plain_key
from newslint.readers.front_matter.faults import LONGEST_FOUND, entries_of
from newslint.readers.front_matter.heads import Head, Notation, head_of
from newslint.readers.front_matter.marks import unmarked
from newslint.readers.parts import Part, holds_copy, kept_apart
from newslint.text.directives import is_directive

# Software makes descriptions of the first words of a story.
SHORTEST_EXCERPT, NEAR = 40, 10
LANGUAGES = ("language", "lang", "locale")
SECTIONS = ("section", "desk", "category", "categories", "sections")
BLANK = lazy_pattern(r"[ \t]*+(?:[\n\r]|\Z)")
# # newslint: ignore[units] -- as sent
COMMENT = lazy_pattern(r"(?<![^\s])#[ \t]*+newslint\b[^\n\r]*[^\s]")
# An address, a file, a figure, a switch.
NO_COPY = lazy_pattern(r"(?i)\S*[/_]\S*|\S+\.[a-z]{2,4}|true|false|null|none|yes|no|on|off|~|[\W\d_]*")
TEMPLATE = lazy_pattern(r"\{\{|\{%|<%|\$\{")


class Names(msgspec.Struct, frozen=True):
    """The keys under which copy stands, and dates, the first the best."""

    headlines: tuple[str, ...]
    standfirsts: frozenset[str]
    captions: frozenset[str]
    dates: tuple[str, ...]


class FrontMatter(msgspec.Struct, frozen=True):
    """What front matter says: copy *above* that of the story and *below* it, and where the story starts.

    Its *ignores* are the comments in it that silence rules.
    """

    meta: Meta = Meta()
    above: tuple[Part, ...] = ()
    below: tuple[Part, ...] = ()
    remarks: tuple[Remark, ...] = ()
    ignores: tuple[Span, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    end: int = 0


def front_matter(letters: str, lexicon: Lexicon) -> FrontMatter:
    """Return the front matter of a file, that of no words where it has none."""
    head = head_of(letters)
    if head is None:
        return FrontMatter()
    names = lexicon.view(_names)
    if head.notation in (Notation.KEYED, Notation.PERCENT):
        matter = _of_lines(letters, head, names)
    else:
        entries, remarks = entries_of(letters, head)
        matter = _matter(entries, names, remarks, head.end)
    place = Span(0, len(letters[: matter.end].rstrip("\n\r")))
    left_out = (LeftOut(place, "front matter"),) if matter.end else ()
    return msgspec.structs.replace(matter, ignores=_ignores(letters, head), left_out=left_out)


def around(matter: FrontMatter, story: Sequence[Part]) -> tuple[Part, ...]:
    """Set the copy of front matter round that of a *story*; what the story says as well is said once."""
    if not matter.above and not matter.below:
        return tuple(story)
    told = [_words(part) for at, part in enumerate(story) if at < NEAR or part.kind is BlockKind.CAPTION]
    blocks, text = frozenset(told), "\n".join(told)

    def is_new(part: Part) -> bool:
        words = _words(part).rstrip(".…")
        excerpt = len(words) >= SHORTEST_EXCERPT and words in text
        return not blocks.intersection((words, _words(part))) and not excerpt

    return (*filter(is_new, matter.above), *story, *filter(is_new, matter.below))


def _words(part: Part) -> str:
    return " ".join("".join(piece.text for piece in part.pieces).casefold().split())


def _names(lexicon: Lexicon) -> Names:
    headlines, standfirsts, captions, dates = (
        tuple(map(plain_key, lexicon.words(f"front-matter-{name}")))
        for name in ("headlines", "standfirsts", "captions", "dates")
    )
    return Names(headlines, frozenset(standfirsts), frozenset(captions), dates)


def _of_lines(letters: str, head: Head, names: Names) -> FrontMatter:
    """Return the front matter that lines at the head of a file make, where they give a title."""
    from newslint.readers.front_matter import in_lines

    read = in_lines.keyed if head.notation is Notation.KEYED else in_lines.percent
    entries, end = read(letters, head.body.start)
    whole = BLANK.match(letters, end) is not None
    titled = any(entry.key in names.headlines for entry in entries)
    return _matter(entries, names, (), end) if whole and titled else FrontMatter()


def _ignores(letters: str, head: Head) -> tuple[Span, ...]:
    if head.notation not in (Notation.YAML, Notation.TOML):
        return ()
    found = COMMENT.finditer(letters, head.body.start, head.body.end)
    return tuple(Span(*match.span()) for match in found if is_directive(match[0]))


def _matter(entries: Sequence[Entry], names: Names, remarks: tuple[Remark, ...], end: int) -> FrontMatter:
    top = {entry.key: entry for entry in reversed(entries) if entry.top}
    date, doubts = _date(top, names)
    titled = next((unmarked(top[key].pieces) for key in ("title", *names.headlines) if key in top), ())
    spoken, section = (
        next((top[key].text for key in keys if key in top), "") for keys in (LANGUAGES, SECTIONS)
    )
    parts = tuple(_parts(entries, names))
    return FrontMatter(
        Meta(
            date=date,
            title=" ".join("".join(piece.text for piece in titled).split()),
            language=spoken,
            section=section,
        ),
        above=tuple(part for part in parts if part.kind is not BlockKind.CAPTION),
        below=tuple(part for part in parts if part.kind is BlockKind.CAPTION),
        remarks=(*remarks, *doubts),
        end=end,
    )


def _date(top: Mapping[str, Entry], names: Names) -> tuple[datetime.date | None, tuple[Remark, ...]]:
    """Return the day that the best of the keys gives; where none does, the first doubt."""
    doubts = []
    for entry in (top[key] for key in names.dates if key in top):
        found = reading(entry.text)
        if found.date:
            return found.date, ()
        if found.fault:
            written = entry.text[:LONGEST_FOUND]
            doubts.append(Remark(entry.place, found.fault, {**found.data, "written": written}))
    return None, tuple(doubts[:1])


def _parts(entries: Sequence[Entry], names: Names) -> Iterator[Part]:
    """Yield the copy in the order of a story, whatever that of the keys; what repeats it is left out."""
    said: set[str] = set()
    for kind, entry in _copy(entries, names):
        part = Part(kind, tuple(kept_apart(unmarked(entry.pieces))), entry.reserved)
        words = _words(part)
        if words not in said and holds_copy(part):
            said.add(words)
            yield part


def _copy(entries: Sequence[Entry], names: Names) -> Iterator[tuple[BlockKind, Entry]]:
    copy = [entry for entry in entries if _is_copy(entry.text)]
    kind = BlockKind.HEADLINE
    for name in names.headlines:
        for entry in copy:
            if entry.top and entry.key == name:
                yield kind, entry
                # Another headline stands below the first.
                kind = BlockKind.STANDFIRST
    for entry in copy:
        if entry.top and entry.key in names.standfirsts:
            yield BlockKind.STANDFIRST, entry
    yield from ((BlockKind.CAPTION, entry) for entry in copy if entry.key in names.captions)


def _is_copy(value: str) -> bool:
    return NO_COPY.fullmatch(value) is None and TEMPLATE.search(value) is None
