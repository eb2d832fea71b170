//! A QR code, drawn on the device: always dark on light, with the quiet zone that cameras need.

use crate::platform::element::{Element, svg};
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// Light modules around the code (ISO/IEC 18004).
const QUIET: i32 = 4;

/// The code of a text; none when the text is longer than a code can hold, some 2300 letters.
pub fn qr(text: &str, name: &str) -> Option<Element> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let mut dark = String::new();
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            // Writing to a text does not fail.
            let _ = write!(dark, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    let whole = (size + 2 * QUIET).to_string();
    let light = svg("rect", "qr__light").attr("width", &whole).attr("height", &whole);
    let dark = svg("path", "qr__dark").attr("d", &dark);
    let code = svg("svg", "qr")
        .attr("viewBox", &format!("0 0 {whole} {whole}"))
        .attr("shape-rendering", "crispEdges")
        .attr("role", "img")
        .attr("aria-label", name);
    Some(code.child(light).child(dark))
}
