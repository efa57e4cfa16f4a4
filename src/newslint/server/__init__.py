"""The server: newslint over HTTP, for LanguageTool's clients, for programs, and for the page in a browser."""
