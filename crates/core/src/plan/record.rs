//! The plan itself: everything from the request to what was set aside.

use super::{Goal, GoalId, Intervention, InterventionId};
use crate::{
    case_code::CaseCode,
    free_text::FreeText,
    instrument::Topic,
    life_domain::LifeDomain,
    person::{Moment, Person, Rater},
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

/// When something was said: one of the three moments, or later, as following can go on after T3.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Occasion {
    /// The moment of the study; none between two of them and after the third.
    pub moment: Option<Moment>,
    /// When it was.
    pub at: Timestamp,
}

/// The question that it began with ("hulpvraag").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// In the resident's own words.
    pub words: FreeText,
    /// Who asked.
    pub asked_by: Asker,
}

/// Who asked for help; it need not be the resident (meeting report, 2016).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asker {
    /// The resident.
    Resident,
    /// Husband, wife or partner.
    Partner,
    /// Father or mother.
    Parent,
    /// Son or daughter.
    Child,
    /// Someone else of the family.
    Family,
    /// A friend or someone they know.
    Friend,
    /// Someone who lives nearby.
    Neighbour,
    /// A professional or a volunteer.
    Professional,
    /// Someone else.
    Other,
}

/// What the resident wishes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// In the resident's own words.
    pub words: FreeText,
    /// Which sides of their capacity they wish to work on.
    pub topics: BTreeSet<Topic>,
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

/// What one of the two says about where they agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// When it was asked.
    pub on: Occasion,
    /// Who said it.
    pub rater: Rater,
    /// What they agree on.
    pub agreed: FreeText,
    /// What stays open; that is allowed.
    pub open: FreeText,
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
