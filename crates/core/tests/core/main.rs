//! The core from outside: what it answers, refuses and writes. In one program, so that it links once.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says no")]

mod calendar;
mod case_questionnaire;
mod colleague;
mod config_file;
mod dossier;
mod fixtures;
mod form_answers;
mod form_file;
mod form_response;
mod form_translation;
mod golden;
mod instrument_file;
mod items;
mod new_questionnaire;
mod norm_file;
mod note_file;
mod other_sentences;
mod papers;
mod personal_data;
mod plan_chain;
mod plan_checks;
mod plan_checks_file;
mod plan_file;
mod plans;
mod properties;
mod reading;
mod remarks;
mod response;
mod session;
mod session_properties;
mod snapshots;
mod standing;
mod translation_file;
