//! Something to choose or to tick; the whole row can be pressed.

use crate::platform::element::{Element, el};

/// A radio button or a checkbox with its words; `change` is told whether it is chosen.
pub fn choice(
    kind: &str,
    name: &str,
    id: &str,
    words: Element,
    checked: bool,
    change: impl Fn(bool) + 'static,
) -> Element {
    // Off, or browsers write what is chosen to their session files, to fill it in again later.
    let input = el("input", "choice__input")
        .attr("autocomplete", "off")
        .attr("type", kind)
        .attr("name", name)
        .attr("id", id)
        .checked(checked);
    let chosen = input.clone();
    let input = input.on("change", move |_| change(chosen.is_checked()));
    el("label", "choice").attr("for", id).child(input).child(words)
}
