"""The shape of the program, as far as ruff and import-linter do not hold it: short modules and functions."""

from __future__ import annotations

import ast
from pathlib import Path

import newslint

SOURCES = sorted(Path(newslint.__file__).parent.rglob("*.py"))
MOST_LINES_A_MODULE, MOST_LINES_A_FUNCTION = 300, 40


def test_modules_are_short():
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}

    assert [name for name, length in lengths.items() if length > MOST_LINES_A_MODULE] == []


def test_functions_are_short():
    functions = [
        (path.name, node)
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.FunctionDef)
    ]

    long = [(name, node.name) for name, node in functions if _lines(node) > MOST_LINES_A_FUNCTION]
    assert long == []


def test_modules_say_what_they_are():
    assert [path for path in SOURCES if ast.get_docstring(ast.parse(path.read_bytes())) is None] == []


def _lines(function: ast.FunctionDef) -> int:
    """Count the lines of a function, its docstring left out."""
    said = ast.get_docstring(function, clean=False)
    return (function.end_lineno or 0) - function.lineno + 1 - (said.count("\n") + 1 if said else 0)
