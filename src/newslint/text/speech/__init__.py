"""Speech: statements, their cues, and who makes them."""
