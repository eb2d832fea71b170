//! Reading a screen aloud: `public/aloud.js`, which comes after the app, puts a button in this where the device
//! has a voice of its own for the page's language.

use crate::platform::element::{Element, el};

/// Where the button comes, with its words: to begin, and to stop.
pub fn read_aloud(begin: &str, stop: &str) -> Element {
    el("read-aloud", "no-paper").attr("data-begin", begin).attr("data-stop", stop)
}
