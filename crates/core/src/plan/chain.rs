//! The steps of a chain, in the order in which a conversation takes them (figure 4.1), and how far each is.

use super::{Agrees, Goal, Occasion, Plan};
use crate::person::Rater;

/// One step of the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What was asked.
    Request,
    /// What the resident wishes.
    Wish,
    /// What weighs and what carries, as the lists say it.
    Weighs,
    /// What came out of the clarification.
    Outcome,
    /// Where both agree, and what stays open.
    View,
    /// What is to be reached.
    Goals,
    /// What is done for it, by whom and when.
    Actions,
    /// How it stands at a later moment.
    Follow,
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepProgress {
    /// There is nothing yet.
    Open,
    /// There is something.
    Begun,
    /// What the step asks for is there. It can still be changed.
    Done,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 8] = [
        Self::Request,
        Self::Wish,
        Self::Weighs,
        Self::Outcome,
        Self::View,
        Self::Goals,
        Self::Actions,
        Self::Follow,
    ];
}

impl StepProgress {
    /// Of a step that asks for something of every part.
    fn of(begun: bool, mut all: impl Iterator<Item = bool>) -> Self {
        match begun {
            false => Self::Open,
            true if all.all(|there| there) => Self::Done,
            true => Self::Begun,
        }
    }
}

impl Occasion {
    /// Whether both are the same conversation: the same moment, or the same day between two moments.
    pub fn is(&self, other: &Self) -> bool {
        let day = |occasion: &Self| occasion.at.as_str().chars().take(10).collect::<String>();
        self.moment == other.moment && (self.moment.is_some() || day(self) == day(other))
    }
}

impl Plan {
    /// How far a step is in the conversation of `now`: what is asked again at every moment counts for
    /// that moment only.
    pub fn progress(&self, step: Step, now: &Occasion) -> StepProgress {
        let written = |text: &str| !text.trim().is_empty();
        let one = |there: bool| StepProgress::of(there, [there].into_iter());
        match step {
            Step::Request => one(written(&self.request.words)),
            Step::Wish => {
                let words = written(&self.wish.words);
                StepProgress::of(words || !self.wish.topics.is_empty(), [words].into_iter())
            }
            Step::Weighs => {
                let rests = !self.rests_on.is_empty();
                StepProgress::of(rests || !self.acute.is_empty(), [rests].into_iter())
            }
            Step::Outcome => one(written(&self.outcome)),
            Step::View => {
                let said = |rater| self.views.iter().any(|v| v.rater == rater && v.on.is(now));
                let both = [Rater::Resident, Rater::Professional].map(said);
                StepProgress::of(both.contains(&true), both.into_iter())
            }
            Step::Goals => {
                let settled =
                    |goal: &Goal| written(&goal.words) && goal.resident_agrees != Agrees::NotAsked;
                StepProgress::of(!self.goals.is_empty(), self.goals.iter().map(settled))
            }
            Step::Actions => {
                let worked_on = |goal: &Goal| {
                    self.interventions.iter().any(|i| {
                        i.goals.contains(&goal.id) && written(&i.words) && !i.actors.is_empty()
                    })
                };
                StepProgress::of(!self.interventions.is_empty(), self.goals.iter().map(worked_on))
            }
            Step::Follow => {
                let asked = |goal: &Goal| goal.followed.iter().any(|f| f.on.is(now));
                StepProgress::of(self.goals.iter().any(asked), self.goals.iter().map(asked))
            }
        }
    }
}
