//! Made-up answers to the lists that only a professional is asked. What the plan says of a case is in
//! them; the rest, and its shares, are ours: the report's facts that this program has do not say them.

use super::chance::Chance;
use draagkracht_core::{
    case::Case,
    case_questionnaire::{self, prefill},
    form::{AboutCase, Answers, Field, Form, FormAnswer, FormResponse, Kind},
    instrument::ItemId,
    person::Moment,
    plan::{InterventionType, Plan},
    timestamp::Timestamp,
};

/// A question is left, or answered with "Weet ik niet".
const LEFT: f64 = 0.02;
/// There was attention for it.
const ATTENTION: f64 = 0.6;

/// Both lists.
pub struct Forms {
    case: Form,
    conditions: Form,
}

impl Forms {
    /// The lists of this program; `None` when one is missing.
    pub fn built_in() -> Option<Self> {
        let form = |id| Form::built_in(id)?.ok();
        Some(Self { case: form(case_questionnaire::ID)?, conditions: form("conditions.v1")? })
    }

    /// The case questionnaire, at the last moment.
    pub fn of_case(
        &self,
        case: &Case,
        plan: Option<&Plan>,
        pseudonym: &str,
        at: &Timestamp,
        chance: &mut Chance,
    ) -> FormResponse {
        let about = AboutCase {
            case_id: case.case_id,
            case_code: case.case_code,
            person: case.person.clone(),
            moment: Moment::T3,
        };
        let known = plan.map(prefill).unwrap_or_default();
        let (id, who) = (chance.uuid_at(at), Some(pseudonym.to_owned()));
        let begun = FormResponse::begin(id, &self.case, Some(about), who, known, at.clone());
        let answers = self.case_answers(begun.answers.clone(), plan.is_some(), chance);
        begun.revised(answers, true, at.clone())
    }

    /// The working conditions of a professional.
    pub fn of_work(&self, pseudonym: &str, at: &Timestamp, chance: &mut Chance) -> FormResponse {
        let (id, who) = (chance.uuid_at(at), Some(pseudonym.to_owned()));
        let begun =
            FormResponse::begin(id, &self.conditions, None, who, Answers::new(), at.clone());
        let mut answers = Answers::new();
        for field in self.conditions.fields() {
            if let Some(answer) = drawn(field, 3.0, chance) {
                answers.insert(field.id.clone(), answer);
            }
        }
        begun.revised(answers, true, at.clone())
    }

    fn case_answers(&self, mut answers: Answers, planned: bool, chance: &mut Chance) -> Answers {
        let used =
            |kind: InterventionType| ItemId::new(format!("interventions.{}.used", kind.as_str()));
        for kind in InterventionType::ALL {
            // Where there is a plan, what is not in it was seldom done.
            let share = if planned { 0.08 } else { 0.45 };
            let done = chance.happens(share);
            answers.entry(used(kind)).or_insert(FormAnswer::YesNo(done));
        }
        for field in self.case.fields() {
            let asked = self.case.asked(&answers).any(|asked| asked.id == field.id);
            if !asked || answers.contains_key(&field.id) {
                continue;
            }
            let mean = match field.id.as_str() {
                id if id.starts_with("influence.") => 7.0,
                id if id.starts_with("emphasis.") => 4.5,
                _ => 3.2,
            };
            if let Some(answer) = drawn(field, mean, chance) {
                answers.insert(field.id.clone(), answer);
            }
        }
        answers
    }
}

/// An answer, unless the question is left; open questions are.
fn drawn(field: &Field, mean: f64, chance: &mut Chance) -> Option<FormAnswer> {
    if chance.happens(LEFT) {
        return chance.happens(0.5).then_some(FormAnswer::DontKnow);
    }
    let below = |options: usize, chance: &mut Chance| {
        usize::try_from(chance.below(options as u64)).unwrap_or_default()
    };
    Some(match &field.kind {
        Kind::Text => return None,
        Kind::YesNo => FormAnswer::YesNo(chance.happens(ATTENTION)),
        Kind::Scale { from, to, .. } => {
            let spread = f64::from(to - from) / 4.5;
            let latent = mean + spread * chance.normal();
            FormAnswer::Scale(
                (*from..=*to)
                    .rfind(|point| f64::from(*point) <= latent.max(f64::from(*from)) + 0.5)?,
            )
        }
        Kind::One(options) => FormAnswer::One(options[below(options.len(), chance)].id.clone()),
        Kind::Several(options) => {
            let chosen = options.iter().filter(|_| chance.happens(0.4));
            FormAnswer::Several(chosen.map(|option| option.id.clone()).collect())
        }
    })
}
