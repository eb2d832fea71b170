//! A file a widget: the pieces that screens are made of. No widget knows the journey.

mod action;
mod aloud;
pub mod chart;
mod choice;
mod heading;
mod problem;
mod prose;
mod qr;

pub use action::{Weight, action, button_group, link, submit};
pub use aloud::read_aloud;
pub use choice::choice;
pub use heading::{heading, heading_2, legend_heading, page_title};
pub use problem::{alert, problem};
pub use prose::{disclosure, list, paragraph};
pub use qr::qr;
