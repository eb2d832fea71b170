//! What a link carries after `#`: the case code, and if need be the person and the moment.
//! `#73D0-9NZF`, `#73D0-9NZF/2` or `#73D0-9NZF/1/T2`.

use crate::{
    case_code::{CaseCode, CaseCodeError},
    person::{Moment, NotAPerson, Person},
};
use std::{fmt, str::FromStr};

/// An invitation to fill in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The case.
    pub code: CaseCode,
    /// Who in the household.
    pub person: Person,
    /// Which moment.
    pub moment: Moment,
}

/// Why a text is no invitation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvitationError {
    /// The code is wrong.
    #[error(transparent)]
    Code(#[from] CaseCodeError),
    /// The person is not written as one.
    #[error(transparent)]
    Person(#[from] NotAPerson),
    /// The moment is not one of three.
    #[error("a moment is T1, T2 or T3, not \"{0}\"")]
    Moment(String),
    /// There is more than three parts.
    #[error("an invitation is a code, a person and a moment; \"{0}\" is left over")]
    LeftOver(String),
}

impl Invitation {
    /// An invitation with a code alone: the one who asked, at the start.
    pub fn of(code: CaseCode) -> Self {
        Self { code, person: Person::first(), moment: Moment::T1 }
    }
}

impl FromStr for Invitation {
    type Err = InvitationError;

    fn from_str(text: &str) -> Result<Self, InvitationError> {
        let mut parts = text.splitn(4, '/');
        let mut invitation = Self::of(parts.next().unwrap_or_default().parse()?);
        if let Some(person) = parts.next() {
            invitation.person = person.to_owned().try_into()?;
        }
        if let Some(moment) = parts.next() {
            let parsed = Moment::parse(moment);
            invitation.moment = parsed.ok_or_else(|| InvitationError::Moment(moment.to_owned()))?;
        }
        match parts.next() {
            Some(rest) => Err(InvitationError::LeftOver(rest.to_owned())),
            None => Ok(invitation),
        }
    }
}

impl fmt::Display for Invitation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.code, self.person, self.moment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_alone_is_for_the_one_who_asked_at_the_start() {
        let invitation: Invitation = "73D0-9NZF".parse().unwrap();
        assert_eq!(invitation.to_string(), "73D0-9NZF/1/T1");
        assert_eq!("73d09nzf/2/T3".parse::<Invitation>().unwrap().to_string(), "73D0-9NZF/2/T3");
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, message) in [
            (
                "73D0-9NZG",
                "the check character does not fit: a character is wrong or two are swapped",
            ),
            (
                "73D0-9NZF/anna maria",
                "a person in the household is 1 to 8 letters or digits, not \"anna maria\"",
            ),
            ("73D0-9NZF/1/T4", "a moment is T1, T2 or T3, not \"T4\""),
            (
                "73D0-9NZF/1/T1/x",
                "an invitation is a code, a person and a moment; \"x\" is left over",
            ),
        ] {
            assert_eq!(text.parse::<Invitation>().unwrap_err().to_string(), message);
        }
    }
}
