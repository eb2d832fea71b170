# `make serve` shows the app with a demo organisation; `make test` runs everything. Both install what is missing first.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.NOTPARALLEL:
.PHONY: help serve test bench setup setup-test demo build cli lint native wasm budget deploy e2e pictures engines clean

in := . .tools/env &&
port ?= 8080
wasm32 := --target wasm32-unknown-unknown
# What is shipped names no folder of the machine it was built on.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS := --remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src=crates --remap-path-prefix=$(or $(RUSTUP_HOME),$(HOME)/.rustup)/toolchains=rust --remap-path-prefix=$(CURDIR)=.
web_tests := $(if $(wildcard tests/web),--test web)

help:
	@echo "make serve            the app at http://127.0.0.1:$(port)/, with a demo organisation (port=N for another port)"
	@echo "make test             every check and test"
	@echo "make bench [PEERS=DIR]  the benchmark, alone or beside other form programs"
	@echo "make pictures         the pictures of docs/handleiding, from the app that was built"
	@echo "make build lint native wasm budget deploy e2e engines clean   parts of these"

serve: setup build demo
	@$(in) node scripts/serve.mjs --port $(port) --overlay demo/site \
	  --note "A bundle that you exported opens with:" \
	  --note "  target/release/draagkracht open --identity demo/keys/organisation.key ~/Downloads/<bundle-id>.age"

test: setup-test lint native build budget wasm deploy e2e engines
	@echo "make test: everything passed"

bench: setup-test build cli
	$(in) PEERS="$(PEERS)" node bench/run.mjs
	$(in) node bench/desk.mjs
	$(in) node bench/receiving.mjs
	$(in) node bench/lighthouse.mjs

setup:
	@scripts/setup.sh

setup-test:
	@scripts/setup.sh test

# Only what may be seen is served: demo/site. The keys lie beside it.
demo: cli demo/site/config.json

demo/site/config.json:
	$(in) target/release/draagkracht keygen --out demo/keys
	mkdir -p demo/site && cp demo/keys/config.json $@

cli:
	$(in) cargo build --quiet --release -p draagkracht

build:
	$(in) trunk build --release

lint:
	$(in) cargo fmt --all --check
	$(in) cargo clippy --workspace --all-targets -- -D warnings
	$(in) cargo clippy $(wasm32) -p draagkracht-app -p draagkracht-worker --lib --bins $(web_tests) -- -D warnings
	shellcheck -xa scripts/setup.sh .ci/run
	$(in) git ls-files -z '*.mjs' 'public/*.js' | xargs -0 -n 1 node --check

native:
	$(in) cargo test --workspace

# In Chromium: what needs IndexedDB or a browser's keys.
wasm:
	$(if $(web_tests),$(in) CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner cargo test $(wasm32) -p draagkracht-app $(web_tests))

budget:
	$(in) node scripts/budget.mjs

# The built site and its drop box, by nginx as docs/deploy has it.
deploy: cli
	$(in) node --test tests/deploy/*.test.mjs

e2e: cli
	$(in) playwright test --config tests/e2e/playwright.config.mjs

# Makes the pictures of docs/handleiding anew, from dist; `make e2e` says when one shows a screen that is no longer so.
pictures:
	$(in) PICTURES=1 playwright test --config tests/e2e/playwright.config.mjs pictures --project phone

# In Firefox and in WebKitGTK.
engines: cli
	$(in) node --test --test-reporter spec tests/engines/*.test.mjs

clean:
	rm -rf target dist test-results
