"""A plugin for newslint: a check, a rule and a reporter of a desk's own."""
