PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Where tools of the environment stand, for programs that run in another folder.
TOOLS := $(abspath $(BIN))
WEB := generator/starterspad/web
TESTS := $(VENV)/.test tests/node/node_modules/.package-lock.json
WITH_BROWSER = PORTAL_BROWSER="$$($(BIN)/python tools/find_browser.py)" && export PORTAL_BROWSER &&
PYTEST := $(BIN)/python -m pytest -n auto --dist worksteal

# Browsers of their own are started by `make engines`; a real city's pages have runs of their own.
APART := tests/browser/engines tests/browser/journeys/test_city.py

.PHONY: help serve site check test all-tests lint unit journeys sweep engines office city types tables wheel wheel-check nightly-short nightly fuzz bench bench-large bench-proof sheet first-plans lighthouse lock clean

help: ## What can be made here
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(VENV)/.run schemas/ids.json ## Build the site, serve it at http://127.0.0.1:8000/ and rebuild on change
	@$(BIN)/portal serve

site: $(VENV)/.run ## Build the site into site/
	@$(BIN)/portal build

check: $(VENV)/.run schemas/ids.json ## Check the content
	@$(BIN)/portal check --prove

# Side by side: types and the content are judged on one processor, while the tests take all there are.
test: $(TESTS) ## Lint, types, content and the tests, browsers too (CI asks nightly-short besides)
	@$(MAKE) --no-print-directory --jobs=2 lint all-tests

# What takes long for how seldom it falls has the mark `night`: CI asks it on every change, by `make nightly-short`.
all-tests: $(TESTS)
	$(WITH_BROWSER) $(PYTEST) $(patsubst %,--ignore %,$(APART)) -m "not night"

lint: $(TESTS) ## Lint, types of Python and JavaScript, styles, and the content
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/node tests/node/node_modules/typescript/bin/tsc -p tests/node/tsconfig.json
	$(BIN)/node tests/node/node_modules/@biomejs/biome/bin/biome check --error-on-warnings
	$(BIN)/portal check

unit: $(TESTS) ## Every test that needs no browser
	$(PYTEST) --ignore tests/browser

journeys: $(TESTS) ## Whole journeys in a browser
	$(WITH_BROWSER) $(PYTEST) tests/browser/journeys

sweep: $(TESTS) ## Every kind of page in a browser, in each language, narrow and wide
	$(WITH_BROWSER) $(PYTEST) tests/browser/sweep

city: check $(VENV)/.test ## What holds for any city: its checks, its plans, its pages in a browser
	PORTAL_BROWSER="$$($(BIN)/python tools/find_browser.py)" $(BIN)/python -m pytest tests/city tests/repository/test_tracked_files.py tests/browser/journeys/test_city.py

types: $(VENV)/.run ## Write the browser's types and constants that follow from Python
	@$(BIN)/python -m tools.write_types

office: $(TESTS) ## LibreOffice opens the files for a lender and works them out (apt install libreoffice-calc-nogui libreoffice-writer-nogui)
	@if office="$$(command -v soffice)"; then PORTAL_OFFICE="$$office" $(PYTEST) tests/office; \
		else echo "NOT TRIED: LibreOffice is not installed. On Debian and Ubuntu: sudo apt install libreoffice-calc-nogui libreoffice-writer-nogui"; fi

wheel: $(VENV)/.run ## Build the package into build/wheel/
	@$(BIN)/python -m tools.build_wheel

wheel-check: $(VENV)/.run ## Build the package, and a city with it in an empty environment, without this clone
	@$(BIN)/python -m tools.check_wheel

# What people do most is written once for every engine, in tests/browser/engines; their browsers are killed there too,
# to see what was kept. More of the journeys run in Firefox, whose driver knows no clock that stands still, no downloads
# and no network that is off: these need none of it, but for those with the mark `chromium`. WebKit shows its window on
# a screen that Xvfb pretends. What an engine needs is installed where that may be; else a line says how, and it is left
# out. Every kind of page is looked at in Chromium by `make sweep`.
IN_FIREFOX := $(patsubst %,tests/browser/journeys/test_%.py,journey directory risks doors notices)
ENGINES := tests/browser/engines
WITH_ENGINE = if path="$$($(BIN)/python tools/find_browser.py $(1))"; then export PORTAL_BROWSER="$$path"; $(2); fi
KILLS := 1
engines: $(TESTS) ## What people do most in Chromium, Firefox and WebKit, and what a killed browser kept
	export PORTAL_KILLS=$(KILLS) && $(call WITH_ENGINE,chromium,$(PYTEST) $(ENGINES) --ignore $(ENGINES)/test_every_page.py)
	export PORTAL_KILLS=$(KILLS) && $(call WITH_ENGINE,firefox,$(PYTEST) $(ENGINES) $(IN_FIREFOX) -m "not chromium")
	$(call WITH_ENGINE,webkit,xvfb-run --auto-servernum $(PYTEST) $(ENGINES) --ignore $(ENGINES)/test_kills.py)

nightly-short: wheel-check engines office ## Every random trial in full, other engines, Ghent's pages, the wheel alone (half an hour at most)
	export PORTAL_SITE=ghent && $(WITH_BROWSER) $(PYTEST) tests/browser/sweep tests/browser/journeys/test_city.py
	$(WITH_BROWSER) $(PYTEST) $(patsubst %,--ignore %,$(APART)) -m "night and not random"
	export PORTAL_TRIALS=20 && $(WITH_BROWSER) $(PYTEST) -m random
	$(BIN)/python -m tools.hostile_trials 2000

nightly: KILLS := 5
nightly: engines office fuzz ## Fifty times as many: 100,000 random people and hostile inputs, 10,000 addresses, 240 kills an engine, and fuzz
	export PORTAL_KILLS=$(KILLS) && $(call WITH_ENGINE,webkit,xvfb-run --auto-servernum $(PYTEST) $(ENGINES)/test_kills.py)
	export PORTAL_TRIALS=1000 && $(WITH_BROWSER) $(PYTEST) -m random
	$(BIN)/python -m tools.hostile_trials 100000
	$(BIN)/python -m tools.hostile_links 10000

FUZZ_SECONDS := 300
fuzz: $(TESTS) ## Look ten minutes for inputs that crash the readers of partner files and of messages (Linux, atheris)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-fuzz.txt
	$(BIN)/python -m tools.fuzz partner $(FUZZ_SECONDS)
	$(BIN)/python -m tools.fuzz message $(FUZZ_SECONDS)

bench: $(VENV)/.bench ## Measure builds beside Hugo's, saved files, a slow phone and free hosts (20 minutes; docs/measuring.md)
	$(WITH_BROWSER) $(BIN)/python -m tools.bench

bench-large: $(VENV)/.bench ## The same once, and with 10,000 partners
	$(WITH_BROWSER) $(BIN)/python -m tools.bench --sizes 300 1000 3000 10000 --rounds 1

bench-proof: $(VENV)/.run ## Measure the proof: of this instance, and of synthetic ones that grow
	@$(BIN)/python tools/bench_proof.py

sheet: $(VENV)/.test ## Take pictures of every kind of page into build/sheet/, to look at
	PORTAL_BROWSER="$$($(BIN)/python tools/find_browser.py)" $(BIN)/python -m tools.page_pictures

first-plans: $(VENV)/.test ## Print what a phone shows of each persona's first plan: its height, who helps, by which way
	PORTAL_BROWSER="$$($(BIN)/python tools/find_browser.py)" $(BIN)/python -m tools.first_plans

lighthouse: $(VENV)/.test tools/lighthouse/node_modules/.package-lock.json ## Print Lighthouse's scores of the main pages
	PORTAL_BROWSER="$$($(BIN)/python tools/find_browser.py)" PATH="$(TOOLS):$$PATH" $(BIN)/python tools/lighthouse.py

tables: $(VENV)/.run ## Write the tables of docs/content.md anew from the models
	@$(BIN)/python -m tools.content_tables

lock: ## Pin the requirements anew, with hashes, for every Python and platform (needs uv)
	uv pip compile pyproject.toml --extra build --universal --generate-hashes --python-version 3.11 --upgrade --custom-compile-command "make lock" -o requirements.txt
	uv pip compile pyproject.toml --extra build --extra test --universal --generate-hashes --python-version 3.11 --upgrade --custom-compile-command "make lock" -o requirements-test.txt
	uv pip compile pyproject.toml --extra build --extra test --extra fuzz --universal --generate-hashes --python-version 3.11 --constraints requirements-test.txt --custom-compile-command "make lock" -o requirements-fuzz.txt
	uv pip compile pyproject.toml --extra build --extra test --extra bench --universal --generate-hashes --python-version 3.11 --constraints requirements-test.txt --custom-compile-command "make lock" -o requirements-bench.txt

clean: ## Remove everything that was made
	rm -rf $(VENV) site build schemas/ids.json generator/*.egg-info $(WEB)/node_modules tests/node/node_modules tools/lighthouse/node_modules
	rm -rf .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -prune -exec rm -rf {} +

# The virtual environment. What a system leaves out of Python is named, so that nobody has to guess.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Python 3.11 or newer is needed ($(PYTHON) is older or missing)."; \
		echo "Name another one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Python's venv module is missing. On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.packages: requirements.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# All that a build needs: the packages of Python, Node among them, and with it those of the browser's program.
$(VENV)/.run: $(VENV)/.packages $(WEB)/node_modules/.package-lock.json
	@touch $@

$(VENV)/.test: requirements-test.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@

$(VENV)/.bench: requirements-bench.txt $(TESTS)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt
	@touch $@

# What an editor must know of this instance; git passes over it. `portal generate` writes it anew.
schemas/ids.json: | $(VENV)/.run
	@$(BIN)/portal generate --editor

# No package runs anything while it is installed.
%/node_modules/.package-lock.json: %/package-lock.json $(VENV)/.packages
	cd $(@D)/.. && PATH="$(TOOLS):$$PATH" npm ci --silent --no-audit --no-fund --ignore-scripts
	@touch $@
