//! What the report derives from the case questionnaire (appendix 2.1, table 4.5).

use super::{actors, used};
use crate::{
    decimal::Ratio,
    form::{Answers, FormAnswer},
    instrument::ItemId,
    plan::{Actor, InterventionType},
};
use std::collections::{BTreeMap, BTreeSet};

/// Which types of intervention a case had, and who took part in each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measures {
    /// The types that were used; without actors where it was not said who took part.
    pub used: BTreeMap<InterventionType, Option<BTreeSet<Actor>>>,
    /// The kind of site, when it was said.
    pub site: Option<Site>,
}

/// Whether one type of intervention was used or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approach {
    /// No type at all.
    None,
    /// One type.
    Single,
    /// Two types or more.
    Multiple,
}

/// The kind of site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Site {
    /// A social team of the municipality.
    SocialTeam,
    /// An organisation.
    Organisation,
}

/// How the professional worked with others, over a number of interventions. The resident is not one
/// of the four that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Partnership {
    /// In how many the professional took part.
    pub with_professional: u32,
    /// In how many of those nobody else of the four did.
    pub alone: u32,
    /// How many of the four took part in those, the professional included, all together.
    pub actors: u32,
}

impl Measures {
    /// Of the answers to `case.v1`; `None` unless each of the six types was answered with yes or no.
    pub fn of(answers: &Answers) -> Option<Self> {
        let mut types = BTreeMap::new();
        for kind in InterventionType::ALL {
            match answers.get(&used(kind))? {
                FormAnswer::YesNo(true) => _ = types.insert(kind, took_part(kind, answers)),
                FormAnswer::YesNo(false) => {}
                _ => return None,
            }
        }
        let site = match answers.get(&ItemId::new("site.kind")) {
            Some(FormAnswer::One(kind)) if kind == "social_team" => Some(Site::SocialTeam),
            Some(FormAnswer::One(kind)) if kind == "organisation" => Some(Site::Organisation),
            _ => None,
        };
        Some(Self { used: types, site })
    }

    /// The number of types that were used, 0 to 6.
    pub fn types(&self) -> usize {
        self.used.len()
    }

    /// Single or multiple.
    pub fn approach(&self) -> Approach {
        match self.types() {
            0 => Approach::None,
            1 => Approach::Single,
            _ => Approach::Multiple,
        }
    }

    /// In how many types someone took part, 0 to 6; `None` when of a type it was not said who did.
    pub fn involvement(&self, actor: Actor) -> Option<usize> {
        let said: Option<Vec<_>> = self.used.values().map(Option::as_ref).collect();
        Some(said?.into_iter().filter(|actors| actors.contains(&actor)).count())
    }

    /// How the professional worked with others in this case, over the types of which it was said.
    pub fn partnership(&self) -> Partnership {
        Partnership::over(self.used.values().flatten())
    }
}

impl Partnership {
    /// Over interventions with these actors.
    pub fn over<'a>(interventions: impl IntoIterator<Item = &'a BTreeSet<Actor>>) -> Self {
        let mut all = Self::default();
        for actors in interventions {
            if actors.contains(&Actor::Professional) {
                let counted = actors.iter().filter(|actor| Actor::REPORTED.contains(actor));
                let counted = counted.fold(0, |count, _| count + 1);
                all.with_professional += 1;
                all.actors += counted;
                all.alone += u32::from(counted == 1);
            }
        }
        all
    }

    /// Of one type of intervention over cases: a row of table 4.5.
    pub fn of_type(kind: InterventionType, cases: &[Measures]) -> Self {
        Self::over(cases.iter().filter_map(|case| case.used.get(&kind)?.as_ref()))
    }

    /// The share in which the professional acted alone, 0 to 1; `None` where they took no part.
    pub fn solo_share(self) -> Option<Ratio> {
        ratio(self.alone, self.with_professional)
    }

    /// The mean number of partners, the professional included, 1 to 4; `None` where they took no part.
    pub fn partners(self) -> Option<Ratio> {
        ratio(self.actors, self.with_professional)
    }
}

fn ratio(part: u32, whole: u32) -> Option<Ratio> {
    Ratio::new(i32::try_from(part).ok()?, whole)
}

/// Who took part in a type; `None` when it was not said.
fn took_part(kind: InterventionType, answers: &Answers) -> Option<BTreeSet<Actor>> {
    let Some(FormAnswer::Several(ids)) = answers.get(&actors(kind)) else { return None };
    let all = Actor::REPORTED.into_iter().chain([Actor::Resident]);
    Some(all.filter(|actor| ids.contains(actor.as_str())).collect())
}
