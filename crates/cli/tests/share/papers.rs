//! Plans, notes and professionals' lists: given back, and joined with what the device has.

use crate::{
    common::{contents, contents_with_answers, device},
    imported::{import, vault},
    place::bundle,
    shared::{CODE, archive, notes, phone, shared},
};
use draagkracht_bundle::{Contents, device::DeviceKeys};
use draagkracht_core::{
    dossier::Dossier, form::FormResponse, note::Note, plan::Plan, timestamp::Timestamp,
};
use draagkracht_vault::vault::Conflict;
use pollster::block_on as wait;
use uuid::Uuid;

/// The plan as it is a revision later, with these words behind or instead of those for the outcome.
fn later(changed: impl Fn(&str) -> String) -> Contents {
    let mut contents = contents_with_answers();
    let plan = &mut contents.plans[0];
    plan.revision = plan.revision.saturating_add(1);
    plan.outcome = changed(&plan.outcome).try_into().unwrap();
    contents
}

fn longer() -> Contents {
    later(|words| format!("{words} Een neef neemt het over."))
}

fn other() -> Contents {
    later(|_| "Anders.".to_owned())
}

#[test]
fn a_case_that_was_lost_comes_back_with_its_papers() {
    let place = archive(&[(&device(), &contents_with_answers())]);
    let (lines, opened) = shared(&place, CODE, &[]);
    let given = contents_with_answers();
    let (plan, note, answers) = (&given.plans[0], &given.notes[0], &given.form_responses[0]);
    let from = bundle(1, &device(), &given).0;
    let expected = [
        format!("  plan {} revision 2, from bundle {from}", plan.plan_id),
        format!("  note {} revision 1, from bundle {from}", note.note_id),
        format!("  form response {} revision 2, from bundle {from}", answers.response_id),
    ];
    assert_eq!(lines[3..6], expected);
    assert_eq!(notes(&lines), Vec::<&str>::new());

    let vault = vault();
    let imported = import(&vault, opened.clone());
    assert!(imported.is_new && imported.conflicts.is_empty());
    assert_eq!(imported.file.papers::<Plan>().unwrap(), given.plans);
    assert_eq!(imported.file.papers::<Note>().unwrap(), given.notes);
    assert_eq!(imported.file.papers::<FormResponse>().unwrap(), given.form_responses);
    assert!(import(&vault, opened).papers.is_empty(), "the second time there is nothing new");
}

/// What was written on since it was handed in stays, whether it goes on from there or says other things.
#[test]
fn a_newer_copy_on_the_device_is_not_lost() {
    let place = archive(&[(&device(), &contents_with_answers())]);
    let (_, opened) = shared(&place, CODE, &[]);
    for here in [longer(), other()] {
        let vault = vault();
        let dossier = Dossier::new(&Timestamp::default());
        let mut file = wait(vault.new_case(here.cases[0].clone(), &dossier)).unwrap();
        wait(vault.save_paper(&mut file, &here.plans[0])).unwrap();
        let imported = import(&vault, opened.clone());
        let plans: Vec<Plan> = imported.file.papers().unwrap();
        assert_eq!(plans[0], here.plans[0]);
        let old = &contents_with_answers().plans[0];
        if here == longer() {
            assert_eq!((plans.len(), imported.conflicts.as_slice()), (1, &[][..]));
        } else {
            assert_eq!((plans.len(), &plans[1].outcome), (2, &old.outcome));
            assert_eq!(imported.conflicts, [Conflict::Plan(old.plan_id)]);
        }
    }
}

/// The organisation's copy is newer than that on the device.
#[test]
fn the_newest_that_was_handed_in_takes_the_place_of_an_older_copy() {
    let place = archive(&[(&device(), &contents_with_answers()), (&device(), &other())]);
    let (_, opened) = shared(&place, CODE, &[]);
    assert_eq!(opened.contents.papers.plans, other().plans, "of one device the newest counts");
    let colleague = DeviceKeys::make().unwrap();
    let place = archive(&[(&device(), &contents_with_answers()), (&colleague, &longer())]);
    let (lines, opened) = shared(&place, CODE, &[]);
    assert_eq!(opened.contents.papers.plans, longer().plans, "a colleague went on with it");
    assert_eq!(notes(&lines), Vec::<&str>::new());
    let vault = vault();
    let here = contents_with_answers();
    let dossier = Dossier::new(&Timestamp::default());
    let mut file = wait(vault.new_case(here.cases[0].clone(), &dossier)).unwrap();
    wait(vault.save_paper(&mut file, &here.plans[0])).unwrap();
    let imported = import(&vault, opened);
    assert_eq!(imported.file.papers::<Plan>().unwrap(), longer().plans);
    assert_eq!(imported.conflicts, []);
}

#[test]
fn what_another_device_says_otherwise_is_told_and_left_out() {
    let colleague = DeviceKeys::make().unwrap();
    let place = archive(&[(&device(), &contents_with_answers()), (&colleague, &other())]);
    let (lines, opened) = shared(&place, CODE, &[]);
    assert_eq!(opened.contents.papers.plans, contents_with_answers().plans);
    let (plan, from) = (other().plans[0].plan_id, bundle(2, &colleague, &other()).0);
    let theirs = colleague.code().unwrap().fingerprint();
    let note = format!(
        "note plan {plan}: revision 3 of bundle {from}, from device {theirs}, says other things than \
         revision 2: it is left out"
    );
    assert_eq!(notes(&lines), [note]);
}

/// A colleague went on with revision 2; then its own device made another revision 4, which says other things: that
/// is the one which `tables` counts.
#[test]
fn the_newest_of_the_device_that_began_it_is_given_whatever_a_colleague_said_in_between() {
    let colleague = DeviceKeys::make().unwrap();
    let mut newest = other();
    newest.plans[0].revision = newest.plans[0].revision.saturating_add(1);
    let bundles =
        [(&device(), &contents_with_answers()), (&colleague, &longer()), (&device(), &newest)];
    let (lines, opened) = shared(&archive(&bundles), CODE, &[]);
    assert_eq!(opened.contents.papers.plans, newest.plans);
    let (plan, from) = (newest.plans[0].plan_id, bundle(2, &colleague, &longer()).0);
    let theirs = colleague.code().unwrap().fingerprint();
    let note = format!(
        "note plan {plan}: revision 3 of bundle {from}, from device {theirs}, says other things than \
         revision 4: it is left out"
    );
    assert_eq!(notes(&lines), [note]);
}

/// What was other than an earlier version, and is in the one that is given, is not left out.
#[test]
fn what_is_in_the_version_that_is_given_is_not_told_as_left_out() {
    let colleague = DeviceKeys::make().unwrap();
    let mut newest = other();
    newest.plans[0].revision = newest.plans[0].revision.saturating_add(1);
    let bundles =
        [(&device(), &contents_with_answers()), (&colleague, &other()), (&device(), &newest)];
    let (lines, opened) = shared(&archive(&bundles), CODE, &[]);
    assert_eq!(opened.contents.papers.plans, newest.plans);
    assert_eq!(notes(&lines), Vec::<&str>::new());
}

/// A list of a third person stands in the dossier, and papers of another case come under this one.
#[test]
fn papers_of_the_household_are_those_of_this_case() {
    let mut theirs = contents_with_answers();
    let case_id = Uuid::from_u128(7);
    theirs.responses.clear();
    theirs.cases[0].case_id = case_id;
    theirs.plans[0].case_id = case_id;
    theirs.notes[0].case_id = case_id;
    theirs.notes[0].person = "3".to_owned().try_into().unwrap();
    theirs.form_responses[0].case.as_mut().unwrap().case_id = case_id;
    let place = archive(&[(&device(), &contents()), (&DeviceKeys::make().unwrap(), &theirs)]);
    let case = contents().cases[0].case_id;
    let with = case_id.to_string();
    let (_, opened) = shared(&place, &case.to_string(), &["--with", &with]);
    let papers = &opened.contents.papers;
    assert_eq!((papers.plans[0].case_id, papers.notes[0].case_id), (case, case));
    assert_eq!(papers.form_responses[0].case.as_ref().unwrap().case_id, case);
    assert_eq!(opened.contents.dossier.members().len(), 3);
}

#[test]
fn a_case_without_papers_is_as_before() {
    let place = archive(&[(&device(), &phone(7))]);
    let (_, opened) = shared(&place, CODE, &[]);
    assert!(opened.contents.papers.is_empty());
}
