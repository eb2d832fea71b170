//! Fewer than five people.

use crate::{
    archives::{counted, export, exported, people, received},
    common::device,
};
use draagkracht_core::{person::Mode, timestamp::Timestamp};

#[test]
fn four_people_are_not_exported_unless_it_is_asked() {
    let place = received(&[(&device(), &people(4))]);
    let done = export(&place, "csv", &[]);
    assert_eq!((done.code, done.stdout.as_str()), (Some(1), ""));
    let begins =
        "error: there is nothing to export: 8 lists left out: fewer than 5 people answered";
    assert!(done.stderr.starts_with(begins), "{}", done.stderr);
    assert!(!place.path("out").exists());
    assert_eq!(exported(&place, &["--keep-small-groups"]), ["8 lists of 4 people"]);
}

#[test]
fn what_few_have_in_common_is_left_out_and_told() {
    let mut all = people(11);
    all.responses[0].mode = Mode::ByProxy;
    for response in all.responses.iter_mut().skip(1).step_by(2).take(6) {
        response.pseudonym = Some("P2".to_owned());
    }
    let place = received(&[(&device(), &all)]);
    assert_eq!(
        exported(&place, &[]),
        [
            "22 lists of 11 people",
            "how it was answered left out of 11 lists: fewer than 5 people have it in common, or it \
             would tell theirs",
        ]
    );
    let of = |counts: &[(&str, usize)]| counts.iter().map(|(v, n)| ((*v).to_owned(), *n)).collect();
    // The ten who answered alone would tell who did not; the professionals' lists are another column.
    assert_eq!(counted(&place, "mode"), of(&[("<5", 11), ("self", 11)]));
    assert_eq!(counted(&place, "professional"), of(&[("", 11), ("P1", 5), ("P2", 6)]));
    exported(&place, &["--keep-small-groups"]);
    assert_eq!(counted(&place, "mode"), of(&[("by_proxy", 1), ("self", 21)]));
}

/// Days tell one month from another: who loses one loses all, and the days stay.
#[test]
fn no_month_can_be_found_from_the_days() {
    let at =
        |month: u8| Some(Timestamp::try_from(format!("2026-{month:02}-10T12:00:00Z")).unwrap());
    let mut all = people(16);
    for (number, response) in all.responses.iter_mut().enumerate().filter(|(n, _)| n % 2 == 0) {
        // Residents: six in May, ten in June.
        response.completed = at(if number < 12 { 5 } else { 6 });
    }
    for (number, response) in all.responses.iter_mut().enumerate().filter(|(n, _)| n % 2 == 1) {
        // Professionals: three in August, of people of whom the resident was asked in May.
        response.completed = at(if number < 6 { 8 } else { 7 });
    }
    let place = received(&[(&device(), &all)]);
    let told = exported(&place, &[]);
    assert!(told[1].starts_with("month left out of 32 lists: "), "{told:?}");
    assert_eq!(counted(&place, "completed"), [("<5".to_owned(), 32)].into());
    assert_eq!(counted(&place, "days").values().sum::<usize>(), 32);
    assert_eq!(counted(&place, "days")["92"], 3);

    // Five in August: both months stay, and so do the others.
    for response in all.responses.iter_mut().skip(1).step_by(2).take(5) {
        response.completed = at(8);
    }
    let place = received(&[(&device(), &all)]);
    assert_eq!(exported(&place, &[]), ["32 lists of 16 people"]);
    assert_eq!(counted(&place, "completed")["2026-08"], 5);
}
