"""Markup that is no copy: template tags, shortcodes, attribute lists, HTML tags."""
