"""A plugin for newslint: a check, a rule, a reader and a reporter of a desk's own."""
