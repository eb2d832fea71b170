//! What is derived from answers to the lists that only a professional is asked, made anew from the answers.

use crate::output::as_number;
use draagkracht_core::{
    case_questionnaire::{self, Approach, Measures, Site},
    decimal::Ratio,
    form::{Answers, Form, FormMean, FormResponse},
    plan::{Actor, InterventionType},
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The line of kind `measures`.
#[derive(Debug, Serialize)]
pub struct MeasuresLine {
    response_id: Uuid,
    case_id: Option<Uuid>,
    form: String,
    revision: u32,
    /// Of `case.v1`, when of each of the six types it was said whether it was used.
    case: Option<CaseMeasures>,
    /// The mean of each section that has one, high being favourable.
    means: BTreeMap<String, Scale>,
}

/// Appendix 2.1 and table 4.5, of one case.
#[derive(Debug, Serialize)]
pub struct CaseMeasures {
    /// The types that were used, each with who took part; null where that was not said.
    pub used: BTreeMap<InterventionType, Option<BTreeSet<Actor>>>,
    /// How many, 0 to 6.
    pub types: usize,
    /// `none`, `single` or `multiple`.
    pub approach: &'static str,
    /// In how many types each of the four took part; null when of one it was not said.
    pub involvement: BTreeMap<Actor, Option<usize>>,
    /// In how many types the professional took part.
    pub with_professional: u32,
    /// The share of those in which none of the other three did.
    #[serde(serialize_with = "as_number")]
    pub solo_share: Option<Ratio>,
    /// The mean number of partners in those, the professional included.
    #[serde(serialize_with = "as_number")]
    pub partners: Option<Ratio>,
    /// `social_team` or `organisation`.
    pub site: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct Scale {
    sum: u16,
    answered: u8,
    scored: bool,
    #[serde(serialize_with = "as_number")]
    mean: Option<Ratio>,
}

impl MeasuresLine {
    /// Of answers to this list.
    pub fn of(answers: &FormResponse, form: &Form) -> Self {
        let means = form.means(&answers.answers).into_iter();
        Self {
            response_id: answers.response_id,
            case_id: answers.case.as_ref().map(|case| case.case_id),
            form: form.id().to_owned(),
            revision: answers.revision.get(),
            case: CaseMeasures::of(form, &answers.answers),
            means: means.map(|(section, mean)| (section, Scale::of(mean))).collect(),
        }
    }
}

impl CaseMeasures {
    /// Of answers to `case.v1`; `None` of another list, and when they do not say what was used.
    pub fn of(form: &Form, answers: &Answers) -> Option<Self> {
        let measures = Measures::of(answers).filter(|_| form.id() == case_questionnaire::ID)?;
        let together = measures.partnership();
        let involvement =
            Actor::REPORTED.into_iter().map(|actor| (actor, measures.involvement(actor)));
        Some(Self {
            types: measures.types(),
            approach: match measures.approach() {
                Approach::None => "none",
                Approach::Single => "single",
                Approach::Multiple => "multiple",
            },
            involvement: involvement.collect(),
            with_professional: together.with_professional,
            solo_share: together.solo_share(),
            partners: together.partners(),
            site: measures.site.map(|site| match site {
                Site::SocialTeam => "social_team",
                Site::Organisation => "organisation",
            }),
            used: measures.used,
        })
    }
}

impl Scale {
    fn of(mean: FormMean) -> Self {
        Self { sum: mean.sum, answered: mean.answered, scored: mean.scored, mean: mean.mean() }
    }
}
