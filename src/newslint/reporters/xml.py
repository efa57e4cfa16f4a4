"""XML as reporters write it: attributes of which any parser is sure."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from newslint.reporting import lazy_pattern, visible

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
# XML has no place for these, escaped or not.
UNWRITABLE = lazy_pattern("[\ud800-\udfff\ufffe\uffff]")


def attributes(**values: object) -> str:
    """Write attributes, each with a space before it; those that are None are left out."""
    return "".join(f" {name}={_quoted(value)}" for name, value in values.items() if value is not None)


def _quoted(value: object) -> str:
    return quoteattr(UNWRITABLE.sub("\ufffd", visible(str(value))))
