"""Front matter: what a file says of its story before the story starts, and which of it is copy."""
