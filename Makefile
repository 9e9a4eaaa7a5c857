# make run     the tables and the workbook of corpus/ in outputs/
# make test    formatting, types, layers, tests, and the accuracy measure where its data is present
# Both make their own virtual environment in .venv and need Python 3.11 or newer, nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt
NEEDED := pyproject.toml constraints.txt

.PHONY: run test score golden rules wheel clean

run: $(VENV)/run.stamp
	$(BIN)/baobiao extract corpus -o outputs

test: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q
	$(BIN)/python tests/accuracy.py

score: $(VENV)/test.stamp
	$(BIN)/python tests/accuracy.py

# The tables of corpus/ that the tests hold; their difference in git is what a change of a rule means.
golden: $(VENV)/test.stamp
	rm -rf build/golden
	$(BIN)/baobiao extract corpus -o build/golden --format csv
	cp build/golden/*.csv tests/golden/

# The pages of the draft rules in docs/rules, made from their docstrings.
rules: $(VENV)/test.stamp
	$(BIN)/python tests/test_rule_pages.py

wheel: $(VENV)/run.stamp
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps -w dist .

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/run.stamp: $(NEEDED) | $(BIN)/pip
	$(PIP) -e '.[fast]'
	@touch $@

$(VENV)/test.stamp: $(NEEDED) | $(BIN)/pip
	$(PIP) -e '.[dev]'
	@touch $@ $(VENV)/run.stamp

# On Debian the venv module lies in a package of its own; root can add it, anybody else is told how.
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "需要 Python 3.11 或更新版本；可用 make PYTHON=python3.12 指定。Python 3.11 or newer is needed." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { \
		rm -rf $(VENV); \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null \
			&& $(PYTHON) -m venv $(VENV); \
		else \
			echo "无法建立虚拟环境：请先安装 python3-venv（sudo apt-get install python3-venv）。Please install python3-venv first." >&2; \
			exit 1; \
		fi; }
