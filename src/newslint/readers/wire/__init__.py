"""Readers of the formats in which agencies send stories."""
