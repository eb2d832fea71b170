//! What the person has to know or do first.

use crate::platform::element::{Element, el, focus};

/// A box that is read out at once.
pub fn alert(kind: &str, role: &str, contents: impl IntoIterator<Item = Element>) -> Element {
    el("div", &format!("utrecht-alert utrecht-alert--{kind}"))
        .attr("role", role)
        .child(el("div", "utrecht-alert__content").children(contents))
}

/// The summary of one problem: it takes the focus and leads to the element with the id.
pub fn problem(title: &str, text: &str, target: &str) -> Element {
    let link = el("a", "utrecht-link").attr("href", &format!("#{target}")).text(text);
    let target = target.to_owned();
    let link = link.on("click", move |event| {
        event.prevent_default();
        focus(&target);
    });
    let title = el("p", "utrecht-paragraph problem__title").text(title);
    alert("error", "alert", [title, link]).takes_focus()
}
