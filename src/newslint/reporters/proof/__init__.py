"""The proof page: all stories as readers see them, with what was found beside the words, in one HTML file."""
