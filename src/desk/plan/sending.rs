//! Plans, notes and lists on their way to the organisation, when the professional says so; what they say
//! of their own work goes apart, to a recipient of its own.

use crate::{
    bundling::{self, Stopped},
    desk::{Desk, shelf::Shelf},
    platform::clock,
};
use draagkracht_core::{
    binary, case::Case, config::Config, form::FormResponse, papers::Papers, person::Person,
    remark::Remark,
};
use draagkracht_vault::{
    CaseFile, Job, Revision, Vault,
    outbox::Entry,
    received::{Way, way},
};
use leptos::prelude::*;
use uuid::Uuid;

/// How far the plan in hand is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanWay {
    /// The resident did not agree to their own support: nothing is sealed or sent.
    NoConsent,
    /// As a list.
    Way(Way),
}

impl Desk {
    /// How far this revision of the plan in hand is, and what goes with it. Follows cases and outbox.
    pub fn plan_way(self) -> Option<PlanWay> {
        let plan = self.plan()?;
        self.with_file(|file| {
            if !agreed(file, &plan.person) {
                return PlanWay::NoConsent;
            }
            let ways = revisions(&papers_of(file, &plan.person)).into_iter().map(|of| {
                let pending = file.pending_jobs().any(|job| job.responses.contains(&of));
                let way = self.outbox.with(|outbox| way(file.sealed(), of, outbox));
                if pending { way.max(Way::Waiting) } else { way }
            });
            PlanWay::Way(ways.min().unwrap_or(Way::OnlyHere))
        })
    }

    /// Has the plans of the person in hand, the notes that may go along and the lists that are ready
    /// sealed as they are now.
    pub fn send_plan(self) {
        if self.refuses_practice() {
            return;
        }
        let Some(person) = self.plan().map(|plan| plan.person) else { return };
        self.write_all();
        self.keep(move |vault, file| async move {
            let Some(mut file) = file else { return Ok(None) };
            let responses = revisions(&papers_of(&file, &person));
            if responses.is_empty() || !agreed(&file, &person) {
                return Ok(None);
            }
            let job = Job { bundle_id: clock::new_id(), responses, created: clock::now() };
            vault.add_job(&mut file, job).await?;
            Ok(Some(file))
        });
    }

    /// Seals what of a case waits to be sealed beside lists.
    pub(in crate::desk) async fn seal_papers(
        self,
        vault: &Vault<Shelf>,
        id: Uuid,
        recipients: &[String],
    ) -> Result<(), Stopped> {
        while let Some(mut file) = self.file(id)
            && let Some((job, case, papers)) = waiting(&file)
        {
            let bytes = sealed(vault, &job, vec![case], &papers, recipients.to_vec()).await?;
            vault.finish_job(&mut file, job.bundle_id, &bytes).await.map_err(|_| None)?;
            self.put_file(file);
        }
        Ok(())
    }

    /// Whether anything that the professional said of their own work waits, and the organisation has a key
    /// for it.
    pub(in crate::desk) async fn own_waits(self) -> bool {
        let has_key = |config: &Config| config.conditions_recipient.is_some();
        if !self.config.with_untracked(|config| config.as_ref().is_some_and(has_key)) {
            return false;
        }
        match &*self.held().open.lock().await {
            Some(vault) => !own_left(vault).await.is_empty(),
            None => false,
        }
    }

    /// Seals it to the recipient that the organisation has for it.
    pub(in crate::desk) async fn seal_own(
        self,
        vault: &Vault<Shelf>,
        recipient: &str,
    ) -> Result<(), Stopped> {
        for answers in own_left(vault).await {
            let papers = Papers { form_responses: vec![answers], ..Papers::default() };
            let responses = revisions(&papers);
            let job = Job { bundle_id: clock::new_id(), responses, created: clock::now() };
            let bytes = sealed(vault, &job, vec![], &papers, vec![recipient.to_owned()]).await?;
            vault.put_own_bundle(&job, &bytes).await.map_err(|_| None)?;
        }
        Ok(())
    }
}

/// What cannot be read is counted where the vault is read.
async fn own_left(vault: &Vault<Shelf>) -> Vec<FormResponse> {
    let bundles = vault.own_bundles().await.unwrap_or_default().into_iter().flatten();
    let sealed: Vec<Revision> = bundles.flat_map(|job| job.responses).collect();
    let all = vault.own_answers().await.unwrap_or_default().into_iter().flatten();
    let is_left = |answers: &FormResponse| {
        let (response_id, revision) = (answers.response_id, answers.revision.get());
        answers.completed.is_some() && !sealed.contains(&Revision { response_id, revision })
    };
    all.filter(is_left).collect()
}

/// The ids of what was written about somebody beside lists.
pub(in crate::desk) fn ids_of(file: &CaseFile, person: &Person) -> Vec<Uuid> {
    revisions(&papers_of(file, person)).into_iter().map(|of| of.response_id).collect()
}

/// How much of what was written in a case nobody said has arrived: it is lost with the case. Notes that
/// stay here are among it, and what stands at the rows of a comparison.
pub(in crate::desk) fn left_of(file: &CaseFile, outbox: &[Entry]) -> usize {
    // What cannot be read is counted where the case is read.
    let papers = file.all_papers().unwrap_or_default();
    let arrived = |of: &Revision| way(file.sealed(), *of, outbox) == Way::Received;
    let remarks = file.papers::<Remark>().unwrap_or_default();
    revisions(&papers).iter().filter(|of| !arrived(of)).count() + remarks.len()
}

/// What of somebody may be handed in: plans, notes that the professional wants to hand in, lists that are
/// ready.
fn papers_of(file: &CaseFile, person: &Person) -> Papers {
    // What cannot be read is counted where the case is read, and is not handed in.
    let Papers { mut plans, mut notes, mut form_responses } = file.all_papers().unwrap_or_default();
    plans.retain(|plan| plan.person == *person);
    notes.retain(|note| note.person == *person);
    let ready = |list: &FormResponse| list.completed.is_some();
    form_responses.retain(|list| {
        ready(list) && list.case.as_ref().is_some_and(|case| case.person == *person)
    });
    Papers { plans, notes, form_responses }.to_hand_in()
}

fn revisions(papers: &Papers) -> Vec<Revision> {
    let all = papers.revisions();
    all.map(|(response_id, revision)| Revision { response_id, revision }).collect()
}

fn agreed(file: &CaseFile, person: &Person) -> bool {
    file.dossier().ok().flatten().is_some_and(|dossier| dossier.has_agreed(person))
}

/// The first such job, with what it is about as it is now: that may be newer than when it was asked for.
fn waiting(file: &CaseFile) -> Option<(Job, Case, Papers)> {
    let (dossier, case) = (file.dossier().ok()??, file.case()?);
    let people = dossier.members().iter().map(|member| &member.person);
    people.filter(|person| dossier.has_agreed(person)).find_map(|person| {
        let papers = papers_of(file, person);
        let ids: Vec<_> = revisions(&papers).into_iter().map(|of| of.response_id).collect();
        let about = |job: &&Job| job.responses.iter().any(|of| ids.contains(&of.response_id));
        let job = file.pending_jobs().find(about)?.clone();
        let created = case.created.clone();
        let case = dossier.case_of(person, case.case_id, case.case_code, created).ok()?;
        Some((job, case, papers))
    })
}

async fn sealed(
    vault: &Vault<Shelf>,
    job: &Job,
    cases: Vec<Case>,
    papers: &Papers,
    recipients: Vec<String>,
) -> Result<Vec<u8>, Stopped> {
    // What is in memory as a value can be written as bytes.
    let beside = binary::to_bytes(papers).map_err(|_| None)?;
    bundling::sealed(vault, job, recipients, cases, vec![], Some(&beside)).await
}
