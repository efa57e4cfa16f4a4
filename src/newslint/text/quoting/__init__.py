"""Quoting: quotation marks, and what stands between them."""
