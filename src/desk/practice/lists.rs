//! From what is written down of a made-up case to the case, as a professional and a resident make one.

use super::{
    cases::{List, MadeUp},
    plan,
};
use crate::{
    desk::{Desk, cases::free_code, shelf::Shelf},
    i18n::Text,
    platform::clock,
};
use draagkracht_core::{
    answer::{Answer, Likert},
    case::{Case, Consent, Consents},
    dossier::Dossier,
    instrument::Instrument,
    person::{Person, Rater},
    response::{Identity, Response},
    session::Session,
    timestamp::Timestamp,
};
use draagkracht_vault::{Vault, VaultError};

const DAY: u64 = 86_400;

/// The time this many days ago.
pub(super) fn days_ago(days: u64) -> Timestamp {
    let now = clock::now();
    let seconds = now.unix_seconds().saturating_sub(days * DAY);
    Timestamp::from_unix_seconds(seconds).unwrap_or(now)
}

impl Desk {
    /// Makes a made-up case in the vault.
    pub(super) async fn make_up(self, vault: &Vault<Shelf>, of: MadeUp) -> Result<(), VaultError> {
        let since = days_ago(of.lists.iter().map(|list| list.days).max().unwrap_or_default() + 1);
        let dossier = self.household(&of, &since);
        let code = free_code(vault).await?;
        let case = dossier.case_of(dossier.asked(), clock::new_id(), code, since);
        let case = case.map_err(|_| VaultError::NoDossier)?;
        let mut file = vault.new_case(case.clone(), &dossier).await?;
        let mut completed = vec![];
        for list in of.lists {
            let answered = match list.rater {
                Rater::Resident => self.resident(|items| answered(&case, list, items)),
                Rater::Professional => self.professional(|items| answered(&case, list, items)),
            };
            // Without the questions there is nothing to answer.
            let Some((session, response)) = answered.flatten() else { continue };
            vault.begin_session(&mut file, session).await?;
            vault.complete(&mut file, response.clone(), None).await?;
            completed.push(response);
        }
        if of.plan {
            vault.save_paper(&mut file, &plan::of(self, &case, &completed)).await?;
        }
        Ok(())
    }

    /// Who is in it; each agreed to their own support, or nothing could be looked at as it is for real.
    fn household(self, of: &MadeUp, since: &Timestamp) -> Dossier {
        let mut dossier = Dossier::new(since);
        for _ in 1..of.people {
            // A household that is made up has room.
            let _ = dossier.add_member(since);
        }
        let people: Vec<Person> = dossier.members().iter().map(|m| m.person.clone()).collect();
        for person in people {
            let support = Consent { given: true, since: since.clone() };
            let consents = Consents { support, ..Consents::none(since) };
            // Each is in it: they were read from it.
            let _ = dossier.set_consents(&person, consents);
        }
        // Shorter than a note may be.
        let _ = dossier.set_note([self.t(Text::PracticeMadeUp), self.t(of.note)].join(" "));
        dossier
    }
}

/// A list as it was answered from the first item to the last.
fn answered(case: &Case, list: &List, items: &Instrument) -> Option<(Session, Response)> {
    let at = days_ago(list.days);
    let identity = Identity {
        response_id: clock::new_id(),
        case_id: case.case_id,
        case_code: case.case_code,
        person: Person::try_from(list.person.to_string()).ok()?,
        rater: list.rater,
        pseudonym: None,
        moment: list.moment,
        started: at.clone(),
    };
    let mut session = Session::begin(identity, items);
    let answers = list.answers.bytes().filter(|answer| *answer != b' ');
    for (item, answer) in items.items().iter().zip(answers) {
        let answer = match answer {
            b'?' => Answer::DontKnow,
            point => Answer::Value(Likert::new(point.wrapping_sub(b'0'))?),
        };
        session.answer(items, &item.id, answer).ok()?;
    }
    let response = session.complete(items, items.norm(), at).ok()?;
    Some((session, response))
}
