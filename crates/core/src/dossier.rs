//! What a professional keeps of a case beside its answers: the household, what will not come, a note
//! for oneself. It is in the vault only; of it a bundle holds nothing but each member's consents.

mod check;
mod join;

pub use check::DossierFault;
pub use join::Joined;

use crate::{
    case::{self, Case, Consents},
    case_code::CaseCode,
    person::{Moment, Person, Rater},
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The longest note, in characters.
pub const NOTE: usize = 2000;

/// A professional's record of one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dossier {
    /// The household; never empty, and the first is the one who asked.
    members: Vec<Member>,
    /// For the professional alone; never leaves the device but with the whole case to a colleague.
    note: String,
    /// Out of the way, as when support has ended.
    pub archived: bool,
    /// Lists that will not come.
    absent: Vec<Absence>,
    /// Where it came from, colleague by colleague; empty where it was made.
    pub origins: Vec<Origin>,
}

/// Somebody of the household: a label, never a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// The label, such as `1`.
    pub person: Person,
    /// What this person agreed to.
    pub consents: Consents,
    /// When this person left the household; their answers stay.
    pub left: Option<Timestamp>,
}

/// Which list: whose judgement, about whom, at which moment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// About whom.
    pub person: Person,
    /// At which moment.
    pub moment: Moment,
    /// Whose judgement.
    pub rater: Rater,
}

/// A list that will not come, declared by the professional.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Absence {
    cell: Cell,
    since: Timestamp,
}

/// A colleague whom a case came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// The colleague's pseudonym.
    pub pseudonym: String,
    /// The end of the colleague's device code, as compared aloud.
    pub fingerprint: String,
    /// When it was imported.
    pub at: Timestamp,
}

/// Why a dossier was not changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DossierError {
    /// The note is longer than [`NOTE`].
    #[error("a note is at most {NOTE} characters, not {0}")]
    NoteTooLong(usize),
    /// The one who asked stays.
    #[error("person {0} is the one who asked, and stays in the case")]
    Asked(Person),
    /// Nobody of that label.
    #[error("there is no person {0} in this household")]
    Nobody(Person),
    /// Nine at most, so that a label is a digit.
    #[error("a household has at most 9 members here")]
    Full,
}

impl Dossier {
    /// Of a new case: the one who asked, who agreed to nothing yet.
    pub fn new(now: &Timestamp) -> Self {
        Self {
            members: vec![Member::new(Person::first(), now)],
            note: String::new(),
            archived: false,
            absent: vec![],
            origins: vec![],
        }
    }

    /// Everybody who is or was in the household, the one who asked first.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// It without what is only written in it: the note, and what each agreed to.
    #[must_use]
    pub fn outline(mut self) -> Self {
        self.note.clear();
        for member in &mut self.members {
            member.consents = Consents::none(&Timestamp::default());
        }
        self
    }

    /// Everybody who is in the household now.
    pub fn present(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|member| member.left.is_none())
    }

    /// The one who asked.
    pub fn asked(&self) -> &Person {
        &self.members[0].person
    }

    /// Whether somebody agreed to their own support: nothing about them is sealed or sent without.
    pub fn has_agreed(&self, person: &Person) -> bool {
        self.member(person).is_some_and(|member| member.consents.support.given)
    }

    /// The member with this label.
    pub fn member(&self, person: &Person) -> Option<&Member> {
        self.members.iter().find(|member| member.person == *person)
    }

    /// Another member; says under which label.
    pub fn add_member(&mut self, now: &Timestamp) -> Result<Person, DossierError> {
        let label = u8::try_from(self.members.len() + 1).ok().filter(|n| *n <= 9);
        let label = label.ok_or(DossierError::Full)?.to_string();
        let person = Person::try_from(label).map_err(|_| DossierError::Full)?;
        self.members.push(Member::new(person.clone(), now));
        Ok(person)
    }

    /// Somebody leaves the household. What they answered stays; their label is not given again.
    pub fn remove_member(&mut self, person: &Person, now: Timestamp) -> Result<(), DossierError> {
        if person == self.asked() {
            return Err(DossierError::Asked(person.clone()));
        }
        let member = self.members.iter_mut().find(|member| member.person == *person);
        member.ok_or_else(|| DossierError::Nobody(person.clone()))?.left = Some(now);
        Ok(())
    }

    /// What a member agreed to; one that did not change keeps the time since when it holds.
    pub fn set_consents(
        &mut self,
        person: &Person,
        consents: Consents,
    ) -> Result<(), DossierError> {
        let member = self.members.iter_mut().find(|member| member.person == *person);
        member.ok_or_else(|| DossierError::Nobody(person.clone()))?.consents = consents;
        Ok(())
    }

    /// The note.
    pub fn note(&self) -> &str {
        &self.note
    }

    /// Another note.
    pub fn set_note(&mut self, note: String) -> Result<(), DossierError> {
        match note.chars().count() {
            length if length > NOTE => Err(DossierError::NoteTooLong(length)),
            _ => {
                self.note = note;
                Ok(())
            }
        }
    }

    /// Declares that a list will not come, or that it may come after all.
    pub fn set_absent(&mut self, cell: Cell, absent: bool, now: Timestamp) {
        self.absent.retain(|absence| absence.cell != cell);
        if absent {
            self.absent.push(Absence { cell, since: now });
        }
    }

    /// Whether a list was declared not to come.
    pub fn is_absent(&self, cell: &Cell) -> bool {
        self.absent.iter().any(|absence| absence.cell == *cell)
    }

    /// The case as it goes into a bundle with a response about this person.
    pub fn case_of(
        &self,
        person: &Person,
        case_id: Uuid,
        case_code: CaseCode,
        created: Timestamp,
    ) -> Result<Case, DossierError> {
        let member = self.member(person).ok_or_else(|| DossierError::Nobody(person.clone()))?;
        Ok(Case {
            format: case::FORMAT.to_owned(),
            version: case::VERSION,
            case_id,
            case_code,
            person: person.clone(),
            created,
            consents: member.consents.clone(),
        })
    }
}

impl Member {
    fn new(person: Person, now: &Timestamp) -> Self {
        Self { person, consents: Consents::none(now), left: None }
    }
}

impl Cell {
    /// The same person and moment, as the other rater sees it.
    #[must_use]
    pub fn other(&self) -> Self {
        let rater = match self.rater {
            Rater::Resident => Rater::Professional,
            Rater::Professional => Rater::Resident,
        };
        Self { rater, ..self.clone() }
    }
}
