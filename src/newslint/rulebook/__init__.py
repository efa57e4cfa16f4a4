"""The rule book: TOML files → rules, styles and lists, and where a fault in them stands."""
