# Thin targets: the work itself lives in the programs they call.
PYTHON ?= python3
BIN := .venv/bin
SERVE ?= 1
DEMO_HOME := .policykg
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help setup demo test check generate docs acceptance bench lock clean

help: ## what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 14

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "policykg needs Python 3.11 or newer: make PYTHON=python3.12 $(MAKECMDGOALS)")'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "This Python cannot make virtual environments: install python3-venv (Debian, Ubuntu)"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/runtime: requirements/runtime.txt pyproject.toml | .venv/bin/python
	@echo "Setting up .venv (a minute or two)"
	@$(PIP) --require-hashes -r requirements/runtime.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: requirements/dev.txt .venv/runtime
	@echo "Setting up what the tests need"
	@$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

setup: .venv/runtime ## virtual environment, hashed requirements

demo: export POLICYKG_HOME := $(DEMO_HOME)
demo: .venv/runtime ## load the sample articles, print who said what, export RDF, serve (SERVE=0: do not)
	@$(BIN)/policykg ingest samples/articles
	@$(BIN)/policykg who-said --topic artificial-intelligence --limit 40
	@$(BIN)/policykg export --format turtle --output $(DEMO_HOME)/demo.ttl
	@echo "Ask it more: export POLICYKG_HOME=$$PWD/$(DEMO_HOME) PATH=$$PWD/$(BIN):\$$PATH"
	@test "$(SERVE)" = 0 || $(BIN)/policykg serve

test: .venv/dev ## all tests; a real Neo4j and a browser are used when they can be had
	$(BIN)/python -m pytest

check: .venv/dev ## ruff, mypy --strict, import-linter, generated files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m kg.generate --check

generate: .venv/dev ## rewrite what is generated from the vocabulary table
	$(BIN)/python -m kg.generate

bench: .venv/dev ## speed of each part beside its bare engine, as ratios
	$(BIN)/python -m benchmarks

acceptance: export POLICYKG_ACCEPTANCE := 1
acceptance: .venv/dev ## all documents of the shared data: any order, twice, killed in the middle
	$(BIN)/python -m pytest tests/acceptance

lock: ## rewrite the hashed requirement files (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header -o requirements/runtime.txt requirements/runtime.in pyproject.toml
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --extra dev -o requirements/dev.txt requirements/runtime.in pyproject.toml

clean: ## remove the virtual environment and the demo's graph
	rm -rf .venv $(DEMO_HOME)
