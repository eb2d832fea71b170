//! What can be pressed.

use crate::platform::element::{Element, el};

/// How much a button stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The one thing to do here.
    Primary,
    /// Something else to do here.
    Secondary,
    /// A way back.
    Subtle,
}

fn button(text: &str, weight: Weight, name: &str) -> Element {
    let class = match weight {
        Weight::Primary => "utrecht-button utrecht-button--primary-action",
        Weight::Secondary => "utrecht-button utrecht-button--secondary-action",
        Weight::Subtle => "utrecht-button utrecht-button--subtle",
    };
    el("button", class).attr("data-action", name).text(text)
}

/// A button. Its name says what it does, to scripts of an organisation's own and to measurements.
pub fn action(text: &str, weight: Weight, name: &str, press: impl Fn() + 'static) -> Element {
    button(text, weight, name).attr("type", "button").on_press(press)
}

/// The button that sends a form in.
pub fn submit(text: &str, name: &str) -> Element {
    button(text, Weight::Primary, name).attr("type", "submit")
}

/// Buttons that belong together.
pub fn button_group(buttons: impl IntoIterator<Item = Element>) -> Element {
    el("div", "utrecht-button-group").children(buttons)
}

/// A link to call or to leave by.
pub fn link(text: &str, address: &str) -> Element {
    el("a", "utrecht-link").attr("href", address).text(text)
}
