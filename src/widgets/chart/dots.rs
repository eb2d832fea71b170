//! Dots over the moments, joined by a line where nothing is missing between them.

use super::{Side, line, mark, percent, picture, text};
use crate::platform::element::Element;

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Dots {
    /// The moments, from left to right.
    pub moments: Vec<String>,
    /// The words at the bottom and at the top of the scale.
    pub ends: [String; 2],
    /// Where lines across stand, 0 to 100 from the bottom.
    pub steps: Vec<f64>,
    /// For each moment what stands there when nobody has a value.
    pub none: Vec<String>,
    /// One or two raters.
    pub series: Vec<Series>,
}

/// One rater over the moments.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Whose.
    pub side: Side,
    /// For each moment how high, 0 to 100 of the scale; none where it is missing.
    pub values: Vec<Option<f64>>,
}

/// The room above and below the scale, in percent of the height, for dots at the ends and for words.
const TOP: f64 = 14.0;
const BOTTOM: f64 = 26.0;

/// Draws them.
pub fn dots(shown: &Dots) -> Element {
    let high = |value: f64| percent(100.0 - BOTTOM - value * (100.0 - TOP - BOTTOM) / 100.0);
    let count = shown.moments.len();
    let mut drawing = vec![];
    for step in &shown.steps {
        drawing.push(line("chart-step", ["0", &high(*step)], ["100%", &high(*step)]));
    }
    drawing.push(text("chart-end", "0", "9%", &shown.ends[1]));
    drawing.push(text("chart-end", "0", &high(-14.0), &shown.ends[0]));
    for (at, moment) in shown.moments.iter().enumerate() {
        drawing.push(text("chart-moment", &across(at, count, 0.0), "97%", moment));
        if shown.series.iter().all(|series| value(series, at).is_none()) {
            let none = shown.none.get(at).map_or("", String::as_str);
            // Each higher than the one before, so that large letters on a narrow screen do not meet.
            let down = high([30.0, 55.0, 80.0][at % 3]);
            drawing.push(text("chart-none", &across(at, count, 0.0), &down, none));
        }
    }
    for (number, series) in shown.series.iter().enumerate() {
        // Beside one another, so that equal answers are both seen.
        let aside = if shown.series.len() > 1 { [-2.5, 2.5][number % 2] } else { 0.0 };
        let points: Vec<_> = (0..count)
            .filter_map(|at| Some((at, across(at, count, aside), high(value(series, at)?))))
            .collect();
        for two in points.windows(2) {
            let [(before, x1, y1), (after, x2, y2)] = two else { continue };
            if after - before == 1 {
                drawing.push(line(&series.side.class("path"), [x1, y1], [x2, y2]));
            }
        }
        drawing.extend(points.iter().map(|(_, x, y)| mark(series.side, x, y)));
    }
    picture("chart-dots").children(drawing)
}

fn value(series: &Series, at: usize) -> Option<f64> {
    series.values.get(at).copied().flatten()
}

/// The middle of a moment's column.
fn across(at: usize, count: usize, aside: f64) -> String {
    // A few moments: exact.
    #[expect(clippy::cast_precision_loss, reason = "three moments")]
    let (at, count) = (at as f64, count.max(1) as f64);
    percent((at + 0.5) * 100.0 / count + aside)
}
