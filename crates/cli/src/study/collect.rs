//! From the archive to the lists that may be used.

use super::{LeftOut, List, Study, forms, groups};
use crate::{
    archive::{Archive, KnownResponse, Met, papers, walk},
    error::CliError,
};
use draagkracht_bundle::envelope::Identity;
use draagkracht_core::{form::FormResponse, instrument::Instrument};
use std::collections::BTreeSet;
use uuid::Uuid;

impl<'a> Study<'a> {
    /// Reads an archive; `each` is called after every bundle. Of each response no more is kept
    /// than goes into the files.
    pub fn read(
        archive: &Archive,
        identities: &[Identity],
        instruments: &'a [Instrument],
        keep_small_groups: bool,
        mut each: impl FnMut(),
    ) -> Result<Self, CliError> {
        let mut found = Found::default();
        let cases = walk(archive, identities, |met| {
            match met {
                Met::Response(known) => found.add(&known, instruments),
                Met::FormResponse(answers) => found.forms.push(*answers),
                Met::Plan(_) => {}
                Met::Newer(cases, error) => {
                    found.left_out.newer.push(error.to_string());
                    found.unsure.extend(cases);
                }
                Met::EndOfBundle => each(),
            }
            Ok(())
        })?;
        let Found { mut lists, forms, unsure, mut left_out } = found;
        lists.retain(|list| {
            if unsure.contains(&list.case_id) {
                left_out.with_newer += 1;
                return false;
            }
            let (case, person) = (cases.get(&list.case_id), &list.subject.1);
            let agreed = case.is_some_and(|case| case.agreed_to_research(person));
            left_out.no_consent += usize::from(!agreed);
            agreed
        });
        if !keep_small_groups {
            groups::leave_out_small(&mut lists, &mut left_out);
        }
        let forms = forms::of_cases(forms, &cases, &unsure, keep_small_groups, &mut left_out);
        let mut study = Study::new(instruments, lists, left_out);
        study.cases = forms;
        study.note();
        Ok(study)
    }

    /// Reads an archive of working conditions too.
    pub fn read_conditions(
        &mut self,
        archive: &Archive,
        identities: &[Identity],
        keep_small_groups: bool,
    ) -> Result<(), CliError> {
        let found = papers::form_responses(archive, identities)?;
        self.conditions = forms::of_professionals(found, keep_small_groups, &mut self.left_out);
        Ok(())
    }

    /// Notes what is not left out, but is to be known.
    fn note(&mut self) {
        let counting: usize = self.people().values().map(std::collections::BTreeMap::len).sum();
        self.left_out.replaced = self.lists.len() - counting;
        for list in &self.lists {
            if list.contested {
                self.left_out.contested.push(list.id.clone());
            }
            let instrument = &self.instruments[list.instrument];
            let ours = || list.score(instrument, instrument.norm()).capacity_type.map(u8::from);
            if list.handed_in.as_ref().is_some_and(|theirs| theirs.capacity_type != ours()) {
                self.left_out.other_type.push(list.id.clone());
            }
        }
    }
}

/// What was met so far.
#[derive(Default)]
struct Found {
    lists: Vec<List>,
    forms: Vec<FormResponse>,
    /// Cases of which something could not be read.
    unsure: BTreeSet<Uuid>,
    left_out: LeftOut,
}

impl Found {
    fn add(&mut self, known: &KnownResponse, instruments: &[Instrument]) {
        let id = &known.response.instrument.id;
        // A bundle opens only when each list fits an instrument of this program.
        let named = instruments.iter().enumerate().find(|(_, i)| i.id() == id);
        match named.and_then(|(place, instrument)| List::of(known, place, instrument)) {
            Some(list) => self.lists.push(list),
            None => self.left_out.drafts += 1,
        }
    }
}
