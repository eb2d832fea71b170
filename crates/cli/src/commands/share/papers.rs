//! Which version of each plan, note and professional's list goes along, by the rule of the app that takes
//! it: nothing that was said is lost unseen.

use crate::archive::Entry;
use draagkracht_bundle::Contents;
use draagkracht_core::{
    form::{AboutCase, FormResponse},
    note::Note,
    papers::{Papers, contains},
    plan::Plan,
    timestamp::Timestamp,
};
use serde::Serialize;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Everything of a case that professionals wrote beside lists, in every version that was received.
#[derive(Default)]
pub struct AllPapers {
    plans: Vec<Version<Plan>>,
    notes: Vec<Version<Note>>,
    form_responses: Vec<Version<FormResponse>>,
}

/// Of each paper one version.
pub struct Chosen {
    papers: Papers,
    /// A line for each paper, and for each version that is left out.
    pub told: Vec<String>,
}

/// A paper as one bundle has it.
#[derive(Clone)]
struct Version<P> {
    paper: P,
    received: Timestamp,
    bundle_id: Uuid,
    /// The fingerprint of the device that signed it.
    device: String,
}

trait Paper: Clone + PartialEq + Serialize {
    const NAME: &str;
    fn id(&self) -> Uuid;
    fn revision(&self) -> u32;
    fn case_id(&self) -> Option<Uuid>;
}

impl Paper for Plan {
    const NAME: &str = "plan";

    fn id(&self) -> Uuid {
        self.plan_id
    }

    fn revision(&self) -> u32 {
        self.revision.get()
    }

    fn case_id(&self) -> Option<Uuid> {
        Some(self.case_id)
    }
}

impl Paper for Note {
    const NAME: &str = "note";

    fn id(&self) -> Uuid {
        self.note_id
    }

    fn revision(&self) -> u32 {
        self.revision.get()
    }

    fn case_id(&self) -> Option<Uuid> {
        Some(self.case_id)
    }
}

impl Paper for FormResponse {
    const NAME: &str = "form response";

    fn id(&self) -> Uuid {
        self.response_id
    }

    fn revision(&self) -> u32 {
        self.revision.get()
    }

    fn case_id(&self) -> Option<Uuid> {
        self.case.as_ref().map(|case| case.case_id)
    }
}

impl AllPapers {
    /// Takes those of a case out of a bundle.
    pub fn add(&mut self, contents: &mut Contents, case_id: Uuid, entry: &Entry) {
        take(&mut self.plans, &mut contents.plans, case_id, entry);
        take(&mut self.notes, &mut contents.notes, case_id, entry);
        take(&mut self.form_responses, &mut contents.form_responses, case_id, entry);
    }

    /// Takes in those of another case of the same household.
    pub fn join(&mut self, other: Self) {
        self.plans.extend(other.plans);
        self.notes.extend(other.notes);
        self.form_responses.extend(other.form_responses);
    }

    /// Of each paper the version that goes along.
    pub fn choose(&self) -> Chosen {
        let mut told = vec![];
        let plans = choose(&self.plans, &mut told);
        let notes = choose(&self.notes, &mut told);
        let form_responses = choose(&self.form_responses, &mut told);
        Chosen { papers: Papers { plans, notes, form_responses }, told }
    }
}

impl Chosen {
    /// The papers, as those of this case.
    pub fn of_case(self, case_id: Uuid) -> Papers {
        let Papers { plans, notes, form_responses } = self.papers;
        let about = |answers: FormResponse| FormResponse {
            case: answers.case.map(|case| AboutCase { case_id, ..case }),
            ..answers
        };
        Papers {
            plans: plans.into_iter().map(|plan| Plan { case_id, ..plan }).collect(),
            notes: notes.into_iter().map(|note| Note { case_id, ..note }).collect(),
            form_responses: form_responses.into_iter().map(about).collect(),
        }
    }
}

fn take<P: Paper>(into: &mut Vec<Version<P>>, from: &mut Vec<P>, case_id: Uuid, entry: &Entry) {
    let of_case = from.drain(..).filter(|paper| paper.case_id() == Some(case_id));
    into.extend(of_case.map(|paper| Version {
        paper,
        received: entry.receipt.received.clone(),
        bundle_id: entry.receipt.bundle_id,
        device: entry.device.fingerprint.clone(),
    }));
}

/// The newest revision of the device that began the paper, as `tables` counts it, takes the place of all that this
/// device said before. One behind it, from elsewhere or under the same number, takes its place only when it says
/// all that it says.
fn choose<P: Paper>(versions: &[Version<P>], told: &mut Vec<String>) -> Vec<P> {
    let mut by_id: BTreeMap<Uuid, Vec<&Version<P>>> = BTreeMap::new();
    for version in versions {
        by_id.entry(version.paper.id()).or_default().push(version);
    }
    let mut chosen = vec![];
    for (id, mut versions) in by_id {
        versions.sort_by_key(|v| (v.paper.revision(), &v.received, v.bundle_id));
        let Some(first) = versions.first().copied() else { continue };
        let own = versions.iter().filter(|version| version.device == first.device);
        let newest = own.map(|version| version.paper.revision()).max().unwrap_or_default();
        let is_newest = |v: &&Version<P>| v.device == first.device && v.paper.revision() == newest;
        // Under one number the first that was received.
        let mut behind = versions.iter().copied().skip_while(|version| !is_newest(version));
        let mut current = behind.next().unwrap_or(first);
        for other in behind {
            if contains(&other.paper, &current.paper) {
                current = other;
            }
        }
        let is_replaced = |v: &Version<P>| v.device == first.device && v.paper.revision() < newest;
        let left_out = versions
            .into_iter()
            .filter(|version| !is_replaced(version) && !contains(&current.paper, &version.paper));
        let (name, revision) = (P::NAME, current.paper.revision());
        told.push(format!(
            "  {name} {id} revision {revision}, from bundle {}\n",
            current.bundle_id
        ));
        told.extend(left_out.map(|version| {
            let Version { paper, bundle_id, device, .. } = version;
            format!(
                "note {name} {id}: revision {} of bundle {bundle_id}, from device {device}, says other \
                 things than revision {revision}: it is left out\n",
                paper.revision()
            )
        }));
        chosen.push(current.paper.clone());
    }
    chosen
}
