//! The file as the app has it: opened by the device's key, imported by its vault.

use crate::{
    common::{case_file::colleague, contents, device},
    place::bundle,
    shared::{CODE, archive, share_to, shared},
};
use draagkracht_bundle::{case_file::open, device::DeviceKeys, signature::SigningKey};
use draagkracht_core::{
    dossier::{Dossier, Origin},
    store::MemoryStore,
    timestamp::Timestamp,
};
use draagkracht_vault::{
    DataKey, Vault,
    vault::{Imported, OWN},
};
use pollster::block_on as wait;
use std::{cell::Cell, fs};

thread_local! {
    static COUNT: Cell<u8> = const { Cell::new(0) };
}

/// Not random at all, and never the same twice in a test.
fn counting(bytes: &mut [u8]) {
    COUNT.set(COUNT.get() + 1);
    bytes.fill(COUNT.get());
}

pub fn vault() -> Vault<MemoryStore> {
    let key = DataKey::filled_by(|bytes| bytes.fill(7));
    wait(Vault::create(MemoryStore::default(), OWN, key, vec![], counting)).unwrap()
}

/// As the app does it.
pub fn import(
    vault: &Vault<MemoryStore>,
    opened: draagkracht_bundle::case_file::OpenedCase,
) -> Imported {
    let origin = Origin {
        pseudonym: opened.pseudonym.to_string(),
        fingerprint: opened.device.fingerprint(),
        at: Timestamp::default(),
    };
    wait(vault.import(opened.contents, origin)).unwrap()
}

#[test]
fn the_case_is_whole_and_a_vault_takes_it() {
    let place = archive(&[(&device(), &contents())]);
    let (lines, opened) = shared(&place, CODE, &[]);
    let given = contents();
    assert_eq!(opened.contents.case, given.cases[0]);
    assert_eq!(opened.contents.responses, given.responses);
    let [member] = opened.contents.dossier.members() else { panic!() };
    assert_eq!(member.consents, given.cases[0].consents);
    assert_eq!(&*opened.pseudonym, "organisatie");

    let id = given.cases[0].case_id;
    let to = colleague().code().unwrap().fingerprint();
    assert_eq!(lines[0], format!("case {id}, for device {to} alone"));
    let from = bundle(1, &device(), &given).0;
    let first = given.responses[0].response_id;
    let line = format!(
        "  response {first} revision 1: T1 of person 1 by the resident, from bundle {from}"
    );
    assert_eq!(lines[1], line);
    let sender = opened.device.fingerprint();
    let last = format!(
        "The app names the sender \"organisatie\" with fingerprint {sender}: compare them."
    );
    assert_eq!((lines.len(), &lines[3]), (4, &last));
    assert!(!lines.iter().any(|line| line.contains(CODE)));

    let vault = vault();
    let imported = import(&vault, opened.clone());
    assert!(imported.is_new && imported.conflicts.is_empty());
    assert_eq!(imported.file.responses().count(), 2);
    assert_eq!(import(&vault, opened).responses, [], "the second time there is nothing new");
}

/// What a professional's tablet has stays, and the list from the resident's phone comes beside it.
#[test]
fn it_joins_with_what_the_device_has() {
    let mut own = contents();
    let theirs = own.responses.remove(0);
    let place = archive(&[(&device(), &own), (&DeviceKeys::make().unwrap(), &contents())]);
    let (_, opened) = shared(&place, CODE, &[]);
    let vault = vault();
    let mut dossier = Dossier::new(&Timestamp::default());
    dossier.set_note("Belt liever 's ochtends.".to_owned()).unwrap();
    wait(vault.new_case(own.cases[0].clone(), &dossier)).unwrap();
    let imported = import(&vault, opened);
    assert!(!imported.is_new && imported.conflicts.is_empty());
    assert_eq!(imported.responses.len(), 2);
    assert!(imported.file.responses().any(|response| *response == theirs));
    let kept = imported.file.dossier().unwrap().unwrap();
    assert_eq!(kept.note(), "Belt liever 's ochtends.");
    assert_eq!(kept.members()[0].consents, own.cases[0].consents);
}

#[test]
fn only_the_device_that_it_is_for_opens_it() {
    let place = archive(&[(&device(), &contents())]);
    shared(&place, CODE, &[]);
    let bytes = fs::read(place.path("case.age")).unwrap();
    assert!(open(&bytes, &device().identity).is_err());
    assert!(open(&bytes, &crate::common::identity()).is_err(), "not even the organisation");
}

/// The keys in config.json are then the sender's: whoever has it can compare.
#[test]
fn with_the_receipt_key_the_sender_is_the_same_each_time() {
    let place = archive(&[(&device(), &contents())]);
    let key = fs::read_to_string(place.path("receipt.key")).unwrap();
    let key = SigningKey::from_file(&key).unwrap().verifying_key().unwrap();
    let sender = |more: &[&str]| {
        let opened = shared(&place, CODE, more).1;
        fs::remove_file(place.path("case.age")).unwrap();
        opened.device
    };
    let signed = ["--receipt-key", "receipt.key"];
    let (one, two) = (sender(&signed), sender(&signed));
    assert_eq!((&one, &one.verifying), (&two, &key));
    assert_eq!(one.recipient, crate::common::identity().recipient());
    assert_ne!(sender(&[]), sender(&[]));
}

#[test]
fn a_code_that_was_broken_over_lines_is_read() {
    let place = archive(&[(&device(), &contents())]);
    let code = colleague().code().unwrap().to_string();
    let broken = format!(" {}\n{} \n", &code[..40], &code[40..]);
    assert_eq!(share_to(&place, &broken, CODE, &[]).code, Some(0));
}
