"""The archive: any number of stories, linted and compared without being held in memory together."""
