//! Mounts the app.

use leptos::prelude::*;

/// Mounts the app in the page.
pub fn start() {
    mount_to_body(|| view! { <button data-action="start">"Begin"</button> });
}
