//! The vault that one practises with, and its door: nothing made up is ever signed or sealed.

use crate::fresh;
use draagkracht_app::{
    Shelf,
    bundling::{self, HandsIn},
    platform::rng,
};
use draagkracht_core::{
    answer::{Answer, Likert},
    case_code::CaseCode,
    dossier::Dossier,
    instrument::Instrument,
    person::{Moment, Rater},
    response::Identity,
    session::Session,
    store::{Area, Store, contract},
    timestamp::Timestamp,
};
use draagkracht_vault::{DataKey, Vault};
use uuid::Uuid;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn both_shelves_keep_the_contract_of_a_store() {
    contract::run(|| async { Shelf::for_practice() }).await;
    contract::run(|| async { Shelf::Device(fresh::open(&fresh::name()).await) }).await;
}

#[wasm_bindgen_test]
async fn a_completed_list_of_a_made_up_case_is_not_sealed() {
    let now = Timestamp::try_from("2026-11-21T10:00:00Z".to_owned()).unwrap();
    let key = DataKey::generate(rng::fill);
    let vault = Vault::create(Shelf::for_practice(), Uuid::from_u128(7), key, vec![], rng::fill);
    let vault = vault.await.unwrap();
    let dossier = Dossier::new(&now);
    let code = CaseCode::from_random([7; 7]);
    let case = dossier.case_of(dossier.asked(), Uuid::from_u128(1), code, now.clone()).unwrap();
    let mut file = vault.new_case(case.clone(), &dossier).await.unwrap();
    let list = Instrument::built_in("professional.v1").unwrap().unwrap();
    let identity = Identity {
        response_id: Uuid::from_u128(2),
        case_id: case.case_id,
        case_code: code,
        person: case.person.clone(),
        rater: Rater::Professional,
        pseudonym: None,
        moment: Moment::T1,
        started: now.clone(),
    };
    let mut session = Session::begin(identity, &list);
    for item in list.items() {
        let answer = Answer::Value(Likert::new(3).unwrap());
        session.answer(&list, &item.id, answer).unwrap();
    }
    vault.begin_session(&mut file, session.clone()).await.unwrap();
    let response = session.complete(&list, list.norm(), now).unwrap();
    vault.complete(&mut file, response.clone(), None).await.unwrap();

    assert!(!vault.store().may_leave());
    assert_eq!(bundling::device_keys(&vault).await, Err(None));
    let sealed = bundling::seal(&vault, &mut file, case, response, vec![]).await;
    assert_eq!(sealed, Err(None));
    assert!(vault.device_keys().await.unwrap().is_none(), "no keys were made");
    assert_eq!(vault.store().all(Area::Outbox).await, Ok(vec![]));
    assert!(Shelf::Device(fresh::open(&fresh::name()).await).may_leave());
}
