# shellcheck shell=bash
# nginx with its module for files that were compressed before, for the tests. Read by setup.sh.

# The tests start servers of their own: the one that the package would run is not wanted.
nginx_server() {
  has nginx && brotli_module && return
  local was_there=yes
  has nginx || was_there=
  apt nginx libnginx-mod-http-brotli-static ||
    die "nginx cannot be had" "install nginx and libnginx-mod-http-brotli-static, and run this again"
  brotli_module || die "nginx has no module for brotli" "install libnginx-mod-http-brotli-static, and run this again"
  [ -n "$was_there" ] || not_running
}

brotli_module() {
  local modules
  modules=$(nginx -V 2>&1 | sed -n 's/.*--modules-path=\([^ ]*\).*/\1/p')
  [ -n "$modules" ] && [ -e "$modules/ngx_http_brotli_static_module.so" ]
}

not_running() {
  say "nginx is installed for the tests; its own server is stopped and stays off"
  if has systemctl; then as_root systemctl disable --now nginx >/dev/null 2>&1 || true; fi
  if has service; then as_root service nginx stop >/dev/null 2>&1 || true; fi
}
