//! The only home of web-sys and gloo: everything that is the browser's. Nothing here knows what is
//! asked or what a screen shows.

mod press;

pub mod authenticator;
pub mod browser_key;
pub mod clock;
pub mod element;
pub mod fetch;
pub mod files;
pub mod history;
pub mod idb;
pub mod idle;
pub mod json;
pub mod page;
pub mod persistence;
pub mod prefs;
pub mod rng;
pub mod sealer;
pub mod service_worker;
pub mod sharing;
pub mod storage;
pub mod tabs;
pub mod upload;
