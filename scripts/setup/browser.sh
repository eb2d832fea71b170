# shellcheck shell=bash
# Chromium and its driver, for the tests. Read by setup.sh.

# CHROMIUM and CHROMEDRIVER name others than the system's.
browser() {
  CHROMIUM=${CHROMIUM:-$(command -v chromium || true)}
  CHROMEDRIVER=${CHROMEDRIVER:-$(command -v chromedriver || true)}
  if ! runs "$CHROMIUM" || ! runs "$CHROMEDRIVER"; then
    distribution_browser || fetched_browser ||
      die "Chromium and its driver cannot be had" "install both of one version, set CHROMIUM and CHROMEDRIVER to their paths, and run this again"
  fi
  env_lines+=("export CHROMIUM=$(printf %q "$CHROMIUM") CHROMEDRIVER=$(printf %q "$CHROMEDRIVER")")
  [ "$CHROMIUM" = /usr/bin/chromium ] || own_webdriver
}

# webdriver.json names the system's Chromium; this copy names the other.
own_webdriver() {
  mkdir -p .tools
  sed "s|/usr/bin/chromium|$CHROMIUM|" webdriver.json > .tools/webdriver.json
  env_lines+=("export WASM_BINDGEN_TEST_WEBDRIVER_JSON=$(printf %q "$root/.tools/webdriver.json")")
}

runs() {
  [ -n "$1" ] && "$1" --version >/dev/null 2>&1
}

distribution_browser() {
  apt chromium chromium-driver || return 1
  CHROMIUM=/usr/bin/chromium CHROMEDRIVER=/usr/bin/chromedriver
  runs "$CHROMIUM" && runs "$CHROMEDRIVER"
}

# Ubuntu has Chromium as a snap only, which does not run everywhere.
fetched_browser() {
  say "fetching Chrome for testing and its driver"
  npx --no-install playwright install-deps chromium >/dev/null || return 1
  CHROMIUM=$(fetch_one chrome stable) && CHROMEDRIVER=$(fetch_one chromedriver stable) && runs "$CHROMIUM" && runs "$CHROMEDRIVER"
}

# fetch_one BROWSER CHANNEL: prints where it is.
fetch_one() {
  npx --yes @puppeteer/browsers install "$1@$2" --path "$tools/browser" --format '{{path}}'
}
