"""Formulas: sums over what was counted in copy, as rules write them, and nothing else that could run."""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable, Mapping
from typing import Any

BINARY: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.Mod: operator.mod,
}  # fmt: skip
COMPARING: Mapping[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
    ast.Eq: operator.eq, ast.NotEq: operator.ne,
}  # fmt: skip
FUNCTIONS: Mapping[str, Callable[..., float]] = {
    "sqrt": math.sqrt, "log": math.log, "log10": math.log10, "floor": math.floor, "ceil": math.ceil,
    "abs": abs, "max": max, "min": min, "round": round, "pow": math.pow, "exp": math.exp,
}  # fmt: skip
LONGEST, DEEPEST = 1_000, 50


def evaluated(formula: str, values: Mapping[str, float]) -> float | bool:
    """Work out a formula. Raises ValueError for one that is none, or names what was not counted."""
    written = re.sub(r"!(?!=)", " not ", formula.replace("&&", " and ").replace("||", " or ")).strip()
    try:
        if len(written) > LONGEST:
            raise ValueError(f"expected at most {LONGEST:,} letters")
        found = _value(ast.parse(written, mode="eval").body, values, DEEPEST)
    except (SyntaxError, TypeError, RecursionError, MemoryError):
        raise ValueError(f"found `{formula}`, expected a formula such as `words / sentences`") from None
    except ZeroDivisionError:
        return 0.0
    except OverflowError:
        raise ValueError(f"`{formula}` comes to more than any number") from None
    return found if isinstance(found, bool) else float(found)


def names(formula: str) -> frozenset[str]:
    """Return what a formula counts."""
    words = re.findall(r"(?<![\w.])[a-z_]\w*(?:\.\w+)?", formula)
    return frozenset(
        word
        for word in words
        if word.removeprefix("math.") not in FUNCTIONS and word not in ("and", "or", "not")
    )


def _value(node: ast.expr, values: Mapping[str, float], depth: int) -> Any:
    if not depth:
        raise ValueError("a formula with so many brackets is none")
    match node:
        case ast.Constant(value=int() | float() as number):
            return number
        case ast.Name(id=name):
            if name not in values:
                raise ValueError(f"found `{name}`, expected one of {', '.join(sorted(values))}")
            return values[name]
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -_value(inner, values, depth - 1)
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            return not _value(inner, values, depth - 1)
        case ast.BinOp(left=left, op=operation, right=right) if type(operation) in BINARY:
            made = BINARY[type(operation)]
            return made(_value(left, values, depth - 1), _value(right, values, depth - 1))
        case ast.BoolOp(op=joint, values=parts):
            found = [bool(_value(part, values, depth - 1)) for part in parts]
            return all(found) if isinstance(joint, ast.And) else any(found)
        case ast.Compare(left=left, ops=[comparison], comparators=[right]):
            compare = COMPARING[type(comparison)]
            return compare(_value(left, values, depth - 1), _value(right, values, depth - 1))
        case ast.Call(func=function, args=arguments, keywords=[]):
            return _called(function, [_value(each, values, depth - 1) for each in arguments])
    raise TypeError


def _called(function: ast.expr, arguments: list[Any]) -> float:
    match function:
        case ast.Name(id=name) | ast.Attribute(value=ast.Name(id="math"), attr=name) if name in FUNCTIONS:
            return FUNCTIONS[name](*arguments)
    raise TypeError
