//! What weighs and what carries, read from the lists of the person in hand. Of a moment that is not open
//! nothing is read: `Desk::read_case` leaves it out.

use crate::desk::Desk;
use draagkracht_core::{
    instrument::{ItemId, Topic},
    life_domain::LifeDomain,
    person::{Moment, Person, Rater},
    plan::{ListRef, Situation},
    reading::{Answered, Sides, domains::Level},
};
use leptos::prelude::*;
use std::{collections::BTreeSet, num::NonZeroU32};

/// What the newest open moment says.
#[derive(Debug, Clone)]
pub struct Weighing {
    /// The moment that it is of.
    pub moment: Moment,
    /// The domains that are severe to anyone, in order, with what each said.
    pub heavy: Vec<(ItemId, Sides<Option<Level>>)>,
    /// The topics that are strong to anyone, and to whom.
    pub strong: Vec<(Topic, Vec<Rater>)>,
    /// What the checks need to know of it.
    pub situation: Situation,
    /// The lists that it was read from.
    pub lists: Vec<ListRef>,
}

impl Desk {
    /// What the lists of the person in hand say; none while none of them may be seen.
    pub fn weighing(self) -> Option<Weighing> {
        let (person, _) = self.subject.get_untracked()?;
        Moment::ALL.into_iter().rev().find_map(|moment| self.weighing_at(&person, moment))
    }

    /// Names the lists that lay on the table in the plan.
    pub fn rests_on(self, lists: Vec<ListRef>) {
        if self.plan().is_some_and(|plan| plan.rests_on != lists) {
            self.change_plan(|plan| plan.rests_on = lists);
        }
    }

    /// Takes another moment of the same person to look at.
    pub fn look_at(self, moment: Moment) {
        self.subject.update(|subject| {
            if let Some((_, shown)) = subject {
                *shown = moment;
            }
        });
    }

    fn weighing_at(self, person: &Person, moment: Moment) -> Option<Weighing> {
        let subject = self.subject(person)?;
        self.read_case(|reading, newest| {
            let read = |rater| newest.read(reading, &subject, rater, moment).ok();
            let both =
                Sides { resident: read(Rater::Resident), professional: read(Rater::Professional) };
            let there: Vec<_> =
                [&both.resident, &both.professional].into_iter().flatten().collect();
            if there.is_empty() {
                return None;
            }
            let situation = Situation { severe: severe(&there), weak: weak(&there) };
            let heavy = LifeDomain::ALL.into_iter().filter(|d| situation.severe.contains(d));
            let heavy = heavy.map(|domain| {
                let item = ItemId::new(format!("burden.{}", domain.as_str()));
                let level = |list: &Option<Answered<'_>>| {
                    let domains = list.as_ref()?.domains();
                    Some(domains.into_iter().find(|said| said.item == item)?.level)
                };
                let sides = both.map(level);
                (item, sides)
            });
            Some(Weighing {
                moment,
                heavy: heavy.collect(),
                strong: Topic::ALL.into_iter().filter_map(|t| strong(t, &both)).collect(),
                lists: there.iter().filter_map(|list| list_of(list)).collect(),
                situation,
            })
        })?
    }
}

fn severe(lists: &[&Answered<'_>]) -> BTreeSet<LifeDomain> {
    let domains = lists.iter().flat_map(|list| list.domains());
    domains.filter(|d| d.level.severe).filter_map(|d| LifeDomain::of_item(&d.item)).collect()
}

fn weak(lists: &[&Answered<'_>]) -> BTreeSet<String> {
    let places = lists.iter().flat_map(|list| list.placed().components);
    let weak = places.filter(|place| place.measured.standing.is_some_and(|s| !s.strong));
    weak.map(|place| place.component).collect()
}

/// To whom a topic is strong; none where it is to neither.
fn strong(topic: Topic, both: &Sides<Option<Answered<'_>>>) -> Option<(Topic, Vec<Rater>)> {
    let is_strong = |rater: &Rater| {
        let topics = both.of(*rater).as_ref().map(Answered::topics).unwrap_or_default();
        let of_topic = |place: &&_| {
            let place: &draagkracht_core::reading::place::Place = place;
            place.topic == Some(topic)
        };
        let found = topics.iter().find(of_topic).and_then(|place| place.measured.standing);
        found.is_some_and(|standing| standing.strong)
    };
    let raters = [Rater::Resident, Rater::Professional].into_iter().filter(is_strong);
    let raters: Vec<_> = raters.collect();
    (!raters.is_empty()).then_some((topic, raters))
}

fn list_of(list: &Answered<'_>) -> Option<ListRef> {
    let source = list.source();
    Some(ListRef { response_id: source.response_id, revision: NonZeroU32::new(source.revision)? })
}
