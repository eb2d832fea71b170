//! A two-by-two: two means beside their cut-offs, and in which quarter they meet.

use super::{Side, line, mark, percent, picture, text};
use crate::platform::element::{Element, svg};

/// One of the two means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis {
    /// Where the mean stands, 0 to 100 of the scale.
    pub mean: f64,
    /// Where its cut-off stands.
    pub cut_off: f64,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Quadrants {
    /// Whose.
    pub side: Side,
    /// From left to right, and from bottom to top.
    pub axes: [Axis; 2],
    /// What the quarters are called: left and right at the bottom, left and right at the top.
    pub names: [String; 4],
    /// Which quarter it is in, in that order.
    pub quarter: usize,
}

/// Draws it.
pub fn quadrants(shown: &Quadrants) -> Element {
    let [across, up] = shown.axes;
    let (x, y) = (across.cut_off, 100.0 - up.cut_off);
    let corners = [(0.0, y, x, 100.0), (x, y, 100.0, 100.0), (0.0, 0.0, x, y), (x, 0.0, 100.0, y)];
    let quarter = corners.get(shown.quarter).map(|(left, top, right, bottom)| {
        svg("rect", "chart-quarter")
            .attr("x", &percent(*left))
            .attr("y", &percent(*top))
            .attr("width", &percent(right - left))
            .attr("height", &percent(bottom - top))
    });
    let names = shown.names.iter().zip(corners).map(|(name, (left, top, right, bottom))| {
        let middle = [percent(f64::midpoint(left, right)), percent(f64::midpoint(top, bottom))];
        text("chart-name", &middle[0], &middle[1], name)
    });
    let frame = svg("rect", "chart-frame").attr("width", "100%").attr("height", "100%");
    picture("chart-quadrants")
        .children(quarter)
        .child(frame)
        .child(line("chart-line", [&percent(x), "0"], [&percent(x), "100%"]))
        .child(line("chart-line", ["0", &percent(y)], ["100%", &percent(y)]))
        .children(names)
        .child(mark(shown.side, &percent(across.mean), &percent(100.0 - up.mean)))
}
