"""The desk: which files, which settings, which words: all that linting one file needs."""
