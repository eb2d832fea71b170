//! What is written at the rows of a comparison: the third perspective, and the resident's mark.

use super::{Desk, writing::Draft};
use crate::platform::clock;
use draagkracht_core::{
    person::{Moment, Person},
    remark::{About, Remark, Words},
};
use draagkracht_vault::Damaged;

impl Desk {
    /// What was said at the rows of somebody's comparison. Empty while that comparison may not be seen.
    pub fn remarks(self, person: &Person, moment: Moment) -> Result<Vec<Remark>, Damaged> {
        if !self.may_be_seen(person, moment) {
            return Ok(vec![]);
        }
        let mut remarks: Vec<Remark> = self.papers()?;
        remarks.retain(|remark| remark.person == *person && remark.moment == moment);
        Ok(remarks)
    }

    /// Takes what stands at a row now. The caller has it written.
    pub fn remark(self, person: &Person, moment: Moment, about: About, words: Words) {
        // Nothing is written over what cannot be read.
        let Ok(kept) = self.papers::<Remark>() else { return };
        let kept = kept.into_iter().find(|remark| remark.is_at(person, moment, about));
        let now = clock::now();
        let remark = match kept {
            Some(kept) if kept.words == words => return,
            Some(kept) => kept.with(words, now),
            None => Remark {
                remark_id: clock::new_id(),
                person: person.clone(),
                moment,
                about,
                words,
                written: now.clone(),
                changed: now,
            },
        };
        self.put_draft(Draft::Remark(Box::new(remark)));
    }
}
