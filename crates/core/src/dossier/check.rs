//! Whether a dossier that was read makes sense: what its own methods keep true, a file need not.

use super::{Dossier, NOTE};
use crate::person::Person;

/// Why a dossier is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DossierFault {
    /// Nobody asked.
    #[error("the household has no members")]
    Empty,
    /// Members are labelled 1, 2, 3, so that one label never means two people.
    #[error("member {number} of the household has the label \"{found}\"")]
    Label {
        /// The place in the list, from 1.
        number: usize,
        /// The label there.
        found: Person,
    },
    /// More members than there are labels.
    #[error("the household has {0} members; 9 are the most")]
    TooMany(usize),
    /// The note is longer than [`NOTE`].
    #[error("the note has {0} characters; {NOTE} is the most")]
    NoteTooLong(usize),
    /// A list that will not come, of nobody in the household.
    #[error("a list of person {0} is said not to come, who is not in the household")]
    AbsentNobody(Person),
    /// The same list twice among those that will not come.
    #[error("a list of person {0} is said twice not to come")]
    AbsentTwice(Person),
}

impl Dossier {
    /// Checks a dossier that was read.
    pub fn check(&self) -> Result<(), DossierFault> {
        match self.members.len() {
            0 => return Err(DossierFault::Empty),
            1..=9 => {}
            more => return Err(DossierFault::TooMany(more)),
        }
        for (number, member) in (1_usize..).zip(&self.members) {
            if String::from(member.person.clone()) != number.to_string() {
                return Err(DossierFault::Label { number, found: member.person.clone() });
            }
        }
        match self.note.chars().count() {
            0..=NOTE => {}
            longer => return Err(DossierFault::NoteTooLong(longer)),
        }
        for (at, absence) in self.absent.iter().enumerate() {
            let person = &absence.cell.person;
            if self.member(person).is_none() {
                return Err(DossierFault::AbsentNobody(person.clone()));
            }
            if self.absent[..at].iter().any(|before| before.cell == absence.cell) {
                return Err(DossierFault::AbsentTwice(person.clone()));
            }
        }
        Ok(())
    }
}
