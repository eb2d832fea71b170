//! What an archive has of one case: every list in the revisions that follow each other, and what does
//! not go with them.

use super::{
    household,
    papers::{AllPapers, Chosen},
};
use crate::{
    archive::{Archive, Entry, History, Lookup},
    error::CliError,
};
use draagkracht_bundle::envelope::Identity;
use draagkracht_core::{case::Case, response::Response, sealing::WholeCase};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Where a case is looked for.
pub struct Source<'a> {
    pub archive: &'a Archive,
    pub history: History,
    pub lookup: &'a Lookup,
    pub identities: &'a [Identity],
}

/// One case, or several of one household.
pub struct Found {
    /// As each bundle has it, the first received first.
    cases: Vec<Case>,
    /// What goes to the device, by the time of completion.
    pub given: Vec<Version>,
    /// What is told of and left out.
    pub left_out: Vec<LeftOut>,
    /// Plans, notes and answers to professionals' lists, in every version.
    papers: AllPapers,
}

/// A response as one bundle has it.
pub struct Version {
    pub response: Response,
    pub bundle_id: Uuid,
    /// The fingerprint of the device that signed it.
    pub device: String,
}

/// A version that does not follow the others.
pub struct LeftOut {
    pub version: Version,
    /// The fingerprint of the device that began the list: the same, if that one changed answers
    /// without making a revision.
    pub owner: String,
}

impl Source<'_> {
    /// Everything that the bundles have of a case.
    pub fn gather(&self, case_id: Uuid) -> Result<Found, CliError> {
        let entries = self.archive.entries().values();
        let mut entries: Vec<_> = entries.filter(|entry| entry.cases.contains(&case_id)).collect();
        entries.sort_by_key(|entry| (&entry.receipt.received, entry.receipt.bundle_id));
        let mut found =
            Found { cases: vec![], given: vec![], left_out: vec![], papers: AllPapers::default() };
        for entry in entries {
            let mut contents =
                self.archive.read(entry.receipt.bundle_id, self.identities)?.contents;
            found.papers.add(&mut contents, case_id, entry);
            found.cases.extend(contents.cases.into_iter().filter(|case| case.case_id == case_id));
            for response in contents.responses.into_iter().filter(|r| r.case_id == case_id) {
                self.add(&mut found, response, entry);
            }
        }
        found.sort();
        if found.cases.is_empty() { Err(CliError::NoCase) } else { Ok(found) }
    }

    fn add(&self, found: &mut Found, response: Response, entry: &Entry) {
        let (id, bundle_id) = (response.response_id, entry.receipt.bundle_id);
        let own = self.history.own(id);
        let is_there =
            |other: Uuid| other != bundle_id && self.lookup.is_same(id, bundle_id, other);
        let owner = own.first().map(|first| first.device.clone()).unwrap_or_default();
        let version = Version { response, bundle_id, device: entry.device.fingerprint.clone() };
        if own.iter().any(|own| own.bundle_id == bundle_id) {
            found.given.push(version);
        } else if !own.iter().any(|own| is_there(own.bundle_id)) {
            found.left_out.push(LeftOut { version, owner });
        }
    }
}

impl Found {
    /// The case's id.
    pub fn id(&self) -> Uuid {
        self.cases[0].case_id
    }

    /// Takes in another case of the same household, under the id of this one.
    pub fn join(&mut self, other: Self) -> Result<(), CliError> {
        if other.cases[0].case_code != self.cases[0].case_code {
            return Err(CliError::NotTheSame(other.id(), self.id()));
        }
        self.cases.extend(other.cases);
        self.given.extend(other.given);
        self.left_out.extend(other.left_out);
        self.papers.join(other.papers);
        self.sort();
        Ok(())
    }

    /// Of each paper the version that is given, and what is told of the others.
    pub fn papers(&self) -> Chosen {
        self.papers.choose()
    }

    /// All that the file has.
    pub fn contents(&self) -> WholeCase {
        let case_id = self.id();
        let given = self.given.iter().map(|version| version.response.clone());
        let responses: Vec<_> = given.map(|response| Response { case_id, ..response }).collect();
        let papers = self.papers().of_case(case_id);
        let dossier = household::dossier(&self.cases, &responses, &papers);
        let case = household::case(&self.cases[0], &dossier);
        // Remarks are in no bundle.
        let remarks = vec![];
        WholeCase { case, dossier, responses, sessions: vec![], papers, remarks }
    }

    /// In one line, to choose by: no code, which whoever reads it has typed.
    pub fn described(&self) -> String {
        let lists: BTreeSet<_> = self.given.iter().map(Version::described).collect();
        let lists: Vec<_> = lists.into_iter().collect();
        let lists = if lists.is_empty() { "no list".to_owned() } else { lists.join(", ") };
        format!("{} ({lists})", self.id())
    }

    fn sort(&mut self) {
        let order = |version: &Version| {
            (
                version.response.completed.clone(),
                version.response.response_id,
                version.response.revision,
            )
        };
        self.given.sort_by_key(order);
        self.left_out.sort_by_key(|left_out| order(&left_out.version));
    }
}

impl Version {
    fn described(&self) -> String {
        let Response { person, rater, moment, .. } = &self.response;
        format!("{moment} of person {person} by the {rater}, from device {}", self.device)
    }
}
