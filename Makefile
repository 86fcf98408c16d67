# Dateline's commands for a checkout. Needed: make and Python 3.11 or newer, nothing else.
# Everything is installed into .venv here; removing that folder removes it all again.

.DEFAULT_GOAL := help
PYTHON ?= python3
WORKERS ?= 2

VENV := .venv
PY := $(VENV)/bin/python
INSTALL := $(PY) -m pip install -q --disable-pip-version-check
# The stamps bear the folder's name in figures: a copied or moved checkout is set up anew.
PLACE := $(shell pwd | cksum | cut -d ' ' -f 1)
APP := $(VENV)/app-$(PLACE).stamp
DEV := $(VENV)/dev-$(PLACE).stamp
BENCH := $(VENV)/bench-$(PLACE).stamp
ONLY ?=

.PHONY: help demo test check format bench eval torture audit picture lock clean

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F '|' '{printf "%-16s%s\n", $$1, $$2}'

demo: $(APP) ## Set up and open the app on the sample briefs
	@$(VENV)/bin/dateline demo

test: $(DEV) ## Set up and run every test
	@$(PY) -m pytest -n $(WORKERS)

check: $(DEV) ## Check format, lint, types and the import contract
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy
	@$(VENV)/bin/lint-imports --no-cache

format: $(DEV) ## Format the code and mend what lint can mend
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

eval: $(BENCH) ## Score what is read, found and aligned; ONLY="layouts names" for some
	@$(PY) -m bench evals $(ONLY)

bench: $(BENCH) ## Time and weigh what is built; ONLY="ingest" for some
	@$(PY) -m bench speeds $(ONLY)

torture: $(BENCH) ## Kill, fill, tear and feed it nasty files, for long; ONLY="crashes" for some
	@$(PY) -m bench torture $(ONLY)

audit: $(DEV) ## Ask the public advisories about every pinned version; needs the network
	@$(INSTALL) pip-audit
	@$(PY) -m pip_audit -r requirements/app.txt --disable-pip --require-hashes --strict

picture: $(APP) ## Let the app draw its own pictures in docs
	@$(PY) docs/picture.py docs

# The pinned versions, for every platform and Python from 3.11 on, each with its hashes.
COMPILE = $(VENV)/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header

lock: $(DEV) ## Compile the pinned versions in requirements/ from pyproject.toml
	@$(INSTALL) uv
	@$(COMPILE) pyproject.toml -o requirements/app.txt
	@$(COMPILE) --extra all --group dev pyproject.toml -o requirements/dev.txt
	@$(COMPILE) -c requirements/dev.txt --group build -o requirements/build.txt
	@$(COMPILE) -c requirements/dev.txt --extra all --group bench pyproject.toml -o requirements/bench.txt

clean: ## Remove everything that was set up or built here
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Setting up. pip checks the hash of all it downloads. Dateline itself is installed without build
# isolation, because isolation would fetch a build backend that is not pinned; requirements/build.txt
# holds the pinned one. dev.txt holds what app.txt and build.txt do. Our own modules are compiled as
# those of installed programs are, for where Python may not keep bytecode by itself.
$(APP): requirements/app.txt requirements/build.txt pyproject.toml
	@$(make_venv)
	@echo "Setting up the app in $(VENV), once"
	@$(INSTALL) --require-hashes -r requirements/app.txt -r requirements/build.txt
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@$(PY) -m compileall -q store tui
	@echo $(PLACE) > $(VENV)/place; touch $@

$(DEV): requirements/dev.txt pyproject.toml
	@$(make_venv)
	@echo "Setting up the app and its tools in $(VENV), once"
	@$(INSTALL) --require-hashes -r requirements/dev.txt
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@$(PY) -m compileall -q store tui
	@echo $(PLACE) > $(VENV)/place; touch $@ $(APP)

# What Dateline is measured against, beside the app and its tools.
$(BENCH): requirements/bench.txt $(DEV)
	@echo "Setting up what Dateline is measured against in $(VENV), once"
	@$(INSTALL) --require-hashes -r requirements/bench.txt
	@touch $@

define make_venv
if [ -e $(VENV)/place ] && [ "$$(cat $(VENV)/place)" != "$(PLACE)" ]; then rm -rf $(VENV); fi; \
if ! $(PY) -c 'import pip' 2>/dev/null; then \
  "$(PYTHON)" -c '' 2>/dev/null || \
    { echo "No Python at '$(PYTHON)'. Install Python 3.11 or newer, or name one: make PYTHON=/path/to/python3"; exit 1; }; \
  "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
    { echo "$$("$(PYTHON)" -V) is too old: Dateline needs 3.11 or newer. Name one: make PYTHON=/path/to/python3"; exit 1; }; \
  "$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || \
    { echo "Python's venv is missing. On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }; \
  "$(PYTHON)" -m venv --clear $(VENV) || exit 1; \
fi
endef
