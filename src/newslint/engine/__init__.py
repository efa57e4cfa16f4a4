"""The engine: a document and configured rules → findings, and their edits on a string."""
