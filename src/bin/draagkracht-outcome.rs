//! The second part of the app: what came of the answers, handing in, the person's own data.

fn main() {
    #[cfg(target_arch = "wasm32")]
    draagkracht_app::start(draagkracht_app::Part::OUTCOME);
}
