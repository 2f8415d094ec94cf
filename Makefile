# make run   sets everything up and does the main job on the example café
# make test  sets everything up and runs the gate that CI runs
# make quick sets everything up and runs the tests that take no time
# make help  lists the rest

SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUNS := $(VENV)/.runs
TESTS := $(VENV)/.tests
DEMO := build/demo
ASKED ?= $(MAKECMDGOALS)
# files go to whichever process is free, in an order of chance whose seed is told
# dozens of tests start programs, which take half as long where the one before left its bytecode
# what ends a process would end the next one too, as it is tried there again: the run ends with it
PYTEST := PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder \
	--max-worker-restart=0
# its Python is there, it is of this folder, and the command starts
IS_SOUND := $(BIN)/python -P -c 'import os, pip, wcafe; assert os.path.samefile(wcafe.__path__[0], "wcafe")' && \
	$(BIN)/wcafe --version
# those that go further where WCAFE_ENDURANCE=full, see tests/endurance.py
PROOFS = $(shell grep -rl --include='test_*.py' 'tests.endurance import' tests)
LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate
IS_WHOLE := $(BIN)/python packaging/is_whole.py $(VENV) 2>/dev/null
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
BEGIN_ANEW := echo "$(VENV) is not whole; it is made anew."; rm -rf $(VENV)

.PHONY: help run test quick setup format types contracts gate bench endurance pictures words lock install ready-to-run ready-to-test qt-there chromium-there postgres-there qt-libs wheel clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: install ## set up, make the example café and its printed set, then open it if there is a screen
	@rm -rf $(DEMO)
	@$(BIN)/wcafe demo $(DEMO)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname -s)" = Darwin ]; then \
		sh packaging/qt_libs.sh --if-missing && $(BIN)/wcafe $(DEMO)/demo.wcafe; fi

test: setup qt-there chromium-there postgres-there ## set up with Qt's system libraries, Chromium and PostgreSQL, then run the whole gate; COVERED=yes measures it
	@$(MAKE) --no-print-directory gate

gate: format types contracts ## the gate alone: format, lint, types, contracts, tests
	$(PYTEST) $(if $(COVERED),--cov)

quick: setup qt-there format ## set up, then form and all tests but those that are slow by their nature
	$(PYTEST) -m "not slow"

format:
	$(BIN)/ruff format --check
	$(BIN)/ruff check

types:
	$(BIN)/mypy --strict

contracts:
	$(BIN)/lint-imports

install: ## the virtual environment with what wcafe needs to run; one that is not whole is made anew
	@test ! -e $(RUNS) || { $(IS_SOUND); } >/dev/null 2>&1 || { $(BEGIN_ANEW); }
	@$(MAKE) --no-print-directory ready-to-run ASKED="$(ASKED)"

setup: ## the same with what the tests need
	@test -e $(TESTS) || test ! -e $(VENV) || $(IS_WHOLE) || { $(BEGIN_ANEW); }
	@$(MAKE) --no-print-directory install ASKED="$(ASKED)"
	@$(MAKE) --no-print-directory ready-to-test

ready-to-run: $(RUNS)
	@: # there is nothing more to say

ready-to-test: $(TESTS)
	@:

$(RUNS): requirements-run.lock pyproject.toml packaging/compile_words.py $(wildcard resources/locale/*/LC_MESSAGES/wcafe.po)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "wcafe needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 $(ASKED)"; \
		command -v $(PYTHON) >/dev/null || echo "On Debian: apt-get install python3 python3-venv"; exit 1; }
	@test ! -e $(VENV) || $(IS_WHOLE) || { $(BEGIN_ANEW); }
	@rm -f $(RUNS) # until all is there
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "No virtual environment could be made. On Debian: apt-get install python3-venv"; exit 1; }
	$(PIP) --require-hashes -r requirements-run.lock
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $(RUNS)

$(TESTS): requirements.lock
	@rm -f $(TESTS)
	$(PIP) --require-hashes -r requirements.lock
	@touch $(TESTS)

qt-there:
	@sh packaging/qt_libs.sh --if-missing

chromium-there:
	@sh packaging/chromium.sh --if-missing

postgres-there:
	@sh packaging/postgres.sh --if-missing

qt-libs: ## install the system libraries that Qt needs, on Debian and its kin
	@sh packaging/qt_libs.sh

bench: setup qt-there ## print how long the whole way and the desk take, beside their bare counterparts
	$(BIN)/python -m tests.bench.whole_way
	$(BIN)/python -m tests.bench.desk
	$(BIN)/python -m tests.bench.search
	$(BIN)/python -m tests.bench.views
	$(BIN)/python -m tests.bench.arrivals
	$(BIN)/python -m tests.bench.solver
	$(BIN)/python -m tests.bench.themes
	$(BIN)/python -m tests.bench.record
	$(BIN)/python -m tests.bench.print_set
	$(BIN)/python -m tests.bench.sheets
	$(BIN)/python -m tests.bench.typing_sheets
	$(BIN)/python -m tests.bench.shared

endurance: setup qt-there chromium-there postgres-there ## run the full forms of the proofs; an hour or more
	WCAFE_ENDURANCE=full $(PYTEST) $(PROOFS)
	$(BIN)/python -m tests.web.page.schedules 60
	$(BIN)/python -m tests.bench.phones

pictures: setup qt-there ## take pictures of every workspace and the room window into build/pictures
	$(BIN)/python -m tests.pictures

wheel: install ## build the wheel into dist/
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

words: setup ## bring the phrases of the code into the catalogues, then compile them
	@mkdir -p build
	$(BIN)/pybabel extract -F packaging/words.cfg -k N_ -k plural:1,2 --no-location --no-wrap --sort-output -o build/wcafe.pot .
	$(BIN)/pybabel update -D wcafe -d resources/locale -i build/wcafe.pot --no-wrap --no-fuzzy-matching --ignore-obsolete
	$(BIN)/python packaging/compile_words.py

lock: ## resolve the dependencies anew, for the tests and for what runs (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv: pip install uv"; exit 1; }
	$(LOCK) --group dev pyproject.toml -o requirements.lock
	$(LOCK) --group install pyproject.toml -c requirements.lock -o requirements-run.lock

clean: ## remove what was built; the virtual environment too
	rm -rf build dist $(VENV)
