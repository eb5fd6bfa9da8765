# The explainer, in one word each:
#
#   make site    set up what is needed, check the records, build the site into site/
#   make serve   the same, live at http://127.0.0.1:8000/, rebuilt at every save
#   make check   check the records only
#   make lint    set up what is needed, check the code: its style, its types, how much of it the tests reach
#   make test    set up what is needed (a browser and a Java runtime too), run every test
#   make format  set the code as make lint wants it
#   make bench   measure
#   make lock    resolve the requirements anew, lock them with their hashes, and write text/cldr.py from Babel
#   make clean   remove what was built
#
# What is set up lives in .venv; a stamp beside it says that it is done, so that a second run installs nothing.
# pip and apt-get use whatever package sources this machine is set up for; nothing here names one.

PYTHON ?= python3
# The folder of the site; `explainer new DIR` starts another one, which make site ROOT=DIR builds.
ROOT ?= .
# Where make serve shows it; another one where this is taken.
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input
LOCKED = $(PIP) --require-hashes --only-binary :all:

# MkDocs 1.x is what is locked; its notice about 2.x is of no use to whoever builds the site.
export NO_MKDOCS_2_WARNING := 1

# Dates in the built site come from the last commit, so that two builds of one commit are equal to the byte. From a
# source archive without git there is no such date, unless the environment gives one.
ifeq ($(SOURCE_DATE_EPOCH)$(wildcard .git),.git)
SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null)
endif
ifneq ($(SOURCE_DATE_EPOCH),)
export SOURCE_DATE_EPOCH
endif

# $(call debian,packages,what for): Debian's own packages, asked for only where something is missing.
define debian
as_root=; [ "$$(id -u)" = 0 ] || as_root=sudo; \
command -v apt-get >/dev/null && { [ -z "$$as_root" ] || command -v sudo >/dev/null; } || { \
echo "This needs Debian's $(1) ($(2)). You may not install it here: ask whoever looks after this machine for" >&2; \
echo "    apt-get install --no-install-recommends $(1)" >&2; \
echo "or, without apt-get, for the same programs; then run this again." >&2; exit 1; }; \
echo "Installing Debian's $(1) ($(2))"; \
$$as_root apt-get -qq update && \
$$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 --no-install-recommends install $(1) >/dev/null
endef

.PHONY: site serve check lint style types coverage format test bench lock clean setup browser
.NOTPARALLEL:
.DEFAULT_GOAL := site

# MkDocs runs what its settings name before any plugin of it is asked, so they are checked before it opens them.
SETTINGS = $(BIN)/explainer check --settings --root
MKDOCS = $(BIN)/explainer mkdocs --root "$(ROOT)"

# Never with -q: a quiet MkDocs swallows the warnings that --strict is there to count.
site: $(VENV)/.site-stamp
	@$(MKDOCS) build --strict

serve: $(VENV)/.site-stamp
	@$(MKDOCS) serve -a 127.0.0.1:$(PORT)

check: $(VENV)/.site-stamp
	@$(BIN)/explainer check --root "$(ROOT)"

lint: style types coverage

style: $(VENV)/.lint-stamp
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

types: $(VENV)/.lint-stamp
	@$(BIN)/mypy

# What the tests reach, by those of them that are quick and take the same way each time: none with the site, a browser
# or drawn input, and of the files those that reach much in little time. The floor is in pyproject.toml. make test itself
# does not count: counting takes two thirds more time, which is more over all of it than these few once again, and it
# holds tests of time.
COUNTED = rules roles published hostile commands draft numbers passages mkdocs_yml schema render search kinds golden everything pictures cards answers theme review one_build counts givers meant second_hand denials dates_told told_years follows across copied time_clauses removed wrong_speakers
coverage: $(VENV)/.lint-stamp
	@$(BIN)/coverage run -m pytest -q -m "not site and not browser and not slow and not engines and not hypothesis" \
		$(COUNTED:%=tests/test_%.py)
	@$(BIN)/coverage report

format: $(VENV)/.lint-stamp
	@$(BIN)/ruff check --fix --exit-zero .
	@$(BIN)/ruff format .

# In two processes, each of which takes a file of tests after another, the quick ones first.
test: browser
	@$(SETTINGS) .
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

bench: browser
	@$(SETTINGS) .
	@$(BIN)/python bench/bench.py

# The newest releases that are at least a week old: most bad releases are found and withdrawn sooner than that. One
# version of each package for every Python from 3.11 on (--fork-strategy fewest), or two machines would build two sites.
# The header that the locks carry names the two options that Dependabot reads there.
COMPILE = $(BIN)/uv pip compile --quiet --upgrade --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --only-binary :all: --exclude-newer "7 days" --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock (uv pip compile --universal --python-version 3.11)"

lock: $(VENV)/.lock-stamp $(VENV)/.site-stamp
	@$(COMPILE) requirements/site.in -o requirements/site.txt
	@$(COMPILE) requirements/test.in -o requirements/test.txt
	@$(COMPILE) requirements/lint.in -o requirements/lint.txt
	@$(COMPILE) requirements/lock.in -o requirements/lock.txt
	@$(BIN)/python requirements/cldr.py

clean:
	@rm -rf site .site.* .pytest_cache .hypothesis .mypy_cache .ruff_cache .coverage
	@find build -mindepth 1 ! -path build/docs ! -path build/docs/.gitkeep -delete
	@find scripts tests bench -name __pycache__ -prune -exec rm -rf {} +

setup: $(VENV)/.site-stamp

# pip compiles what it installs, but not what stays where it is, and Python may be told to leave no bytecode.
$(VENV)/.site-stamp: requirements/site.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { $(call debian,python3-venv,for the virtual environment); }
	@test -x $(BIN)/pip || $(PYTHON) -m venv --clear $(VENV)
	@echo "Installing the locked requirements of the site into $(VENV)"
	@$(LOCKED) -r requirements/site.txt
	@$(PIP) --no-deps --no-build-isolation --editable . --config-settings editable_mode=compat
	@$(BIN)/python -m compileall -q scripts/explainer
	@touch $@

$(VENV)/.test-stamp: requirements/test.txt $(VENV)/.site-stamp
	@echo "Installing the locked requirements of the tests into $(VENV)"
	@$(LOCKED) -r requirements/test.txt
	@touch $@

$(VENV)/.lint-stamp: requirements/lint.txt $(VENV)/.test-stamp
	@echo "Installing the locked tools that check the code into $(VENV)"
	@$(LOCKED) -r requirements/lint.txt
	@touch $@

$(VENV)/.lock-stamp: requirements/lock.txt $(VENV)/.site-stamp
	@$(LOCKED) -r requirements/lock.txt
	@touch $@

# The browser's names are those of tests/conftest.py; the shell without a window takes half the time. The Java runtime is for the Nu HTML checker, and libatomic1 for
# the program inside Playwright that drives the browser, which bare Debian cannot start without it.
browser: $(VENV)/.test-stamp
	@missing=; \
	command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || command -v chromium-browser >/dev/null || \
	command -v google-chrome >/dev/null || missing="chromium-headless-shell fonts-dejavu-core"; \
	command -v java >/dev/null || missing="$$missing default-jre-headless"; \
	$(BIN)/playwright --version >/dev/null 2>&1 || missing="$$missing libatomic1"; \
	test -z "$$missing" || { $(call debian,$$missing,for the tests in a browser and of the HTML); }
