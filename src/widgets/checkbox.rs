//! Something to agree to or not.

use leptos::prelude::*;

/// A box with its words; the whole row can be pressed.
pub fn checkbox(
    id: &'static str,
    text: impl Fn() -> String + Send + 'static,
    checked: bool,
    change: impl Fn(bool) + 'static,
) -> AnyView {
    view! {
        <label class="choice" for=id>
            <input
                type="checkbox"
                class="choice__input"
                id=id
                checked=checked
                on:change=move |event| change(event_target_checked(&event))
            />
            <span class="choice__text" prop:textContent=text></span>
        </label>
    }
    .into_any()
}
