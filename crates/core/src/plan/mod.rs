//! The plan of action, from question to goals: the chain of section 4 (figure 4.1), and what may go
//! wrong in it. No screen, no clock: who writes gives ids and times.
//!
//! A [`Plan`] is one chain, the line of `plans.ndjson`. [`Checks`] looks at it while it is being
//! written and asks gently; nothing here stops anyone from writing what they want to write.

mod chain;
pub mod checks;
mod edit;
mod fit;
mod goal;
mod intervention;
mod record;
mod said;
mod situation;

pub use chain::{Step as ChainStep, StepProgress};
pub use checks::{Checks, ChecksError};
pub use fit::PlanError;
pub use goal::{Agrees, Circumstance, Followed, Goal, GoalId, Idea, Reached};
pub use intervention::{Actor, Agreement, Intervention, InterventionId, InterventionType, Step};
pub use record::{About, FORMAT, Identity, ListRef, Plan, SetAside, VERSION};
pub use said::{Asker, Occasion, Request, View, Wish};
pub use situation::Situation;
