"""Built-in checks, one package for each family."""
