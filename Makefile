PORT ?= 8000
.PHONY: demo test check coverage bench

demo: ## a newsroom to look around in, on http://127.0.0.1:8000/
	@exec scripts/demo $(PORT)

test: ## the checks and the suite, on both databases
	@scripts/environment requirements.txt
	@scripts/test

check: ## formatting, lint, walls, types, migrations, deployment
	@scripts/environment requirements.txt
	@scripts/check

coverage: ## which lines and branches the last run of the suite reached
	@scripts/coverage

bench: ## how long a claim change, a publication, a public page and a text take
	@scripts/environment requirements.txt
	@.venv/bin/python scripts/bench.py
