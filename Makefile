PYTHON ?= python3
BIN := .venv/bin
.PHONY: run test check verify bench lock clean help

help: ## Say what there is to make
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

run: .venv/run ## Serve the portal on http://127.0.0.1:8000
	$(BIN)/python manage.py check
	$(BIN)/python manage.py runserver --noreload 127.0.0.1:8000

test: .venv/dev ## Run all tests; those of the browser are skipped where there is no Chromium
	$(BIN)/python -m pytest -q -n auto $(ARGS)

check: .venv/dev ## Lint, type-check, check the content, and score the labelled pastes
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python manage.py check
	$(BIN)/python manage.py evaluate tests/corpus --fail-under exact=0.97,wrong=0.005,culprit=0.97
	@if [ -d ../shared/corpus ]; then $(BIN)/python manage.py evaluate ../shared/corpus --fail-under wrong=0.005; \
	else echo "../shared/corpus is absent: not scored."; fi

verify: .venv/dev ## Run all snippets on every SQLAlchemy line and record it in content/verified.json
	$(BIN)/python manage.py verify

bench: .venv/dev ## Print speed as ratios measured in one run
	$(BIN)/python tests/bench.py

lock: .venv/dev ## Pin what requirements*.in ask for, with hashes
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements.in -o requirements.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements-dev.in -o requirements-dev.txt

clean: ## Remove what was made
	rm -rf .venv var .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 $(MAKECMDGOALS)")'
	$(PYTHON) -m venv .venv

.venv/run: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt .venv/run | .venv/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ .venv/run
