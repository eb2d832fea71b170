//! What Draagkracht asks and how it reckons, without browser, clock or interface language.
//!
//! Answers go one way: [`instrument`] → [`session`] → [`response`] → [`score`] → [`typology`] → [`report`].
//! [`reading`] puts responses beside one another.
//! Everything here is pure: time, randomness and storage come in through arguments and the
//! [`store::Store`] trait.

pub mod answer;
pub mod binary;
pub mod case;
pub mod case_code;
pub mod config;
pub mod decimal;
pub mod dossier;
pub mod instrument;
pub mod invitation;
pub mod norm;
pub mod person;
pub mod reading;
pub mod report;
pub mod response;
pub mod score;
pub mod sealing;
pub mod session;
pub mod standing;
pub mod store;
pub mod timestamp;
pub mod typology;
