//! What the person has to do first: a summary that takes the focus and leads to the place.

use crate::platform::page;
use leptos::{html, prelude::*};

/// The summary of one problem. The link, when there is one, leads to the element with that id.
pub fn problem(title: String, text: String, target: &'static str) -> AnyView {
    let element = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(element) = element.get() {
            page::focus_at_top(&element);
        }
    });
    view! {
        <div class="utrecht-alert utrecht-alert--error" role="alert" tabindex="-1" node_ref=element>
            <div class="utrecht-alert__content">
                <p class="utrecht-paragraph problem__title">{title}</p>
                <a
                    class="utrecht-link"
                    href=format!("#{target}")
                    on:click=move |event| {
                        event.prevent_default();
                        page::focus(target);
                    }
                >
                    {text}
                </a>
            </div>
        </div>
    }
    .into_any()
}
