"""The one scan that views start from."""

from newslint.core.document import Block, BlockKind, Document
from newslint.core.lexicon import Lexicon, WordList
from newslint.core.source import SourceMap
from newslint.core.span import Span
from newslint.text.cues import cues

LEXICON = Lexicon(
    {
        "verbs": WordList("Verbs", ("said", "said to"), cue=True),
        "months": WordList("Months", ("Sept", "May"), cue=True),
        "quiet": WordList("Quiet", ("valley",)),
    }
)


def found(text):
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    document = Document("a.txt", "text", text, text, blocks, SourceMap.identity(len(text)), LEXICON)
    return {name: [span.cut(text) for span in spans] for name, spans in document.view(cues).items()}


def test_words_of_cue_lists_are_found_by_list():
    assert found("She SAID in May.") == {"verbs": ["SAID"], "months": ["May"]}


def test_shorter_cue_is_found_inside_a_longer_one():
    assert found("He is said to know.")["verbs"] == ["said", "said to"]


def test_part_of_a_word_is_no_cue():
    assert found("Mayor Septimus unsaid it.") == {"verbs": [], "months": []}


def test_cue_is_found_at_a_stop_and_across_an_odd_space():
    assert found("Sept. 3: said\u00a0to")["verbs"] == ["said", "said\u00a0to"]
