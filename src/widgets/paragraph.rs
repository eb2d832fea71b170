//! Running text.

use leptos::prelude::*;

/// One paragraph.
pub fn paragraph(text: String) -> AnyView {
    view! { <p class="utrecht-paragraph">{text}</p> }.into_any()
}

/// Several, in order.
pub fn paragraphs(texts: impl IntoIterator<Item = String>) -> AnyView {
    texts.into_iter().map(paragraph).collect_view().into_any()
}
