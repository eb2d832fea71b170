//! The vault on the browser's store.

use crate::{fresh, raw};
use draagkracht_app::platform::{browser_key, idb::IdbStore, rng};
use draagkracht_core::{
    answer::{Answer, Likert},
    case::{Case, Consent, Consents},
    case_code::CaseCode,
    instrument::Instrument,
    person::{Moment, Person, Rater},
    response::Identity,
    session::Session,
    store::StoreError,
    timestamp::Timestamp,
};
use draagkracht_vault::{
    Vault, VaultError, Why,
    vault::{OWN, wrap_of},
    wrap::Wraps,
};
use futures::join;
use uuid::Uuid;
use wasm_bindgen_test::wasm_bindgen_test;

async fn create(store: IdbStore) -> Result<Vault<IdbStore>, VaultError> {
    let (key, wrap) = browser_key::create(&store).await.unwrap();
    let wrap = Wraps::new(wrap).to_bytes().unwrap();
    Vault::create(store, OWN, key, wrap, rng::fill).await
}

async fn open(name: &str) -> Vault<IdbStore> {
    let store = fresh::open(name).await;
    let wrap = wrap_of(&store, OWN).await.unwrap().unwrap();
    let key = browser_key::unwrap(&store, &wrap).await.unwrap();
    Vault::open(store, OWN, key, rng::fill).await.unwrap()
}

fn case(n: u8) -> (Case, Session, Instrument) {
    let now = Timestamp::try_from("2026-11-21T10:00:00Z".to_owned()).unwrap();
    let no = Consent { given: false, since: now.clone() };
    let case = Case {
        format: draagkracht_core::case::FORMAT.to_owned(),
        version: draagkracht_core::case::VERSION,
        case_id: Uuid::from_u128(n.into()),
        case_code: CaseCode::from_random([n; 7]),
        person: Person::first(),
        created: now.clone(),
        consents: Consents { support: no.clone(), research: no },
    };
    let identity = Identity {
        response_id: Uuid::from_u128(n.into()),
        case_id: case.case_id,
        case_code: case.case_code,
        person: Person::first(),
        rater: Rater::Resident,
        pseudonym: None,
        moment: Moment::T1,
        started: now,
    };
    let instrument = Instrument::built_in("resident.v1").unwrap().unwrap();
    (case, Session::begin(identity, &instrument), instrument)
}

#[wasm_bindgen_test]
async fn an_answer_is_one_strict_transaction_and_is_there_at_the_next_start() {
    let name = fresh::name();
    let vault = create(fresh::open(&name).await).await.unwrap();
    let (case, mut session, instrument) = case(1);
    let mut file = vault.begin(case, session.clone()).await.unwrap();
    raw::heard();
    let item = instrument.items()[0].id.clone();
    session.answer(&instrument, &item, Answer::Value(Likert::ALL[3])).unwrap();
    vault.save_session(&mut file, &session).await.unwrap();
    assert_eq!(raw::heard(), "readwrite strict");
    assert_eq!(open(&name).await.cases().await.unwrap(), [Ok(file)]);
}

#[wasm_bindgen_test]
async fn a_damaged_record_beside_good_ones_is_named_and_kept() {
    let name = fresh::name();
    let vault = create(fresh::open(&name).await).await.unwrap();
    for n in 1..=2 {
        let (case, session, _) = case(n);
        vault.begin(case, session).await.unwrap();
    }
    for (store, byte) in [("records", 100), ("heads", 100)] {
        for id in raw::ids(&name, store).await {
            let good = raw::get(&name, store, &id).await;
            let damaged = raw::flip(&raw::get(&name, store, &id).await, byte);
            raw::put(&name, store, &id, &damaged).await;
            let vault = open(&name).await;
            let cases = vault.cases().await.unwrap();
            let files = cases.iter().flatten();
            let whole = files.filter(|file| {
                file.damaged().is_empty() && file.case().is_some() && file.sessions().count() == 1
            });
            assert!(whole.count() >= 1, "{store} {id}");
            let of_cases = cases.iter().flat_map(|case| match case {
                Ok(file) => file.damaged().to_vec(),
                Err(damaged) => vec![damaged.clone()],
            });
            let mut named: Vec<_> = of_cases.collect();
            if let Err(VaultError::Damaged(keys)) = vault.device_keys().await
                && !named.contains(&keys)
            {
                named.push(keys);
            }
            assert_eq!(named.len(), 1, "{named:?}");
            assert_eq!((named[0].id.as_str(), &named[0].why), (id.as_str(), &Why::Altered));
            raw::put(&name, store, &id, &good).await;
        }
    }
    assert_eq!(open(&name).await.cases().await.unwrap().iter().flatten().count(), 2);
}

#[wasm_bindgen_test]
async fn of_two_tabs_that_make_the_vault_one_succeeds_and_its_key_stays() {
    let name = fresh::name();
    let both = join!(create(fresh::open(&name).await), create(fresh::open(&name).await));
    let conflict =
        |made: Result<_, _>| matches!(made, Err(VaultError::Store(StoreError::Conflict { .. })));
    let conflicts = [conflict(both.0), conflict(both.1)];
    assert!(conflicts.contains(&true) && conflicts.contains(&false), "{conflicts:?}");
    let (case, session, _) = case(1);
    open(&name).await.begin(case, session).await.unwrap();
}
