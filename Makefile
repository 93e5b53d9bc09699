# Everything runs in .venv, from the two locks, on a bare Debian 12 with Python 3.11.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run demo test check release-check bench lock python

PORT ?= 8000
STEPWELL_HOME ?= var
WORKERS ?= 2
export PORT STEPWELL_HOME
export UV_PYTHON_DOWNLOADS = never
export PIP_DISABLE_PIP_VERSION_CHECK = 1
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD = 1

VENV := .venv
BIN := $(VENV)/bin
STAMPS := .stamps
# Put there by make, so that nothing is built or downloaded but what the lock names.
STEPWELL := $(BIN)/stepwell

help: ## Show these lines
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 15

run: $(STAMPS)/run ## Start Stepwell on 127.0.0.1:PORT (8000), keeping its data in STEPWELL_HOME (var)
	@exec $(STEPWELL) serve

demo: $(STAMPS)/run ## Fill an empty home with the cast, and print their sign-ins
	@$(STEPWELL) demo

test: $(STAMPS)/dev ## The checks, then the whole suite on SQLite and on PostgreSQL
	@sh .ci/chromium
	@$(MAKE) --no-print-directory check
	@echo "== The suite on SQLite"
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadscope --no-loadscope-reorder
	@echo "== The suite on PostgreSQL"
	@STEPWELL_TEST_DATABASE=postgresql $(BIN)/python -m pytest -n $(WORKERS) --dist loadscope --no-loadscope-reorder

check: $(STAMPS)/dev ## Style, types, import contract, templates, known-bad calls
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { echo "Run: .venv/bin/ruff format ."; exit 1; }
	@home=$$(mktemp -d) && STEPWELL_HOME=$$home $(BIN)/mypy; code=$$?; rm -rf "$$home"; exit $$code
	@PYTHONPATH=src $(BIN)/lint-imports --no-cache
	@$(BIN)/djlint --quiet --lint src
	@$(BIN)/bandit --quiet --recursive --configfile pyproject.toml src

release-check: $(STAMPS)/run ## Name the numbers and the articles that somebody needs to read at their source
	@status=0; for room in safety learning; do PYTHONPATH=src $(BIN)/python -m stepwell.own.$$room.release || status=1; done; exit $$status

bench: $(STAMPS)/dev ## Measure, and write bench/RESULTS.md
	@PYTHONPATH=src:. $(BIN)/python -m bench

lock: ## Work out the two locks again from pyproject.toml
	@sh .ci/python lock

$(STAMPS)/run: uv.lock .ci/python
	@sh .ci/python run

$(STAMPS)/dev: uv.lock uv-dev.lock .ci/python
	@sh .ci/python dev
