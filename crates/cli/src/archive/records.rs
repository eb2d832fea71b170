//! What an archive comes to: every case once, every response in the version that counts.

use super::{Archive, Entry, History, Lookup};
use crate::{error::CliError, parallel};
use draagkracht_bundle::{OpenError, envelope::Identity};
use draagkracht_core::{
    case::{Case, Consent, Consents},
    form::FormResponse,
    person::Person,
    plan::Plan,
    response::Response,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A case, put together from every bundle that has it.
#[derive(Debug)]
pub struct KnownCase {
    /// As it was first received, with what this person last said of each consent.
    pub case: Case,
    /// What each person of the household last said of each consent.
    pub consents: BTreeMap<Person, Consents>,
}

/// The version of a response that counts.
#[derive(Debug)]
pub struct KnownResponse {
    /// As it was handed in.
    pub response: Response,
    /// Whether another version says something else and this one does not follow it: from another
    /// device, or under the same revision.
    pub contested: bool,
}

impl KnownCase {
    /// Whether this person agreed to the use of their answers for research; who said nothing did not.
    pub fn agreed_to_research(&self, person: &Person) -> bool {
        self.consents.get(person).is_some_and(|consents| consents.research.given)
    }

    fn add(&mut self, case: &Case) {
        let known = self.consents.entry(case.person.clone()).or_insert(case.consents.clone());
        take_newer(&mut known.support, &case.consents.support);
        take_newer(&mut known.research, &case.consents.research);
        if case.person == self.case.person {
            self.case.consents = known.clone();
        }
    }
}

/// What is met on a way through an archive, bundle by bundle in the order in which they came.
pub enum Met {
    /// A response, in the version that counts.
    Response(Box<KnownResponse>),
    /// A plan, likewise.
    Plan(Box<Plan>),
    /// Answers to a list that only a professional is asked, likewise.
    FormResponse(Box<FormResponse>),
    /// A bundle with something that only a newer program knows: its cases, and why. Nothing of it
    /// is read, not even what they last agreed to.
    Newer(Vec<Uuid>, CliError),
    /// One more bundle is done.
    EndOfBundle,
}

/// Opens every bundle of an archive, once and on all cores, keeps none, and returns the cases.
pub fn walk(
    archive: &Archive,
    identities: &[Identity],
    mut meet: impl FnMut(Met) -> Result<(), CliError>,
) -> Result<BTreeMap<Uuid, KnownCase>, CliError> {
    let (lookup, history) = (Lookup::open(archive, identities)?, History::of(archive));
    let of_plans = History::of_plans(archive);
    let of_forms = History::of_form_responses(archive);
    let mut cases = BTreeMap::new();
    let mut entries: Vec<_> = archive.entries().values().collect();
    entries.sort_by_key(|entry| (&entry.receipt.received, entry.receipt.bundle_id));
    let open = |entry: &&Entry| archive.read(entry.receipt.bundle_id, identities);
    parallel::in_order(&entries, open, |entry, opened| {
        let bundle_id = entry.receipt.bundle_id;
        let counts = |history: &History, id: Uuid| {
            history.current(id).is_some_and(|current| current.bundle_id == bundle_id)
        };
        let contents = match opened {
            Ok(opened) => opened.contents,
            Err(error) if is_newer(&error) => {
                meet(Met::Newer(entry.cases.clone(), error))?;
                return meet(Met::EndOfBundle);
            }
            Err(error) => return Err(error),
        };
        for case in contents.cases {
            add_case(&mut cases, case);
        }
        for response in contents.responses {
            let id = response.response_id;
            if counts(&history, id) {
                let contested = is_contested(id, &history, &lookup);
                let known = KnownResponse { response, contested };
                meet(Met::Response(Box::new(known)))?;
            }
        }
        for plan in contents.plans {
            if counts(&of_plans, plan.plan_id) {
                meet(Met::Plan(Box::new(plan)))?;
            }
        }
        for answers in contents.form_responses {
            if counts(&of_forms, answers.response_id) {
                meet(Met::FormResponse(Box::new(answers)))?;
            }
        }
        meet(Met::EndOfBundle)
    })?;
    Ok(cases)
}

fn add_case(cases: &mut BTreeMap<Uuid, KnownCase>, case: Case) {
    if let Some(known) = cases.get_mut(&case.case_id) {
        known.add(&case);
    } else {
        let consents = BTreeMap::from([(case.person.clone(), case.consents.clone())]);
        cases.insert(case.case_id, KnownCase { case, consents });
    }
}

/// Whether a bundle was refused for something that a newer program knows.
pub fn is_newer(error: &CliError) -> bool {
    matches!(error, CliError::Bundle(_, OpenError::Record(wrong)) if wrong.reason.is_newer())
}

/// What was said last holds; of two things said at once, "no".
fn take_newer(known: &mut Consent, other: &Consent) {
    if other.since > known.since || (other.since == known.since && !other.given) {
        known.clone_from(other);
    }
}

fn is_contested(response_id: Uuid, history: &History, lookup: &Lookup) -> bool {
    let versions = history.versions(response_id);
    let Some(current) = history.current(response_id) else { return false };
    let own = || versions.iter().filter(|version| version.device == current.device);
    versions.iter().any(|version| {
        let is_same = |own: &super::Version| {
            own.bundle_id == version.bundle_id
                || lookup.is_same(response_id, own.bundle_id, version.bundle_id)
        };
        if version.device == current.device {
            version.revision == current.revision && !is_same(current)
        } else {
            !own().any(is_same)
        }
    })
}

#[cfg(test)]
#[path = "../../../bundle/tests/common/mod.rs"]
pub mod common;

#[cfg(test)]
mod tests {
    use super::{
        common::{contents, device, identity},
        *,
    };
    use draagkracht_bundle::{Contents, Draft, device::DeviceKeys, open, seal};
    use draagkracht_core::{person::Mode, timestamp::Timestamp};

    /// All records of an archive.
    #[derive(Debug, Default)]
    pub struct Records {
        /// The cases, by their ids.
        pub cases: BTreeMap<Uuid, KnownCase>,
        /// The responses, by their ids.
        pub responses: BTreeMap<Uuid, KnownResponse>,
    }

    impl Records {
        /// Opens every bundle of an archive; `each` is called after each.
        pub fn read(
            archive: &Archive,
            identities: &[Identity],
            mut each: impl FnMut(),
        ) -> Result<Self, CliError> {
            let mut responses = BTreeMap::new();
            let cases = walk(archive, identities, |met| {
                match met {
                    Met::Response(known) => {
                        responses.insert(known.response.response_id, *known);
                    }
                    Met::Newer(_, error) => return Err(error),
                    Met::Plan(_) | Met::FormResponse(_) => {}
                    Met::EndOfBundle => each(),
                }
                Ok(())
            })?;
            Ok(Self { cases, responses })
        }
    }

    fn time(second: u64) -> Timestamp {
        Timestamp::from_unix_seconds(second).unwrap()
    }

    /// What an archive comes to that received these bundles, a second apart.
    fn records(bundles: &[(&DeviceKeys, &Contents)]) -> Records {
        let folder = tempfile::tempdir().unwrap();
        let mut archive = Archive::open(folder.path()).unwrap();
        for (second, (device, contents)) in (1..).zip(bundles) {
            let draft = Draft {
                bundle_id: Uuid::from_u128(second.into()),
                created: time(0),
                app_version: "0.1.0",
                contents,
                device,
                recipients: &[identity().recipient()],
            };
            let bytes = seal(&draft).unwrap().bytes;
            let opened = open(&bytes, &[identity()]).unwrap();
            archive.store(&opened, &bytes, time(second)).unwrap();
        }
        let mut opened = 0;
        let records = Records::read(&archive, &[identity()], || opened += 1).unwrap();
        assert_eq!(opened, bundles.len());
        records
    }

    fn revised(revision: u32) -> Contents {
        let mut contents = contents();
        contents.responses[0].revision = revision;
        contents.responses[0].mode = Mode::Helped;
        contents
    }

    #[test]
    fn the_newest_revision_counts_and_another_device_contests_it() {
        let (own, other) = (device(), DeviceKeys::make().unwrap());
        let id = contents().responses[0].response_id;
        let seen = |bundles: &[(&DeviceKeys, &Contents)]| {
            let records = records(bundles);
            assert_eq!((records.cases.len(), records.responses.len()), (1, 2));
            let known = &records.responses[&id];
            (known.response.revision, known.response.mode == Mode::Helped, known.contested)
        };
        let (first, second) = (contents(), revised(2));
        assert_eq!(seen(&[(&own, &first)]), (1, false, false));
        assert_eq!(seen(&[(&own, &first), (&own, &second)]), (2, true, false));
        assert_eq!(seen(&[(&own, &second), (&own, &first)]), (2, true, false));
        assert_eq!(seen(&[(&own, &first), (&other, &first)]), (1, false, false));
        assert_eq!(seen(&[(&own, &first), (&other, &second)]), (1, false, true));
        assert_eq!(seen(&[(&own, &first), (&own, &revised(1))]), (1, false, true));
        assert_eq!(seen(&[(&own, &first), (&own, &first)]), (1, false, false));
    }

    #[test]
    fn what_was_last_said_of_a_consent_holds() {
        let said = |given, second| {
            let mut contents = contents();
            contents.cases[0].consents.research = Consent { given, since: time(second) };
            contents
        };
        let id = contents().cases[0].case_id;
        for (one, two, holds) in [
            ((true, 5), (false, 9), false),
            ((false, 9), (true, 5), false),
            ((false, 5), (true, 9), true),
            ((true, 5), (false, 5), false),
            ((false, 5), (true, 5), false),
        ] {
            let (one, two) = (said(one.0, one.1), said(two.0, two.1));
            let records = records(&[(&device(), &one), (&device(), &two)]);
            assert_eq!(records.cases[&id].case.consents.research.given, holds);
            assert_eq!(records.cases[&id].agreed_to_research(&Person::first()), holds);
        }
    }

    #[test]
    fn each_of_a_household_agrees_for_themselves() {
        let said = |person: &str, given, second| {
            let mut contents = contents();
            contents.responses.clear();
            contents.cases[0].person = person.to_owned().try_into().unwrap();
            contents.cases[0].consents.research = Consent { given, since: time(second) };
            contents
        };
        let (device, id) = (device(), contents().cases[0].case_id);
        for (first, second) in [(true, false), (false, true)] {
            let (one, two) = (said("1", first, 5), said("2", second, 9));
            let case = &records(&[(&device, &one), (&device, &two)]).cases[&id];
            let agreed = ["1", "2", "3"]
                .map(|p| case.agreed_to_research(&Person::try_from(p.to_owned()).unwrap()));
            assert_eq!(agreed, [first, second, false]);
            assert_eq!(case.case.consents.research.given, first);
        }
    }

    #[test]
    fn cases_with_one_code_stay_apart() {
        let mut other = contents();
        other.cases[0].case_id = Uuid::from_u128(7);
        other.responses.clear();
        let records = records(&[(&device(), &contents()), (&device(), &other)]);
        let both = [Uuid::from_u128(7), contents().cases[0].case_id];
        assert_eq!(records.cases.keys().copied().collect::<Vec<_>>(), both);
    }
}
