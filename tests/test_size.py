"""Functions and modules stay short enough to be read at once."""

import ast
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parents[1]
OURS = [path for folder in ("src/onrecord", "evals", "benchmarks") for path in sorted((ROOT / folder).rglob("*.py"))]
PACKAGE = [path for path in OURS if path.is_relative_to(ROOT / "src")]

MEDIAN, MOST_OF_THEM, LONGEST = 8, 40, 80  # lines of a function, from its `def` to its last
MODULE = 400


def functions(paths):
    """Where each function stands, and its lines."""
    found = {}
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                place = f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
                found[place] = node.end_lineno - node.lineno + 1
    return found


def test_half_of_the_functions_are_very_short():
    assert median(functions(PACKAGE).values()) <= MEDIAN


def test_nearly_all_functions_fit_a_screen():
    lines = functions(PACKAGE)
    assert quantiles(lines.values(), n=20)[-1] <= MOST_OF_THEM


def test_no_function_is_too_long():
    assert {place: lines for place, lines in functions(OURS).items() if lines > LONGEST} == {}


def test_no_module_is_too_long():
    long = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in OURS}
    assert {place: lines for place, lines in long.items() if lines > MODULE} == {}
