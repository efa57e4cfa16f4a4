"""Fetching: rules of others, from a package index, an archive or git. Only `newslint sync` does it."""
