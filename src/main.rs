//! The first part of the app: from welcome to the check.

fn main() {
    #[cfg(target_arch = "wasm32")]
    draagkracht_app::start(draagkracht_app::Part::QUESTIONS);
}
