"""The cast of a story: who and what it names, and who says what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.plugin import cut
from newslint.reporters.proof.elements import Element, element
from newslint.reporters.proof.places import Place
from newslint.reporters.proof.stories import Story
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.names_index import Name
from newslint.text.speech.quotes_index import Piece, Quote

TITLES = {
    Kind.PERSON: "People",
    Kind.ORGANISATION: "Bodies",
    Kind.PLACE: "Places",
    Kind.UNKNOWN: "Other names",
}
MOST_PLACES, LONGEST_QUOTED = 12, 150
NOBODY = "Nobody named"


def cast(story: Story) -> Element | None:
    """List the names and the statements of a story."""
    if not story.sheet.names and not story.sheet.quotes:
        return None
    return element(
        "div",
        {"class": "cast"},
        _names(story) if story.sheet.names else None,
        _statements(story) if story.sheet.quotes else None,
    )


def _names(story: Story) -> Element:
    title = f"{story.key}-names"
    made = element("section", {"aria-labelledby": title}, element("h3", {"id": title}, "Who is named"))
    for kind, heading in TITLES.items():
        if names := [name for name in story.sheet.names if name.kind is kind]:
            made.append(element("h4", {}, heading))
            made.append(element("ul", {"class": "names"}, *(_name(name, story) for name in names)))
    return made


def _name(name: Name, story: Story) -> Element:
    variants = name.variants
    spelt = ", ".join(f"{each} {name.spellings[each]}" for each in variants)
    return element(
        "li",
        {"class": "varied"} if len(variants) > 1 else {},
        element("bdi", {}, name.name),
        " ",
        element("span", {"class": "places"}, *_lines(name, story)),
        element("small", {}, f"Spelt {spelt}") if len(variants) > 1 else None,
    )


def _lines(name: Name, story: Story) -> Iterator[Element | str]:
    """Yield links to the blocks that a name stands in, each called by its line."""
    blocks: dict[int, list[Place]] = {}
    for mention in name.mentions:
        for place in story.places.of(mention.start, mention.end)[:1]:
            blocks.setdefault(place.block, []).append(place)
    for block, places in list(blocks.items())[:MOST_PLACES]:
        line = str(story.sheet.lines[block])
        yield " "
        yield element("a", {**story.aimed(places), "aria-label": f"{name.name}, line {line}"}, line)
    if len(blocks) > MOST_PLACES:
        yield f" and {len(blocks) - MOST_PLACES} more"


def _statements(story: Story) -> Element:
    title = f"{story.key}-quotes"
    made = element("section", {"aria-labelledby": title}, element("h3", {"id": title}, "Who says what"))
    for source, quotes in _by_source(story.sheet.quotes).items():
        made.append(
            element("h4", {}, element("bdi", {}, source), " ", element("small", {}, str(len(quotes))))
        )
        made.append(element("ul", {"class": "quotes"}, *(_statement(story, each) for each in quotes)))
    return made


def _by_source(quotes: Iterable[Quote]) -> dict[str, list[Quote]]:
    """Gather statements by whom they resolve to, or by the words that stand for their source."""
    spelt: dict[str, str] = {}
    gathered: dict[str, list[Quote]] = {}
    for quote in quotes:
        words = _joined(quote.source)
        source = quote.speaker or (f"“{words}”" if words else NOBODY)
        gathered.setdefault(spelt.setdefault(source.casefold(), source), []).append(quote)
    return gathered


def _statement(story: Story, quote: Quote) -> Element:
    content = cut(_joined(quote.content), LONGEST_QUOTED)
    first = quote.content[0] if quote.content else None
    link = story.link(quote.path, first.start, first.end) if first else None
    cue = _joined(quote.cue)
    return element(
        "li",
        {"class": quote.kind},
        element("a", link, content) if link else content,
        " ",
        element("small", {}, ", ".join(each for each in (cue, quote.kind) if each)),
    )


def _joined(pieces: Iterable[Piece]) -> str:
    return " … ".join(" ".join(piece.text.split()) for piece in pieces)
