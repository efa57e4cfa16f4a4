"""Plugins: the hooks they answer, and the registry of what they bring."""
