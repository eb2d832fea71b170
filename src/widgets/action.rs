//! What can be pressed.

use leptos::prelude::*;

/// A button. `kind` is `primary-action`, `secondary-action` or `subtle`; `name` tells scripts of the
/// organisation's own and measurements which one it is.
pub fn action(
    text: String,
    kind: &'static str,
    name: &'static str,
    press: impl Fn() + 'static,
) -> AnyView {
    let class = format!("utrecht-button utrecht-button--{kind}");
    view! {
        <button type="button" class=class data-action=name on:click=move |_| press()>{text}</button>
    }
    .into_any()
}

/// Buttons that belong together.
pub fn button_group(buttons: Vec<AnyView>) -> AnyView {
    view! { <div class="utrecht-button-group">{buttons}</div> }.into_any()
}

/// A link to call or to leave by.
pub fn link(text: String, address: String) -> AnyView {
    view! { <a class="utrecht-link" href=address>{text}</a> }.into_any()
}
