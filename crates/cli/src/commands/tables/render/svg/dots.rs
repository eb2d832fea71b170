//! Dots of cases: the resident's change across, the professional's up. One small picture a number.

use super::{LINE, SHADES, WIDTH, text};
use crate::{
    commands::tables::{model::Label, words::Words},
    statistics::number,
};
use std::fmt::Write as _;

const SIDE: f64 = 200.0;

/// The clouds beside one another, each on a scale of its own that is the same both ways.
pub fn draw(clouds: &[(Label, Vec<[f64; 2]>)], words: &Words) -> (f64, String) {
    let mut body = String::new();
    let step = WIDTH / number(clouds.len().max(1));
    for (at, (name, dots)) in clouds.iter().enumerate() {
        let left = step * number(at) + (step - SIDE) / 2.0;
        let far = dots.iter().flatten().fold(1.0_f64, |far, value| far.max(value.abs()));
        let place = |value: f64| SIDE / 2.0 * (1.0 + value / far);
        text(&mut body, [left + SIDE / 2.0, 14.0], "middle", &words.label(name));
        axes(&mut body, left);
        for [across, up] in dots {
            let [x, y] = [left + place(*across), LINE + SIDE - place(*up)];
            _ = writeln!(
                body,
                "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"{}\" fill-opacity=\"0.5\"/>",
                SHADES[0]
            );
        }
    }
    text(&mut body, [WIDTH / 2.0, LINE + SIDE + LINE], "middle", words.get("dots"));
    (SIDE + 3.0 * LINE, body)
}

fn axes(body: &mut String, left: f64) {
    let (middle, right, bottom) = (left + SIDE / 2.0, left + SIDE, LINE + SIDE);
    let half = LINE + SIDE / 2.0;
    for line in [
        format!("x1=\"{left:.1}\" x2=\"{right:.1}\" y1=\"{half:.1}\" y2=\"{half:.1}\""),
        format!("x1=\"{middle:.1}\" x2=\"{middle:.1}\" y1=\"{LINE:.1}\" y2=\"{bottom:.1}\""),
    ] {
        _ = writeln!(body, "<line {line} stroke=\"#8a8a8a\"/>");
    }
}
