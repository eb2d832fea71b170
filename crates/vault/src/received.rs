//! What of a case exists only on this device: what a "veilig verwijderen" must name first.

use crate::{
    CaseFile, Job, Revision,
    outbox::{Entry, State},
};
use draagkracht_core::response::Response;

/// How far the newest revision of a completed response is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// It is in no sealed bundle.
    OnlyHere,
    /// It is sealed, and waits in the outbox.
    Waiting,
    /// It left this device, and nobody said that it arrived.
    HandedIn,
    /// A receipt says that it arrived.
    Received,
}

/// How far a revision is, given what was sealed and what is in the outbox.
pub fn way(sealed: &[Job], of: Revision, outbox: &[Entry]) -> Way {
    let bundles = sealed.iter().filter(|job| job.responses.contains(&of));
    let ways = bundles.filter_map(|job| {
        let entry = outbox.iter().find(|entry| entry.bundle_id == job.bundle_id)?;
        Some(match entry.state {
            State::Waiting => Way::Waiting,
            State::HandedIn { .. } => Way::HandedIn,
            State::Received { .. } => Way::Received,
        })
    });
    ways.max().unwrap_or(Way::OnlyHere)
}

impl CaseFile {
    /// The newest revision of each completed response, in the order of completion.
    pub fn newest(&self) -> impl Iterator<Item = &Response> {
        self.responses().filter(|response| {
            let id = response.response_id;
            !self.responses().any(|o| o.response_id == id && o.revision > response.revision)
        })
    }

    /// How far a response is, given what is in the outbox.
    pub fn way_of(&self, response: &Response, outbox: &[Entry]) -> Way {
        way(self.sealed(), Revision::of(response), outbox)
    }

    /// What nobody said has arrived: the newest revision of each response without a receipt. Lists
    /// that are being answered are lost with a case too.
    pub fn unreceived(&self, outbox: &[Entry]) -> Vec<Revision> {
        let newest = self.newest().filter(|r| self.way_of(r, outbox) != Way::Received);
        newest.map(Revision::of).collect()
    }
}
