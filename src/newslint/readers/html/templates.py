"""Templates: the tags of a site's own software, which stand in HTML before it is any."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.plugin import Span, lazy_pattern

# {{ page.title }}, {% include share.html %}, <%= yield %>, <?php the_content() ?>, and WordPress's own
OPENER = lazy_pattern(r"\{\{|\{%|<%|<\?(?:php|=)|<!-- wp:shortcode -->")
CLOSERS = {"{{": "}}", "{%": "%}", "<%": "%>", "<!-- wp:shortcode -->": "<!-- /wp:shortcode -->"}
LONGEST = 1000
# Of the letters that have no meaning; what it stands for is set as an object.
MASK = "\uf8fd"


def masked(letters: str) -> str:
    """Return the source with a mask, which is as long, over every tag of a template."""
    if MASK in letters or not OPENER.search(letters):
        return letters
    parts, position = [], 0
    for place in _places(letters):
        parts += [letters[position : place.start], MASK * len(place)]
        position = place.end
    return "".join(parts) + letters[position:]


def _places(letters: str) -> Iterator[Span]:
    position = 0
    while match := OPENER.search(letters, position):
        start, position = match.span()
        closer = CLOSERS.get(match[0], "?>")
        end = letters.find(closer, position, position + LONGEST)
        # What reaches over a tag of HTML is the script of a page, not the template of one.
        if end >= 0 and "</" not in letters[start:end]:
            position = end + len(closer)
            yield Span(start, position)
