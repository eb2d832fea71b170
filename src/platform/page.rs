//! The page itself: its title, language, text size, and where the focus is.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Window};

/// The window; there is always one where the app runs.
#[expect(clippy::expect_used, reason = "the one place: without a window there is no app")]
pub(super) fn window() -> Window {
    web_sys::window().expect("the app runs in a page")
}

/// The document of [`window`].
#[expect(clippy::expect_used, reason = "the one place: a window of a page has a document")]
pub(super) fn document() -> Document {
    window().document().expect("a page has a document")
}

fn root() -> Option<Element> {
    document().document_element()
}

/// Takes everything of the app out of sight, for right before the page is loaded anew.
pub fn hide() {
    if let Some(app) = document().get_element_by_id("app") {
        app.set_class_name("gone");
    }
}

/// Sets the page's title.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Says which language the page is in, for screen readers and browsers, and from which side it is read.
pub fn set_language(tag: &str, direction: &str) {
    if let Some(root) = root() {
        // Setting an attribute of <html> cannot fail: the names are valid ones.
        let _ = root.set_attribute("lang", tag);
        let _ = root.set_attribute("dir", direction);
    }
}

/// Gives `<html>` the class `text-<size>` in place of another size.
pub fn set_text_size(size: &str) {
    if let Some(root) = root() {
        root.set_class_name(&format!("text-{size}"));
    }
}

/// The address of an asset that the build gave a name, such as `texts/nl`.
pub fn asset_address(key: &str) -> Option<String> {
    let link = document().query_selector(&format!("link[data-asset=\"{key}\"]")).ok()??;
    link.get_attribute("href")
}

/// Adds the style of a part of the app.
pub fn add_style(key: &str) {
    let (Some(address), Some(head)) = (asset_address(key), document().head()) else { return };
    if let Ok(link) = document().create_element("link") {
        // A new element of ours takes any attribute, and the head any element.
        let _ = link.set_attribute("rel", "stylesheet");
        let _ = link.set_attribute("href", &address);
        let _ = head.append_child(&link);
    }
}

/// The address of the app, without what stands behind `?` or `#`.
pub fn address() -> Option<String> {
    let location = window().location();
    Some([location.origin().ok()?, location.pathname().ok()?].concat())
}

/// Prints the page as it is.
pub fn print() {
    // Refused only where printing is not possible at all: then nothing happens.
    let _ = window().print();
}

/// Leaves the field that has the focus, so that what was typed in it counts as filled in.
pub fn leave_field() {
    if let Some(field) = document().active_element() {
        // Only an element that is gone refuses.
        let _ = field.unchecked_into::<HtmlElement>().blur();
    }
}

/// Whether this is a tab on an iPhone or iPad: there, and nowhere else, the browser says that it does
/// not stand alone. What the app on the home screen keeps, is kept apart from what a tab keeps.
pub fn is_ios_tab() -> bool {
    let alone = Reflect::get(&window().navigator(), &"standalone".into());
    alone.is_ok_and(|alone| alone == false)
}

/// Loads the page anew.
pub fn reload() {
    // Reloading fails only where the page is going away already.
    let _ = window().location().reload();
}

/// Shows the sentence that stands ready in the HTML for when the app cannot start.
pub fn show_start_failed() {
    for (id, hidden) in [("starting", true), ("start-failed", false)] {
        if let Some(element) = document().get_element_by_id(id) {
            element.unchecked_into::<HtmlElement>().set_hidden(hidden);
        }
    }
}

/// A sentence with its first letter as a capital, by the browser's rules for the page's language: the
/// tables for it are not in the app.
pub fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let Some(first) = letters.next() else { return String::new() };
    let language = root().and_then(|root| root.get_attribute("lang"));
    let first = js_sys::JsString::from(first.to_string()).to_locale_upper_case(language.as_deref());
    [String::from(first).as_str(), letters.as_str()].concat()
}
