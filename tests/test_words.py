"""Where each word of a text stands."""

from newslint.core.document import Block, BlockKind, Document
from newslint.core.lexicon import Lexicon
from newslint.core.source import SourceMap
from newslint.core.span import Span
from newslint.text.words import words


def places(text):
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    document = Document("a.txt", "text", text, text, blocks, SourceMap.identity(len(text)), Lexicon({}))
    return {word: list(starts) for word, starts in document.view(words).items()}


def test_word_is_found_in_any_case_wherever_it_stands():
    assert places("Rain fell. The rain stopped.") == {
        "rain": [0, 15],
        "fell": [5],
        "the": [11],
        "stopped": [20],
    }


def test_words_of_a_text_of_many_lines_keep_their_places():
    found = places("Rain fell.\n" * 9000)

    assert found == {"rain": list(range(0, 99_000, 11)), "fell": list(range(5, 99_000, 11))}


def test_words_of_one_endless_line_keep_their_places():
    assert places("Rain fell. " * 9000)["fell"] == list(range(5, 99_000, 11))
