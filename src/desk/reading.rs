//! What reading the answers rests on: the questionnaires at hand, the norm, and of the lists of a case
//! those that may be seen.

use super::{Desk, cases::standing};
use draagkracht_core::{
    instrument::Instrument,
    norm::NormFile,
    person::{Moment, Person},
    reading::{Assumptions, Newest, Reading, Subject},
    response::Response,
};
use draagkracht_vault::CaseFile;
use leptos::prelude::*;

/// What every reading needs, in hand.
struct Basis {
    instruments: Vec<Instrument>,
    norm: Option<NormFile>,
    assumptions: Assumptions,
}

impl Basis {
    /// `None` when this release's own assumptions cannot be read: a test of the core holds that they can.
    fn of(desk: Desk) -> Option<Self> {
        let lists = [desk.resident(Clone::clone), desk.professional(Clone::clone)];
        Some(Self {
            instruments: lists.into_iter().flatten().collect(),
            norm: desk.config.with_untracked(|config| config.as_ref()?.norm.clone()),
            assumptions: Assumptions::built_in().ok()?,
        })
    }

    fn reading(&self) -> Reading<'_> {
        Reading {
            instruments: &self.instruments,
            own_norm: self.norm.as_ref(),
            assumptions: &self.assumptions,
        }
    }
}

impl Desk {
    /// Reads the lists of the case in hand, of every moment and person of which both raters' answers
    /// may be seen; the others are as if they were not there. Nothing here follows a signal.
    pub(super) fn read_case<T>(
        self,
        read: impl for<'a> FnOnce(&Reading<'a>, &Newest<'a>) -> T,
    ) -> Option<T> {
        let (basis, file) = (Basis::of(self)?, self.file_in_hand()?);
        standing(&file, |case| {
            let open = |list: &&Response| case.is_open(&list.person, list.moment);
            read(&basis.reading(), &Newest::of(file.responses().filter(open)))
        })
    }

    /// Reads the lists of every case. Whoever reads shows no resident's answers before the
    /// professional's of the same moment are complete.
    pub(super) fn read_all<T>(
        self,
        read: impl for<'a> FnOnce(&Reading<'a>, &Newest<'a>) -> T,
    ) -> Option<T> {
        let basis = Basis::of(self)?;
        let shown = |file: &&CaseFile| {
            let dossier = file.dossier().ok().flatten();
            dossier.is_some_and(|dossier| !dossier.archived)
        };
        Some(self.files.with_untracked(|files| {
            let lists = files.iter().filter(shown).flat_map(CaseFile::responses);
            read(&basis.reading(), &Newest::of(lists))
        }))
    }

    /// Somebody of the case in hand.
    pub(super) fn subject(self, person: &Person) -> Option<Subject> {
        let file = self.file_in_hand()?;
        let case = file.case()?;
        let (case_id, case_code) = (case.case_id, case.case_code);
        Some(Subject { case_id, case_code, person: person.clone() })
    }

    /// Whether both raters' answers about somebody may be seen.
    pub(super) fn may_be_seen(self, person: &Person, moment: Moment) -> bool {
        let file = self.file_in_hand();
        let open = |file| standing(file, |case| case.is_open(person, moment));
        file.as_ref().and_then(open).unwrap_or_default()
    }
}
