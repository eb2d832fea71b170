//! A goal, whose idea it was, and what came of it.

use super::Occasion;
use crate::{free_text::FreeText, person::Rater};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A goal's number within its plan, from 1. One that was the highest is used again once its goal is removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct GoalId(pub u16);

/// What is to be different for the resident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// Its number.
    pub id: GoalId,
    /// The goal, in the resident's words where possible.
    pub words: FreeText,
    /// Whose idea it was.
    pub idea: Idea,
    /// Whether the resident agrees with it.
    pub resident_agrees: Agrees,
    /// What came of it, at each later moment and in whose eyes; the earliest first.
    pub followed: Vec<Followed>,
}

/// Whose idea a goal was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Idea {
    /// The resident's.
    Resident,
    /// The professional's.
    Professional,
    /// Of the two together.
    Together,
    /// Of someone in the resident's network.
    Network,
    /// Of someone else.
    Other,
}

/// Whether the resident agrees with a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Agrees {
    /// Not asked yet.
    NotAsked,
    /// Yes.
    Yes,
    /// No.
    No,
}

/// How a goal stood at a later moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Followed {
    /// When it was asked.
    pub on: Occasion,
    /// In whose eyes.
    pub rater: Rater,
    /// How far it was reached.
    pub reached: Reached,
    /// What circumstances had to do with it: asked first, before anyone asks about people's doing.
    pub circumstances: BTreeSet<Circumstance>,
    /// Why, in words.
    pub why: FreeText,
}

/// How far a goal was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reached {
    /// Reached.
    Reached,
    /// Partly reached.
    Partly,
    /// Not reached.
    Not,
    /// The resident no longer wants it.
    NoLongerWanted,
}

/// What lies outside anyone in the plan. The resident is never one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Circumstance {
    /// What there is to live on.
    Income,
    /// Where one lives.
    Housing,
    /// A waiting list.
    WaitingList,
    /// Rules.
    Rules,
    /// What other people did, or did not do.
    People,
}
