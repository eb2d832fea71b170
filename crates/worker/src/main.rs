//! The worker's wasm. It is started by the page and ended with it, or when the vault is locked.

#[cfg(target_arch = "wasm32")]
fn main() {
    draagkracht_worker::messages::listen();
}

/// There are no workers outside a browser.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
