"""Elements: HTML that is escaped as it is written, as copy never enters it but as text."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping

from newslint.plugin import lazy_pattern, visible

# Letters that HTML does not allow, or that turn the order of others round.
HIDDEN = lazy_pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

Element = ET.Element
Child = ET.Element | str | None


def element(tag: str, attributes: Mapping[str, str] | None = None, *children: Child) -> Element:
    """Make an element of its children in their order; None is no child."""
    made = ET.Element(tag, {name: _shown(value) for name, value in (attributes or {}).items()})
    for child in children:
        add(made, child)
    return made


def add(parent: Element, child: Child) -> None:
    """Put a child behind those that an element has."""
    if isinstance(child, ET.Element):
        parent.append(child)
    elif child and len(parent):
        parent[-1].tail = (parent[-1].tail or "") + _shown(child)
    elif child:
        parent.text = (parent.text or "") + _shown(child)


def written(made: Element) -> str:
    """Write an element as HTML."""
    return ET.tostring(made, encoding="unicode", method="html")


def _shown(text: str) -> str:
    return text if text.isprintable() else HIDDEN.sub(lambda match: visible(match[0]), text)
