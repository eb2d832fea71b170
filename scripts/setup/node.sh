# shellcheck shell=bash
# Node, and the packages of package-lock.json. Read by setup.sh.

node_is_new_enough() {
  has node && [ "$(node --version | sed 's/^v\([0-9]*\).*/\1/')" -ge 20 ]
}

node_and_packages() {
  local own="$tools/node/node_modules/node/bin"
  if ! node_is_new_enough; then
    # The distribution's Node may be older; its npm then fetches a newer one.
    has npm || apt nodejs npm || die "Node cannot be had" "install Node 20 or newer, and npm, and run this again"
    if ! node_is_new_enough; then
      [ -x "$own/node" ] || { say "fetching Node, as $(node --version) is too old"; npm install --silent --no-audit --no-fund --prefix "$tools/node" node@22; } ||
        die "a newer Node cannot be fetched" "install Node 20 or newer by hand, and run this again"
      path="$own:$path"
      PATH="$own:$PATH"
    fi
  fi
  has npm || apt npm || die "npm cannot be had" "install npm and run this again"
  cmp -s package-lock.json node_modules/.package-lock.copy && return
  say "fetching the packages of package-lock.json"
  npm ci --silent --ignore-scripts --no-audit --no-fund ||
    die "the packages of package-lock.json cannot be fetched" "look at the error above; is the registry within reach?"
  cp package-lock.json node_modules/.package-lock.copy
}
