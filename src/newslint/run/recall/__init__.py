"""Recall: what stories gave when they were linted before, by what it depends on."""
