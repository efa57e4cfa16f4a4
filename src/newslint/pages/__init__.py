"""Pages: whether a rule's marked copy holds, and rules and styles as pages to read."""
