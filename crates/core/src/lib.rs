//! What Draagkracht asks and how it reckons, without browser, clock or interface language.
//!
//! Answers go one way: [`instrument`] → [`session`] → [`response`] → [`score`] → [`typology`] → [`report`].
//! [`reading`] puts responses beside one another.
//! Beside it stands what a professional writes: [`plan`], from the question to the goals.
//! Everything here is pure: time, randomness and storage come in through arguments and the
//! [`store::Store`] trait.

pub mod answer;
pub mod binary;
pub mod calendar;
pub mod case;
pub mod case_code;
pub mod case_questionnaire;
pub mod config;
pub mod date;
pub mod decimal;
pub mod dossier;
pub mod form;
pub mod free_text;
mod header;
pub mod instrument;
pub mod invitation;
pub mod life_domain;
pub mod norm;
pub mod note;
pub mod papers;
pub mod person;
pub mod personal_data;
pub mod plan;
pub mod reading;
pub mod remark;
pub mod report;
pub mod response;
pub mod score;
pub mod sealing;
pub mod session;
pub mod standing;
pub mod store;
pub mod timestamp;
pub mod typology;
