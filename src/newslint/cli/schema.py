"""`newslint schema`: what the desk's files and a report may hold, for editors and programs."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.cli.options import as_json, opened, options, parser, write
from newslint.desk.desk import Desk
from newslint.desk.schemas import Schema, rule_schema, style_schema, type_schema
from newslint.reporters.json import JsonReport

SUBJECTS = ("config", "rule", "style", "report")


def main(words: Sequence[str]) -> int:
    """Write the JSON Schema of a kind of file, as the desk's rules, lists and plugins have it."""
    made = parser("schema", "Write the JSON Schema of a config, a rule, a style or the JSON report.")
    made.add_argument("subject", choices=SUBJECTS, help="what is described")
    made.add_argument("--output", metavar="FILE", help="write it to a file")
    arguments = made.parse_args(words)
    schema = _schema(arguments.subject, opened(options(arguments)))
    write(as_json(schema), arguments.output)
    return 0


def _schema(subject: str, desk: Desk) -> Schema:
    match subject:
        case "rule":
            return rule_schema(desk.registry.check_classes())
        case "report":
            return type_schema(JsonReport, title="A report of newslint")
    setting = desk.here()
    title = "The config of a desk" if subject == "config" else "A house style"
    return style_schema(setting.book, setting.lexicon.lists, title=title)
