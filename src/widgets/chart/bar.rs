//! Horizontal bars: one, or those of both raters under one another.

use super::{Side, line, mark, percent, picture};
use crate::platform::element::{Element, el, svg};

/// One bar with its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Whose it is.
    pub side: Side,
    /// Whose it is, in words.
    pub who: String,
    /// How long, 0 to 100 of the scale; none where there is no answer.
    pub share: Option<f64>,
    /// Where a line to compare with stands, 0 to 100.
    pub line: Option<f64>,
    /// What it says: a level, or why there is none.
    pub words: String,
}

/// A bar alone. Its words stand beside it.
pub fn bar(side: Side, share: Option<f64>, at: Option<f64>) -> Element {
    let track = svg("rect", "chart-track").attr("width", "100%").attr("height", "100%");
    let filled = share.map(|share| {
        // The lowest point of a scale is an answer too: it is seen.
        let width = percent(share.max(1.5));
        svg("rect", &side.class("bar")).attr("width", &width).attr("height", "100%")
    });
    let stripes = filled.is_some() && side == Side::Professional;
    let stripes = stripes.then(|| stripes_over(share.unwrap_or_default()));
    let at = at.map(|at| line("chart-line", [&percent(at), "0"], [&percent(at), "100%"]));
    picture("chart-bar-picture")
        .child(track)
        .children(filled)
        .children(stripes.into_iter().flatten())
        .children(at)
}

/// Strokes across a bar: a pattern would need an id, and each id can be there once.
fn stripes_over(share: f64) -> Vec<Element> {
    let mut at = 3.0;
    let mut strokes = vec![];
    while at < share {
        strokes.push(line("chart-stripe", [&percent(at), "0"], [&percent(at), "100%"]));
        at += 3.0;
    }
    strokes
}

/// Bars under one another, each with whose it is and its words.
pub fn bars(bars: &[Bar]) -> Element {
    el("div", "chart-bars").children(bars.iter().map(|one| {
        let key = picture("chart-key").child(mark(one.side, "50%", "50%"));
        el("div", "chart-row")
            .child(
                el("p", "chart-words")
                    .child(key)
                    .child(el("span", "chart-who").text(&one.who))
                    .child(el("span", "chart-level").text(&one.words)),
            )
            .child(bar(one.side, one.share, one.line))
    }))
}
