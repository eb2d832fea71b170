//! The plan itself: everything from the request to what was set aside.

use super::{Goal, GoalId, Intervention, InterventionId, Occasion, Request, View, Wish};
use crate::{
    case_code::CaseCode, free_text::FreeText, life_domain::LifeDomain, person::Person,
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, num::NonZeroU32};
use uuid::Uuid;

/// The name in [`Plan::format`].
pub const FORMAT: &str = "draagkracht-plan";
/// The version of that format that this program writes and reads.
pub const VERSION: u32 = 1;

/// One chain: a request and everything that followed from it. A new request begins a new plan.
/// Whether its parts fit together is for [`Plan::check`] to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Always [`FORMAT`].
    pub format: String,
    /// Always [`VERSION`].
    pub version: u32,
    /// A random UUID, version 7.
    pub plan_id: Uuid,
    /// Sealed with the code.
    pub case_id: Uuid,
    /// What people use to name the case.
    pub case_code: CaseCode,
    /// The person in the household whose plan it is.
    pub person: Person,
    /// The pseudonym of the professional who wrote it down.
    pub pseudonym: Option<String>,
    /// Counts from 1; every change that is kept is a new revision.
    pub revision: NonZeroU32,
    /// When the chain began.
    pub begun: Occasion,
    /// When this revision was made.
    pub changed: Timestamp,
    /// The plan that this one goes on from, when a new request came.
    pub follows: Option<Uuid>,
    /// What was asked, in the resident's words, and by whom.
    pub request: Request,
    /// What the resident wishes, asked before anything is planned.
    pub wish: Wish,
    /// The lists that say what weighs and what carries; they are not asked again.
    pub rests_on: Vec<ListRef>,
    /// The life domains that cannot wait.
    pub acute: BTreeSet<LifeDomain>,
    /// The resident's network does harm: then it need not take part.
    pub network_harms: bool,
    /// What came out of the clarification ("vraagverheldering").
    pub outcome: FreeText,
    /// Where resident and professional agree: asked of both at every moment.
    pub views: Vec<View>,
    /// What is to be reached.
    pub goals: Vec<Goal>,
    /// What is done, in the order in which it is begun.
    pub interventions: Vec<Intervention>,
    /// What a check said and was set aside, with the reason.
    pub set_aside: Vec<SetAside>,
}

/// A list that the plan rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListRef {
    /// The response.
    pub response_id: Uuid,
    /// As it was then.
    pub revision: NonZeroU32,
}

/// A remark of a check that the writer set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetAside {
    /// The check's id, such as `goal_repeats_request`.
    pub check: String,
    /// What it was about.
    pub about: About,
    /// Why it does not hold here; never empty.
    pub reason: FreeText,
}

/// What a remark is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// The plan as a whole.
    Plan,
    /// One goal.
    Goal(GoalId),
    /// One intervention.
    Intervention(InterventionId),
    /// One life domain.
    Domain(LifeDomain),
}

/// Whose plan it is: what is known before the first word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// A random UUID, version 7.
    pub plan_id: Uuid,
    /// Sealed with the code.
    pub case_id: Uuid,
    /// What people use to name the case.
    pub case_code: CaseCode,
    /// The person in the household.
    pub person: Person,
    /// The professional's pseudonym.
    pub pseudonym: Option<String>,
}

impl Plan {
    /// A new chain, revision 1, in which nothing but the request is written.
    pub fn begin(identity: Identity, begun: Occasion, request: Request) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            plan_id: identity.plan_id,
            case_id: identity.case_id,
            case_code: identity.case_code,
            person: identity.person,
            pseudonym: identity.pseudonym,
            revision: NonZeroU32::MIN,
            changed: begun.at.clone(),
            begun,
            follows: None,
            request,
            wish: Wish::default(),
            rests_on: vec![],
            acute: BTreeSet::new(),
            network_harms: false,
            outcome: FreeText::default(),
            views: vec![],
            goals: vec![],
            interventions: vec![],
            set_aside: vec![],
        }
    }

    /// The id for the next goal: one more than the highest.
    pub fn next_goal(&self) -> GoalId {
        GoalId(self.goals.iter().map(|goal| goal.id.0).max().unwrap_or(0).saturating_add(1))
    }

    /// The id for the next intervention: one more than the highest.
    pub fn next_intervention(&self) -> InterventionId {
        let highest = self.interventions.iter().map(|intervention| intervention.id.0).max();
        InterventionId(highest.unwrap_or(0).saturating_add(1))
    }
}
