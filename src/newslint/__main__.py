"""`python -m newslint` does what `newslint` does."""

from __future__ import annotations

from newslint.cli import entry

if __name__ == "__main__":
    entry()
