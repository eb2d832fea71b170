//! Small pictures: bars beside one another, dots over moments, a two-by-two. Pure functions from what
//! is to be shown to an element; the words come in from outside.
//!
//! They draw with `currentColor` and tokens, and tell the raters apart by shape and pattern too. A
//! picture itself is hidden from screen readers: what it shows stands beside it in words, and with
//! the same numbers in a table.

mod bar;
mod dots;
mod figure;
mod quadrants;

pub use bar::{Bar, bar, bars};
pub use dots::{Dots, Series, dots};
pub use figure::{Column, Figure, figure, table};
pub use quadrants::{Axis, Quadrants, quadrants};

use crate::platform::element::{Element, svg};

/// Whose judgement a mark shows: each has its own shape and pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The resident: a round mark, a full bar, a whole line.
    Resident,
    /// The professional: a square mark, a striped bar, a broken line.
    Professional,
}

impl Side {
    fn class(self, part: &str) -> String {
        let side = match self {
            Self::Resident => "resident",
            Self::Professional => "professional",
        };
        format!("chart-{part} chart-{part}--{side}")
    }
}

/// A share of the picture, 0 to 100, as SVG writes it.
fn percent(share: f64) -> String {
    format!("{:.2}%", share.clamp(0.0, 100.0))
}

/// The mark of a rater with its middle at this place.
fn mark(side: Side, across: &str, down: &str) -> Element {
    let class = side.class("mark");
    match side {
        Side::Resident => svg("circle", &class).attr("cx", across).attr("cy", down).attr("r", "6"),
        Side::Professional => svg("rect", &class)
            .attr("x", across)
            .attr("y", down)
            .attr("width", "11")
            .attr("height", "11")
            // From its corner to its middle.
            .attr("transform", "translate(-5.5 -5.5)"),
    }
}

fn line(class: &str, from: [&str; 2], to: [&str; 2]) -> Element {
    svg("line", class).attr("x1", from[0]).attr("y1", from[1]).attr("x2", to[0]).attr("y2", to[1])
}

fn text(class: &str, across: &str, down: &str, words: &str) -> Element {
    svg("text", class).attr("x", across).attr("y", down).text(words)
}

/// A picture as wide as the place it is in.
fn picture(class: &str) -> Element {
    svg("svg", class).attr("aria-hidden", "true").attr("width", "100%")
}
