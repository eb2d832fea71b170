# shellcheck shell=bash
# Firefox and WebKitGTK, each with its driver, for the tests. Read by setup.sh, after browser.sh.

geckodriver=0.37.1

# FIREFOX names another than the system's.
engines() {
  missing=()
  need xvfb Xvfb
  need webkit2gtk-driver WebKitWebDriver
  need gjs gjs
  # How gjs finds WebKit: it has no command of its own.
  compgen -G '/usr/lib/*/girepository-1.0/WebKit2-4.1.typelib' >/dev/null || missing+=(gir1.2-webkit2-4.1)
  [ ${#missing[@]} = 0 ] || apt "${missing[@]}" ||
    die "WebKitGTK cannot be had: ${missing[*]}" "use Debian 12 or newer or Ubuntu 24.04 or newer, or install these by hand, and run this again"
  FIREFOX=${FIREFOX:-$(command -v firefox-esr || true)}
  runs "$FIREFOX" || distribution_firefox || fetched_firefox ||
    die "Firefox cannot be had (as a snap it cannot be used here)" "install it from https://www.mozilla.org, set FIREFOX to its path, and run this again"
  env_lines+=("export FIREFOX=$(printf %q "$FIREFOX")")
  tool geckodriver "$geckodriver" geckodriver
}

distribution_firefox() {
  apt firefox-esr || return 1
  FIREFOX=/usr/bin/firefox-esr
  runs "$FIREFOX"
}

# Ubuntu has Firefox as a snap only, which sees no folder of a test.
fetched_firefox() {
  say "fetching Firefox ESR from Mozilla"
  npx --no-install playwright install-deps firefox >/dev/null || return 1
  FIREFOX=$(fetch_one firefox esr) && runs "$FIREFOX"
}
