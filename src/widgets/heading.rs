//! Headings. The only h1 takes the focus when its screen appears, and names the page.

use crate::platform::{
    element::{Element, el},
    page,
};

/// Names the page: the part that tells screens apart comes first.
pub fn page_title(title: &str) {
    page::set_title(&format!("{title} – Draagkracht"));
}

/// The heading of a screen.
pub fn heading(text: &str) -> Element {
    page_title(text);
    legend_heading(text)
}

/// The heading of a screen whose title says something else, such as a question's number.
pub fn legend_heading(text: &str) -> Element {
    el("h1", "utrecht-heading-1").text(text).takes_focus()
}

/// A heading inside a screen.
pub fn heading_2(text: &str) -> Element {
    el("h2", "utrecht-heading-2").text(text)
}
