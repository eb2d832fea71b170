# shellcheck shell=bash
# Python with the packages of tests/requirements.txt, in a folder of its own. Read by setup.sh.

# Older ones have no numpy of the version that is pinned.
python_is_new_enough() {
  has python3 && python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'
}

# Debian has the two in packages of their own.
python_makes_environments() {
  python3 -c 'import ensurepip, venv' 2>/dev/null
}

python_packages() {
  local folder="$root/.tools/python"
  env_lines+=("export PYTHON=$(printf %q "$folder/bin/python")")
  cmp -s tests/requirements.txt "$folder/requirements.copy" && "$folder/bin/python" --version >/dev/null 2>&1 && return
  has python3 && python_makes_environments || apt python3 python3-venv ||
    die "Python cannot be had" "install Python 3.11 or newer with its venv module, and run this again"
  python_is_new_enough || die "$(python3 --version) is too old for the tests" "put Python 3.11 or newer first in PATH, and run this again"
  say "fetching the Python packages of tests/requirements.txt (some minutes)"
  python3 -m venv --clear "$folder" || die "no Python environment can be made" "look at the error above"
  "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --only-binary :all: --requirement tests/requirements.txt ||
    die "the packages of tests/requirements.txt cannot be fetched" "look at the error above; is the package index within reach?"
  cp tests/requirements.txt "$folder/requirements.copy"
}
