# One word for each chore. PYTHON=python3 make setup uses another interpreter.
PYTHON ?= python3
BIN := $(if $(VIRTUAL_ENV),$(VIRTUAL_ENV)/bin,.venv/bin)

.PHONY: setup test lint types evals bench docs screenshots check

setup: ## make .venv with everything that the chores need
	$(PYTHON) -m venv .venv
	.venv/bin/pip install -e '.[test]'
	.venv/bin/python tests/web/browser.py

test: ## everything that CI checks
	$(BIN)/python -m pytest

lint: ## the linter, the formatter and the layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports

types: ## the types, strictly
	$(BIN)/mypy
	$(BIN)/mypy evals benchmarks

evals: ## scores on every story, and the floors
	$(BIN)/python -m evals.run
	$(BIN)/python -m evals.answers
	$(BIN)/python -m evals.paragraphs
	$(BIN)/python -m evals.claims
	$(BIN)/python -m evals.echo

bench: ## speed and memory, written to benchmarks/RESULTS.md
	$(BIN)/python -m benchmarks.run --write

docs: ## the docs that the program writes of itself
	$(BIN)/python -m onrecord.cli.docs > docs/cli.md
	$(BIN)/python docs/readme.py

screenshots: ## the pictures of the pages in the README and docs
	$(BIN)/python -m docs.screenshots

check: lint types test ## all of it
