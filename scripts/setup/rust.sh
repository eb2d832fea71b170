# shellcheck shell=bash
# The compiler with its wasm32 target, and the tools that are built with it. Read by setup.sh.

target=wasm32-unknown-unknown
minimum=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
trunk=$(sed -n 's/^trunk-version = "^\(.*\)"/\1/p' Trunk.toml)
wasm_bindgen=$(sed -n 's/^wasm_bindgen = "\(.*\)"/\1/p' Trunk.toml)

compiler() {
  case ${DRAAGKRACHT_TOOLCHAIN:-} in
    rustup) rustup_compiler || die "rustup gave no compiler" "look at the error above" ;;
    debian) debian_compiler || die "Debian gave no compiler" "look at the error above" ;;
    '') any_compiler || die "no Rust $minimum or newer with the target $target can be had" \
      "install rustup (https://rustup.rs) and run: rustup target add $target" ;;
    *) die "DRAAGKRACHT_TOOLCHAIN is $DRAAGKRACHT_TOOLCHAIN" "use rustup or debian, or leave it out" ;;
  esac
}

any_compiler() {
  if has rustup; then rustup_compiler || debian_compiler; else debian_compiler || { fetch_rustup && rustup_compiler; }; fi
}

# complete: whether rustc, cargo, clippy, rustfmt and the target are there, new enough.
complete() {
  local libraries version
  version=$(rustc --version 2>/dev/null | cut -d' ' -f2) || return 1
  [ "$(printf '%s\n' "$minimum" "$version" | sort -V | head -n 1)" = "$minimum" ] || return 1
  has cargo && cargo clippy --version >/dev/null 2>&1 && cargo fmt --version >/dev/null 2>&1 || return 1
  libraries=$(rustc --print target-libdir --target "$target") && compgen -G "$libraries/libstd-*.rlib" >/dev/null
}

fetch_rustup() {
  say "installing rustup"
  curl -fsS --proto '=https' https://static.rust-lang.org/rustup/rustup-init.sh | sh -s -- -y -q --profile minimal --no-modify-path
}

rustup_compiler() {
  has rustup || fetch_rustup || return 1
  path="${CARGO_HOME:-$HOME/.cargo}/bin:$path"
  complete && return
  say "rustup: the target $target, clippy and rustfmt"
  rustup target add "$target" && rustup component add clippy rustfmt && complete && return
  say "rustup: the newest stable compiler"
  rustup toolchain install stable --profile minimal --component clippy,rustfmt --target "$target" || return 1
  use_toolchain stable
  complete
}

use_toolchain() {
  export RUSTUP_TOOLCHAIN=$1
  env_lines+=("export RUSTUP_TOOLCHAIN=$1")
}

# Debian's compiler for its browsers is new, but has no wasm32 target with std: that is built from its own source.
debian_compiler() {
  [ -x /usr/bin/rustc ] && dpkg -s rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web >/dev/null 2>&1 ||
    apt rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web "$(newest_lld)" || return 1
  if has rustup; then
    rustup toolchain list | grep -q '^debian-web' || rustup toolchain link debian-web /usr
    use_toolchain debian-web
  fi
  local built_by=/usr/lib/rustlib/$target/built-by
  [ "$(cat "$built_by" 2>/dev/null)" = "$(rustc --version)" ] || build_target "$built_by" || return 1
  complete
}

newest_lld() {
  apt-cache search --names-only '^lld-[0-9]+$' | cut -d' ' -f1 | sort -V | tail -n 1
}

build_target() {
  local host work lld
  say "building the standard library for $target from Debian's source (about a minute)"
  host=$(rustc -vV | sed -n 's/^host: //p')
  lld=$(find /usr/bin -name 'ld.lld-*' | sort -V | tail -n 1)
  as_root mkdir -p "/usr/lib/rustlib/$host/bin" "/usr/lib/rustlib/$target/lib"
  as_root ln -sf "/usr/bin/${lld##*/ld.}" "/usr/lib/rustlib/$host/bin/rust-lld"
  work=$(mktemp -d)
  mkdir "$work/src"
  printf '[package]\nname = "nothing"\nedition = "2021"\n[lib]\ncrate-type = ["cdylib"]\n' > "$work/Cargo.toml"
  : > "$work/src/lib.rs"
  # Bitcode, as link-time optimisation needs it.
  (cd "$work" && RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$work/target" CARGO_PROFILE_RELEASE_OPT_LEVEL=3 \
    RUSTFLAGS="-Cembed-bitcode=yes -Zforce-unstable-if-unmarked" \
    cargo build --quiet --release -Zbuild-std=std,panic_abort,proc_macro,test --target "$target") || return 1
  find "$work/target/$target/release/deps" -name '*.rlib' ! -name 'libnothing*' -exec cp {} "$work/" \;
  as_root find "/usr/lib/rustlib/$target/lib" -name '*.rlib' -delete
  as_root cp "$work"/*.rlib "/usr/lib/rustlib/$target/lib/"
  rustc --version | as_root tee "$1" >/dev/null
  # cargo does not notice that a standard library changed.
  rm -rf "$work" "$root/target/$target"
}

web_tools() {
  tool trunk "$trunk" trunk
  tool wasm-bindgen "$wasm_bindgen" wasm-bindgen-cli
}

# tool COMMAND VERSION CRATE: built once, quickly rather than fast.
tool() {
  case "$("$tools/bin/$1" --version 2>/dev/null | head -n 1) " in *" $2 "*) return ;; esac
  say "building $3 $2 (some minutes)"
  build_tool "$3" "$2" --locked || build_tool "$3" "$2" ||
    die "$3 $2 cannot be built" "look at the error above; is the crate registry within reach?"
}

# The second try is without the crate's own lock file, for a registry that lacks a version it names.
build_tool() {
  env -u RUSTFLAGS -u CARGO_BUILD_TARGET -u CARGO_TARGET_DIR \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo install --quiet --force --root "$tools" --version "=$2" ${3:+"$3"} "$1"
}
