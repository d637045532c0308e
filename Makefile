# The two commands of a newcomer are `make run` and `make test`; the others are for whoever changes what they install.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
PORT ?=
ARTICLES ?=
TESTS ?=

bin := $(VENV)/bin
pip_install := $(bin)/python -m pip install -qq --disable-pip-version-check --only-binary :all: --require-hashes
compile := $(bin)/python -m piptools compile --quiet --generate-hashes --strip-extras --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.PHONY: run test environment requirements

run: $(VENV)/.installed
	@exec $(bin)/python manage.py run --parent $$PPID $(if $(PORT),--port '$(PORT)') $(if $(ARTICLES),--articles '$(ARTICLES)')

test: $(VENV)/.installed-dev
	@exec $(bin)/python -m pytest -n auto --maxprocesses 4 $(TESTS)

environment: $(VENV)/.installed-dev

requirements: $(VENV)/.installed-dev
	$(bin)/python -m pip install --quiet --disable-pip-version-check pip-tools
	$(compile) --upgrade -o requirements.txt requirements.in
	$(compile) --upgrade -o requirements-embedded.txt requirements-embedded.in
	$(compile) --upgrade -o requirements-dev.txt requirements-dev.in

$(VENV)/.installed: requirements.txt requirements-embedded.txt | $(bin)/python
	@echo "Installing what the project needs into $(VENV) ..."
	@$(pip_install) -r requirements.txt -r requirements-embedded.txt
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	@echo "Installing what the tests need into $(VENV) ..."
	@$(pip_install) -r requirements.txt -r requirements-dev.txt
	@touch $@

$(bin)/python:
	@"$(PYTHON)" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Python 3.11 or newer with its venv and ensurepip modules is needed (Debian: python3-venv): install it, or name it as PYTHON=/path/to/python3."; exit 1; }
	@mkdir -p "$(VENV)" 2>/dev/null && test -w "$(VENV)" || \
		{ echo "$(VENV) can't be written: name a folder that can be, as VENV=~/venv, and one for the data, as TRACKER_STATE=~/state."; exit 1; }
	@"$(PYTHON)" -m venv "$(VENV)"
