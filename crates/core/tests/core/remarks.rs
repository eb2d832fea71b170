//! What is said at a row of a comparison.

use crate::{
    fixtures::{COMPLETED, STARTED, time},
    plans::words,
};
use draagkracht_core::{
    binary,
    free_text::NotFreeText,
    instrument::{ItemId, Topic},
    life_domain::LifeDomain,
    person::{Moment, Person},
    remark::{About, Remark, Words},
};
use uuid::Uuid;

const MONEY: About = About::Domain(LifeDomain::Finances);
const NETWORK: About = About::Topic(Topic::Network);

fn remark(about: About, talk: bool) -> Remark {
    Remark {
        remark_id: Uuid::from_u128(0x0193_4f1c_8a40_7000_8000_0000_0000_0005),
        person: Person::first(),
        moment: Moment::T2,
        about,
        words: Words { said: words("Het gaat\nbeter."), observed: words("Zij lachte."), talk },
        written: time(STARTED),
        changed: time(COMPLETED),
    }
}

#[test]
fn what_is_written_reads_back_and_its_bytes_stay_the_same() {
    let remarks = [remark(MONEY, true), remark(NETWORK, false)];
    for remark in &remarks {
        let bytes = binary::to_bytes(remark).unwrap();
        assert_eq!(binary::from_bytes::<Remark>(&bytes), Ok(remark.clone()));
    }
    insta::assert_json_snapshot!(remarks);
    // The kinds of rows are numbers in the bytes: vaults have them.
    let numbered = |about: About| binary::to_bytes(&about).unwrap();
    for (number, domain) in (0u8..).zip(LifeDomain::ALL) {
        assert_eq!(numbered(About::Domain(domain)), [0, number]);
    }
    for (number, topic) in (0u8..).zip(Topic::ALL) {
        assert_eq!(numbered(About::Topic(topic)), [1, number]);
    }
}

#[test]
fn a_row_is_a_life_domain_or_nothing_to_remark_on() {
    assert_eq!(About::item(&ItemId::new("burden.finances")), Some(MONEY));
    assert_eq!(About::item(&ItemId::new("competences.1")), None);
}

#[test]
fn it_is_at_one_row_of_one_persons_comparison() {
    let remark = remark(MONEY, false);
    let other = Person::try_from("2".to_owned()).unwrap();
    assert!(remark.is_at(&Person::first(), Moment::T2, MONEY));
    assert!(!remark.is_at(&other, Moment::T2, MONEY));
    assert!(!remark.is_at(&Person::first(), Moment::T1, MONEY));
    assert!(!remark.is_at(&Person::first(), Moment::T2, NETWORK));
}

#[test]
fn other_words_are_changed_now_and_never_before_the_last_time() {
    let before = remark(MONEY, false);
    let wanted = Words { talk: true, ..before.words.clone() };
    let later = before.clone().with(wanted.clone(), time("2026-11-21T13:00:00Z"));
    assert_eq!(later.words, wanted);
    assert_eq!(
        (later.written, later.changed),
        (before.written.clone(), time("2026-11-21T13:00:00Z"))
    );
    let put_back = before.clone().with(wanted, time("2026-01-01T00:00:00Z"));
    assert_eq!(put_back.changed, before.changed);
}

#[test]
fn a_mark_alone_is_something_to_keep() {
    assert!(Words::default().is_blank());
    assert!(Words { said: words(" \n"), ..Words::default() }.is_blank());
    for kept in [
        Words { talk: true, ..Words::default() },
        Words { said: words("Ja."), ..Words::default() },
        Words { observed: words("Ja."), ..Words::default() },
    ] {
        assert!(!kept.is_blank(), "{kept:?}");
    }
}

#[test]
fn joined_each_paragraph_is_there_once_and_a_mark_of_either_holds() {
    let written = |text: &str, talk: bool, changed: &str| {
        let mut remark = remark(MONEY, talk);
        remark.words.said = text.to_owned().try_into().unwrap();
        remark.changed = changed.to_owned().try_into().unwrap();
        remark
    };
    let ours = written("De post blijft liggen.", true, "2026-11-21T12:00:00Z");
    let theirs = written("Helpt de buurman?", false, "2026-11-21T13:00:00Z");
    let both = ours.join(&theirs).unwrap();
    assert_eq!(&*both.words.said, "De post blijft liggen.\n\nHelpt de buurman?");
    assert_eq!((both.words.talk, &both.changed), (true, &theirs.changed));
    let inside = written("De post", false, "2026-11-21T13:00:00Z");
    assert_eq!(&*ours.join(&inside).unwrap().words.said, "De post blijft liggen.\n\nDe post");
    assert_eq!(both.join(&theirs).unwrap(), both);
    assert_eq!(both.join(&ours).unwrap(), both);
    assert_eq!(theirs.join(&both).unwrap().words, both.words);
    assert_eq!(ours.join(&written("", true, "2026-11-21T11:00:00Z")).unwrap(), ours);
    let long = written(&"x".repeat(3_999), true, "2026-11-21T13:00:00Z");
    assert_eq!(ours.join(&long), Err(NotFreeText::TooLong(4_023)));
}
