//! The professional's part of the app: vaults, cases, and what is handed over and handed in.

fn main() {
    #[cfg(target_arch = "wasm32")]
    draagkracht_app::start_desk();
}
