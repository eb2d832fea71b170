#!/usr/bin/env bash
# Installs what is missing on Debian or Ubuntu, and says what it does; a second run only looks.
# usage: scripts/setup.sh [test]     `test`: also what the tests need (browsers, age, minisign, Python ...)
#   DRAAGKRACHT_TOOLCHAIN=rustup|debian   where the compiler comes from, if not from what is there
# Writes .tools/env: the PATH and the compiler that the Makefile uses.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
tools=${XDG_CACHE_HOME:-$HOME/.cache}/draagkracht/tools
path="$root/node_modules/.bin:$tools/bin"
env_lines=()

say() { echo "set-up: $*"; }
die() { echo "set-up: $1" >&2; echo "  What to do: $2" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# Runs a command as root, where that can be done without asking.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# apt PACKAGE...: installs them, or fails. Renews the lists once.
apt() {
  has apt-get || die "this machine has no apt-get, and $* is missing" "install it by your system's own means and run this again"
  [ "$(id -u)" = 0 ] || has sudo || die "$* is missing, and only root can install it" "run once as root: apt-get install $*"
  [ -n "${lists:-}" ] || { as_root apt-get update -qq || true; lists=renewed; }
  say "installing $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# need PACKAGE COMMAND: the package, unless its command is there.
need() {
  has "$2" || missing+=("$1")
}

system_packages() {
  missing=()
  need curl curl
  need build-essential cc
  if [ "$1" = test ]; then
    need age age
    need minisign minisign
    need xz-utils xz
    need poppler-utils pdftotext
    need strace strace
    need openssl openssl
    need shellcheck shellcheck
    need pspp pspp
    need r-base-core Rscript
  fi
  [ ${#missing[@]} = 0 ] || apt ca-certificates "${missing[@]}" ||
    die "these packages cannot be had: ${missing[*]}" "look at the error above; is there a network, and is the clock right?"
}

# shellcheck source=scripts/setup/node.sh
. scripts/setup/node.sh
# shellcheck source=scripts/setup/rust.sh
. scripts/setup/rust.sh
# shellcheck source=scripts/setup/browser.sh
. scripts/setup/browser.sh
# shellcheck source=scripts/setup/nginx.sh
. scripts/setup/nginx.sh
# shellcheck source=scripts/setup/engines.sh
. scripts/setup/engines.sh
# shellcheck source=scripts/setup/python.sh
. scripts/setup/python.sh

write_env() {
  mkdir -p .tools
  env_lines+=("export PATH=$(printf %q "$path"):\$PATH")
  printf '%s\n' "${env_lines[@]}" > .tools/env
}

PATH="$PATH:/usr/sbin:$HOME/.cargo/bin"
system_packages "${1:-}"
node_and_packages
compiler
web_tools
if [ "${1:-}" = test ]; then
  browser
  nginx_server
  engines
  python_packages
fi
write_env
say "everything is there"
