"""The manual: a site of the guide, and of every rule, style, kind and key, as a desk has them."""
