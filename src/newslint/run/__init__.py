"""The run: paths → report, and fixes → files."""
