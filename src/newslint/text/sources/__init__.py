"""Sources: who is named as knowing, and who is not."""
