//! The browser's history: one entry a screen, so that the back button works. No code, id or answer
//! ever stands in it: only the name of a screen and how many entries of ours lie before it.

use super::page::window;
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{History, PopStateEvent};

/// What follows `#` in the address, read once: it is taken out of the address at once.
pub fn take_fragment() -> Option<String> {
    let fragment = window().location().hash().ok()?;
    let fragment = fragment.strip_prefix('#').filter(|text| !text.is_empty())?.to_owned();
    let path = window().location().pathname().ok()?;
    // Only an address of another origin can be refused.
    let _ = history()?.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    Some(fragment)
}

/// Adds an entry for a screen.
pub fn push(screen: &str) {
    let entry = entry(screen, depth() + 1);
    // Refused only after hundreds of entries in seconds; the screen changes all the same.
    let _ = history().map(|history| history.push_state_with_url(&entry, "", None));
}

/// Gives the current entry to another screen.
pub fn replace(screen: &str) {
    let entry = entry(screen, depth());
    // As above.
    let _ = history().map(|history| history.replace_state_with_url(&entry, "", None));
}

/// Goes to the entry before, if it is ours; says whether it was.
pub fn back() -> bool {
    depth() > 0 && history().is_some_and(|history| history.back().is_ok())
}

/// The screen of the current entry.
pub fn current() -> Option<String> {
    screen_of(&history()?.state().ok()?)
}

/// Calls `then` with the screen of an entry that the person went back or forward to.
pub fn on_move(then: impl Fn(Option<String>) + 'static) {
    let listener = Closure::<dyn Fn(PopStateEvent)>::new(move |event: PopStateEvent| {
        then(screen_of(&event.state()));
    });
    // Listening on the window for as long as the page lives: hence forget.
    let _ =
        window().add_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Leaves for a neutral page, and out of the history: nothing of ours is before or after it.
pub fn leave() {
    let depth = depth();
    let go = || {
        // A page of our own, so that it works without a connection.
        let _ = window().location().replace("recept.html");
    };
    if depth == 0 {
        return go();
    }
    let listener = Closure::once_into_js(go);
    let _ = window().add_event_listener_with_callback("popstate", listener.unchecked_ref());
    let _ = history().map(|history| history.go_with_delta(-depth));
}

fn history() -> Option<History> {
    window().history().ok()
}

fn entry(screen: &str, depth: i32) -> JsValue {
    Array::of2(&screen.into(), &depth.into()).into()
}

fn screen_of(state: &JsValue) -> Option<String> {
    Reflect::get_u32(state, 0).ok()?.as_string()
}

fn depth() -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a small whole number of our own")]
    let read = || Some(Reflect::get_u32(&history()?.state().ok()?, 1).ok()?.as_f64()? as i32);
    read().unwrap_or(0)
}
