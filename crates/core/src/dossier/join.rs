//! A colleague's copy of a dossier that is here already: what was said there too is taken over, and
//! nothing that stands here is lost.

use super::{Dossier, Member, NOTE, Origin};
use crate::{case::Consent, person::Person};

/// What of the other copy came into this one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Joined {
    /// Members who were not here yet.
    pub members: Vec<Person>,
    /// Members of whom something later was known there: a consent given or withdrawn, or that they
    /// left.
    pub changed: Vec<Person>,
    /// The note of there is none of here and does not fit beside it: it was left out.
    pub note_left_out: bool,
}

impl Dossier {
    /// Records whom it came from; the same colleague is there once, with the first time.
    pub fn add_origin(&mut self, origin: Origin) {
        let same =
            |o: &Origin| o.pseudonym == origin.pseudonym && o.fingerprint == origin.fingerprint;
        if !self.origins.iter().any(same) {
            self.origins.push(origin);
        }
    }

    /// Takes over what a colleague's copy has and this one has not. Of a consent, the one that was
    /// said last counts. Of the lists that will not come only those of new members are taken over:
    /// here, nobody declared the others, and each opens the other rater's list.
    pub fn join(&mut self, theirs: &Self) -> Joined {
        let mut joined = Joined::default();
        for member in &theirs.members {
            if let Some(ours) = self.members.iter_mut().find(|ours| ours.person == member.person) {
                if ours.join(member) {
                    joined.changed.push(member.person.clone());
                }
                continue;
            }
            self.members.push(member.clone());
            let absent = theirs.absent.iter().filter(|a| a.cell.person == member.person);
            self.absent.extend(absent.cloned());
            joined.members.push(member.person.clone());
        }
        joined.note_left_out = !self.join_note(&theirs.note);
        joined
    }

    /// `false` when it was left out. The same note twice is one.
    fn join_note(&mut self, theirs: &str) -> bool {
        if self.note.contains(theirs) {
            return true;
        }
        if theirs.contains(&self.note) {
            theirs.clone_into(&mut self.note);
            return true;
        }
        let both = format!("{}\n\n{theirs}", self.note);
        let fits = both.chars().count() <= NOTE;
        if fits {
            self.note = both;
        }
        fits
    }
}

impl Member {
    /// Whether anything changed.
    fn join(&mut self, theirs: &Self) -> bool {
        let before = self.clone();
        for (ours, theirs) in [
            (&mut self.consents.support, &theirs.consents.support),
            (&mut self.consents.research, &theirs.consents.research),
        ] {
            take_later(ours, theirs);
        }
        if self.left.is_none() {
            self.left.clone_from(&theirs.left);
        }
        *self != before
    }
}

fn take_later(ours: &mut Consent, theirs: &Consent) {
    // Said at one second in two ways: what was not agreed to everywhere is not agreed to.
    let withdrawn = theirs.since == ours.since && !theirs.given;
    if theirs.since > ours.since || withdrawn {
        ours.clone_from(theirs);
    }
}
