//! A file a widget: small pieces that several screens share. No widget knows the journey.

mod action;
mod checkbox;
mod heading;
mod paragraph;
mod problem;

pub use action::{action, button_group, link};
pub use checkbox::checkbox;
pub use heading::{heading, heading_2, legend_heading, page_title};
pub use paragraph::{paragraph, paragraphs};
pub use problem::problem;
