"""The plain types everything else is made of."""
