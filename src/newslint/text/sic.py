"""The sign that a slip was copied as it stood: “[sic]”."""

from newslint.core.pattern import lazy_pattern

# "Angela Kline’s [sic] career", "it it [sic]"
SIC = lazy_pattern(r"(?:'s?)? ?[\[(]sic\b")
