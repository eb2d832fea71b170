//! What is to be written so that two copies of a case are one: nothing twice, nothing lost.

use super::{Conflict, Imported, papers::Joined as JoinedPapers};
use crate::{CaseFile, Revision, VaultError, head::CaseHead};
use draagkracht_core::{
    dossier::{Dossier, Joined, Origin},
    response::Response,
    sealing::WholeCase,
    session::Session,
};
use uuid::Uuid;

/// What is to be written.
#[derive(Debug)]
pub(super) struct Plan {
    /// The dossier, if it is another one than before.
    pub dossier: Option<Dossier>,
    /// Responses to be added.
    pub responses: Vec<Response>,
    /// Sessions to be added, or written in the place of the one in this record.
    pub sessions: Vec<(Option<Uuid>, Session)>,
    /// Records of sessions that are in a completed response.
    pub done: Vec<Uuid>,
    /// Papers to be written.
    pub papers: Vec<super::papers::Write>,
    /// What is told of it, without the case itself.
    pub told: Imported,
}

impl Plan {
    /// For a case that is not here.
    pub(super) fn of_new(theirs: WholeCase, origin: Origin) -> Result<Self, VaultError> {
        let mut plan = Self::empty();
        plan.take(JoinedPapers::of(&plan.told.file, theirs.papers, theirs.remarks)?);
        let mut dossier = theirs.dossier;
        dossier.add_origin(origin);
        plan.dossier = Some(dossier);
        plan.told.responses = theirs.responses.iter().map(Revision::of).collect();
        plan.told.sessions = theirs.sessions.iter().map(id_of).collect();
        plan.responses = theirs.responses;
        plan.sessions = theirs.sessions.into_iter().map(|session| (None, session)).collect();
        Ok(plan)
    }

    /// For a case that is here, with its dossier.
    pub(super) fn of_joining(
        file: &CaseFile,
        dossier: &Dossier,
        theirs: WholeCase,
        origin: Origin,
    ) -> Result<Self, VaultError> {
        let mut plan = Self::empty();
        plan.take(JoinedPapers::of(file, theirs.papers, theirs.remarks)?);
        let mut joined = dossier.clone();
        plan.told.dossier = joined.join(&theirs.dossier);
        joined.add_origin(origin);
        plan.dossier = (joined != *dossier).then_some(joined);
        for response in theirs.responses {
            plan.add_response(file, response);
        }
        for (record, session) in &file.sessions {
            plan.keep_session(*record, session);
        }
        for session in theirs.sessions {
            plan.add_session(file, session);
        }
        Ok(plan)
    }

    fn empty() -> Self {
        let file = CaseFile::new(Uuid::nil(), CaseHead::default(), 0);
        let told = Imported {
            file,
            is_new: false,
            responses: vec![],
            sessions: vec![],
            papers: vec![],
            dossier: Joined::default(),
            conflicts: vec![],
        };
        let (responses, sessions, done, papers) = (vec![], vec![], vec![], vec![]);
        Self { dossier: None, responses, sessions, done, papers, told }
    }

    fn take(&mut self, papers: JoinedPapers) {
        self.papers = papers.writes;
        self.told.papers = papers.told;
        self.told.conflicts.extend(papers.conflicts);
    }

    /// Whether there is anything to write.
    pub(super) fn changes_anything(&self) -> bool {
        self.dossier.is_some()
            || !self.responses.is_empty()
            || !self.sessions.is_empty()
            || !self.papers.is_empty()
    }

    fn add_response(&mut self, file: &CaseFile, response: Response) {
        let here = || file.responses().chain(&self.responses);
        if here().any(|known| *known == response) {
            return;
        }
        let revision = Revision::of(&response);
        if here().any(|known| Revision::of(known) == revision) {
            self.told.conflicts.push(Conflict::Response(revision));
        }
        self.told.responses.push(revision);
        self.responses.push(response);
    }

    /// A session that is here, when its response came from there.
    fn keep_session(&mut self, record: Uuid, session: &Session) {
        match completed(self.responses.iter(), session) {
            None => {}
            Some(Completed::WithAll) => self.done.push(record),
            Some(Completed::Otherwise(revision)) => {
                self.told.conflicts.push(Conflict::Completed(id_of(session)));
                self.sessions.push((Some(record), session.clone().after(revision)));
            }
        }
    }

    fn add_session(&mut self, file: &CaseFile, theirs: Session) {
        let id = id_of(&theirs);
        let here = file.sessions.iter().find(|(r, s)| id_of(s) == id && !self.done.contains(r));
        if let Some((record, ours)) = here {
            let written = self.sessions.iter().position(|(written, _)| *written == Some(*record));
            let now = written.map_or(ours, |at| &self.sessions[at].1).clone();
            if now.differs(&theirs) {
                self.told.conflicts.push(Conflict::Session(id));
            }
            let joined = now.join(None, theirs);
            match written {
                Some(at) => self.sessions[at].1 = joined,
                None if joined != *ours => self.sessions.push((Some(*record), joined)),
                None => {}
            }
            return;
        }
        let added = match completed(file.responses().chain(&self.responses), &theirs) {
            None => theirs,
            Some(Completed::WithAll) => return,
            Some(Completed::Otherwise(revision)) => {
                self.told.conflicts.push(Conflict::Completed(id));
                theirs.after(revision)
            }
        };
        self.told.sessions.push(id);
        self.sessions.push((None, added));
    }
}

fn id_of(session: &Session) -> Uuid {
    session.identity().response_id
}

/// What became of a session that was completed elsewhere.
enum Completed {
    /// Each of its answers is in one of the responses.
    WithAll,
    /// Not so; the newest response has this revision.
    Otherwise(u32),
}

/// What became of this session, if a response has its revision or a later one.
fn completed<'a>(
    responses: impl Iterator<Item = &'a Response>,
    session: &Session,
) -> Option<Completed> {
    let since = session.manner().revision;
    let mut newest = None;
    for response in responses.filter(|r| r.response_id == id_of(session) && r.revision >= since) {
        if session.is_in(response) {
            return Some(Completed::WithAll);
        }
        newest = newest.max(Some(response.revision));
    }
    newest.map(Completed::Otherwise)
}
