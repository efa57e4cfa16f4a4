"""Vale's files: a `.vale.ini`, the styles and vocabularies it names, as rules and layers of newslint."""
