"""Views of a document, and the pure functions under them."""
