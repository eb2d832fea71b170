//! The elements of a page, made by hand rather than from a macro: every screen is built with the
//! same few functions, so that the code of all screens together stays small. Signals are Leptos's.
//!
//! Text is always the whole content of an element of its own, and what changes is replaced whole: a
//! browser's translator may rewrite text nodes as it likes.

use super::{
    page::{document, window},
    press,
};
use leptos::prelude::Effect;
use std::{cell::RefCell, iter::successors, rc::Rc};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, File, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// An element that is being made, or one that is on the page.
#[derive(Clone)]
pub struct Element(HtmlElement);

/// A new element. The tag is one of HTML's: another would be an element without a meaning.
///
/// # Panics
/// When the tag is no name at all, which no tag of ours is.
#[expect(clippy::expect_used, reason = "the tags are ours, and each is a valid name")]
pub fn el(tag: &str, class: &str) -> Element {
    let element = document().create_element(tag).expect("a valid tag");
    if !class.is_empty() {
        element.set_class_name(class);
    }
    Element(element.unchecked_into())
}

/// A new element of a picture. It has attributes and children as others have, and takes no focus.
///
/// # Panics
/// As [`el`].
#[expect(clippy::expect_used, reason = "the tags are ours, and each is a valid name")]
pub fn svg(tag: &str, class: &str) -> Element {
    let element = document().create_element_ns(Some(SVG), tag).expect("a valid tag");
    // A picture's class is no plain text in browsers, so it is set as an attribute.
    Element(element.unchecked_into()).attr("class", class)
}

const SVG: &str = "http://www.w3.org/2000/svg";

impl Element {
    /// With this text as its whole content.
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        self.0.set_text_content(Some(text));
        self
    }

    /// With this attribute.
    #[must_use]
    pub fn attr(self, name: &str, value: &str) -> Self {
        // The names are ours, and each is a valid one.
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// With another element after what is in it.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "an element is in one place only")]
    pub fn child(self, child: Self) -> Self {
        // A new element can always be appended to another.
        let _ = self.0.append_child(&child.0);
        self
    }

    /// With several more.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Runs this at every event of the kind.
    #[must_use]
    pub fn on(self, event: &str, run: impl Fn(&Event) + 'static) -> Self {
        self.listen(event, Box::new(run));
        self
    }

    /// Runs this at every press, by hand or by keyboard.
    #[must_use]
    pub fn on_press(self, press: impl Fn() + 'static) -> Self {
        self.on("click", move |_| press())
    }

    fn listen(&self, event: &str, run: Box<dyn Fn(&Event)>) {
        // The browser frees the closure with the element.
        let listener =
            Closure::<dyn Fn(Event)>::new(move |event: Event| run(&event)).into_js_value();
        // Adding a listener cannot fail.
        let _ = self.0.add_event_listener_with_callback(event, listener.unchecked_ref());
    }

    /// With contents that are made anew whenever a signal that they read changes.
    #[must_use]
    pub fn dynamic(self, make: impl Fn() -> Vec<Self> + 'static) -> Self {
        self.follow(Box::new(make));
        self
    }

    /// As [`Element::dynamic`], for contents that come back in the same order: what takes the place of the
    /// control that had the focus has it then.
    #[must_use]
    pub fn dynamic_in_place(self, make: impl Fn() -> Vec<Self> + 'static) -> Self {
        let element = self.0.clone();
        self.dynamic(move || {
            let way = way_to_focus(&element);
            let contents = make();
            if let Some(way) = way {
                let element = element.clone();
                // Once they are on the page.
                leptos::task::spawn_local(async move {
                    press::when_released(move || {
                        if let Some(control) = at_end(&element, &way) {
                            // As in `focus`.
                            let _ = control.unchecked_ref::<HtmlElement>().focus();
                        }
                    });
                });
            }
            contents
        })
    }

    fn follow(&self, make: Box<dyn Fn() -> Vec<Self>>) {
        let element = self.0.clone();
        let newest = Rc::new(RefCell::new(None));
        Effect::new(move |_: Option<()>| {
            *newest.borrow_mut() = Some(make());
            let (element, newest) = (element.clone(), newest.clone());
            press::when_released(move || {
                // Nothing when what came later was quicker.
                let Some(contents) = newest.take() else { return };
                element.set_text_content(None);
                for Self(child) in contents {
                    // As in `child`.
                    let _ = element.append_child(&child);
                }
            });
        });
    }

    /// Ticked, or chosen.
    #[must_use]
    pub fn checked(self, checked: bool) -> Self {
        if let Some(input) = self.0.dyn_ref::<HtmlInputElement>() {
            input.set_default_checked(checked);
        }
        self
    }

    /// Whether it is ticked, or chosen.
    pub fn is_checked(&self) -> bool {
        self.0.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked)
    }

    /// What was typed in it.
    pub fn value(&self) -> String {
        self.0.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default()
    }

    /// What was typed in a text area.
    pub fn text_value(&self) -> String {
        self.0.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value).unwrap_or_default()
    }

    /// The files that were chosen in it, in order.
    pub(super) fn files(&self) -> Vec<File> {
        let list = self.0.dyn_ref::<HtmlInputElement>().and_then(HtmlInputElement::files);
        list.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at))).collect()
    }

    /// With this typed in it.
    #[must_use]
    pub fn filled(self, text: &str) -> Self {
        if let Some(area) = self.0.dyn_ref::<HtmlTextAreaElement>() {
            area.set_value(text);
        } else if let Some(input) = self.0.dyn_ref::<HtmlInputElement>() {
            input.set_value(text);
        }
        self
    }

    /// Takes the focus, with the page at its top, once it is on the page.
    #[must_use]
    pub fn takes_focus(self) -> Self {
        let element = self.0.clone();
        Effect::new(move |_: Option<()>| {
            // Focus can only fail on an element that is gone: then there is nothing to focus.
            let _ = element.focus();
            window().scroll_to_with_x_and_y(0.0, 0.0);
        });
        self.attr("tabindex", "-1")
    }
}

/// The way from an element down to what has the focus in it: the place among its siblings at each step. None
/// when the focus is elsewhere.
fn way_to_focus(top: &web_sys::Element) -> Option<Vec<usize>> {
    let mut at = document().active_element()?;
    let mut way = vec![];
    while at != *top {
        let before = at.previous_element_sibling();
        way.insert(0, successors(before, web_sys::Element::previous_element_sibling).count());
        at = at.parent_element()?;
    }
    Some(way)
}

/// What stands at the end of a way, if there is anything.
fn at_end(top: &web_sys::Element, way: &[usize]) -> Option<web_sys::Element> {
    way.iter().try_fold(top.clone(), |parent, place| {
        let first = parent.first_element_child();
        successors(first, web_sys::Element::next_element_sibling).nth(*place)
    })
}

/// The element that the app fills, emptied of what the HTML had put there.
pub fn root() -> Option<Element> {
    let root = document().get_element_by_id("app")?;
    press::watch();
    root.set_text_content(None);
    Some(Element(root.unchecked_into()))
}

/// Moves the focus to an element of the page, by id. Nothing happens when there is none.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        // As above.
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}
