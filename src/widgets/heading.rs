//! Headings. The only h1 takes the focus when its screen appears, and names the page.

use crate::platform::page;
use leptos::{html, prelude::*};

/// Names the page: the part that tells screens apart comes first.
pub fn page_title(title: &str) {
    page::set_title(&format!("{title} – Draagkracht"));
}

/// The heading of a screen.
pub fn heading(text: String) -> AnyView {
    page_title(&text);
    legend_heading(text)
}

/// The heading of a screen whose title says something else, such as a question's number.
pub fn legend_heading(text: String) -> AnyView {
    let element = NodeRef::<html::H1>::new();
    Effect::new(move |_| {
        if let Some(element) = element.get() {
            page::focus_at_top(&element);
        }
    });
    view! { <h1 class="utrecht-heading-1" tabindex="-1" node_ref=element>{text}</h1> }.into_any()
}

/// A heading inside a screen.
pub fn heading_2(text: String) -> AnyView {
    view! { <h2 class="utrecht-heading-2">{text}</h2> }.into_any()
}
