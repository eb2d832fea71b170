//! Running text, lists, and text that opens.

use crate::platform::element::{Element, el};

/// One paragraph.
pub fn paragraph(text: &str) -> Element {
    el("p", "utrecht-paragraph").text(text)
}

/// A plain list.
pub fn list(rows: impl IntoIterator<Item = Element>) -> Element {
    el("ul", "plain-list").children(rows.into_iter().map(|row| el("li", "").child(row)))
}

/// Text behind a summary that opens it; `opened` runs at every opening or closing.
pub fn disclosure(
    summary: &str,
    text: impl IntoIterator<Item = Element>,
    opened: impl Fn() + 'static,
) -> Element {
    el("details", "plain-words")
        .child(el("summary", "").text(summary))
        .children(text)
        .on("toggle", move |_| opened())
}
