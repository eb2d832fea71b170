//! Plans, notes and answers of two copies of a case: nothing lost, nothing twice.

use super::{device, import, only, whole};
use crate::{
    shelf::Shelf,
    world::{at, case, of_a_case, wait},
};
use draagkracht_core::{
    dossier::Dossier,
    form::{FormAnswer, FormResponse},
    instrument::ItemId,
    life_domain::LifeDomain,
    note::{self, Note},
    person::Moment,
    plan::{Agrees, Asker, Goal, Idea, Identity, Occasion, Plan, Request},
    remark::{About, Remark, Words},
};
use draagkracht_vault::{CaseFile, Vault, vault::Conflict};
use std::num::NonZeroU32;
use uuid::Uuid;

fn plan() -> Plan {
    let case = case(1).0;
    let identity = Identity {
        plan_id: Uuid::from_u128(0xd1),
        case_id: case.case_id,
        case_code: case.case_code,
        person: case.person,
        pseudonym: Some("P1".to_owned()),
    };
    let begun = Occasion { moment: Some(Moment::T1), at: at("10:00:00") };
    let words = "Ik loop achter.".to_owned().try_into().unwrap();
    Plan::begin(identity, begun, Request { words, asked_by: Asker::Resident })
}

fn note() -> Note {
    let case = case(1).0;
    Note {
        format: note::FORMAT.to_owned(),
        version: note::VERSION,
        note_id: Uuid::from_u128(0xe1),
        case_id: case.case_id,
        case_code: case.case_code,
        person: case.person,
        pseudonym: None,
        moment: None,
        revision: NonZeroU32::MIN,
        written: at("10:00:00"),
        changed: at("10:00:00"),
        words: "Gebeld.".to_owned().try_into().unwrap(),
        hand_in: false,
    }
}

fn remark(id: u128, said: &str) -> Remark {
    let said = said.to_owned().try_into().unwrap();
    Remark {
        remark_id: Uuid::from_u128(id),
        person: case(1).0.person,
        moment: Moment::T1,
        about: About::Domain(LifeDomain::Finances),
        words: Words { said, talk: true, ..Words::default() },
        written: at("10:00:00"),
        changed: at("10:00:00"),
    }
}

/// The next revision, with a goal more.
fn with_goal(plan: &Plan, words: &str) -> Plan {
    let mut next = plan.clone();
    next.revision = next.revision.saturating_add(1);
    next.changed = at("11:00:00");
    next.goals.push(Goal {
        id: next.next_goal(),
        words: words.to_owned().try_into().unwrap(),
        idea: Idea::Together,
        resident_agrees: Agrees::Yes,
        followed: vec![],
    });
    next
}

/// Anne's case with a plan, a note and answers, and Ben's copy of it.
fn both() -> [(Shelf, Vault<Shelf>, CaseFile); 2] {
    let ((annes_shelf, anne), (bens_shelf, ben)) = (device(1), device(2));
    let mut annes = wait(anne.new_case(case(1).0, &Dossier::new(&at("10:00:00")))).unwrap();
    wait(anne.save_paper(&mut annes, &plan())).unwrap();
    wait(anne.save_paper(&mut annes, &note())).unwrap();
    wait(anne.save_paper(&mut annes, &of_a_case(&case(1).0))).unwrap();
    let imported = import(&ben, &whole(&annes), "P1");
    assert_eq!((imported.papers.len(), imported.conflicts.as_slice()), (3, [].as_slice()));
    [(annes_shelf, anne, annes), (bens_shelf, ben, imported.file)]
}

fn plans(vault: &Vault<Shelf>) -> Vec<Plan> {
    only(vault).papers().unwrap()
}

#[test]
fn they_come_with_the_case_and_not_twice() {
    let [(_, _, annes), (shelf, ben, bens)] = both();
    assert_eq!(whole(&bens).papers, whole(&annes).papers);
    let before = shelf.dump();
    let again = import(&ben, &whole(&annes), "P1");
    assert_eq!((again.papers.len(), shelf.dump()), (0, before));
}

#[test]
fn what_says_all_of_the_other_takes_its_place_on_either_side() {
    let [(_, anne, mut annes), (shelf, ben, _)] = both();
    let longer = with_goal(&plan(), "Kent mensen");
    wait(anne.save_paper(&mut annes, &longer)).unwrap();
    let imported = import(&ben, &whole(&annes), "P1");
    assert_eq!((imported.papers, imported.conflicts), (vec![longer.plan_id], vec![]));
    assert_eq!(plans(&ben), std::slice::from_ref(&longer));

    // What Anne gave before is in it: nothing to do.
    let mut early = whole(&annes);
    early.papers.plans = vec![plan()];
    let before = shelf.dump();
    import(&ben, &early, "P1");
    assert_eq!((plans(&ben), shelf.dump()), (vec![longer], before));
}

#[test]
fn a_plan_that_both_changed_is_kept_twice_and_told_and_then_never_again() {
    let [(annes_shelf, anne, mut annes), (bens_shelf, ben, mut bens)] = both();
    let (one, other) = (with_goal(&plan(), "Kent mensen"), with_goal(&plan(), "Vindt rust"));
    let other = with_goal(&other, "Heeft werk");
    wait(anne.save_paper(&mut annes, &one)).unwrap();
    wait(ben.save_paper(&mut bens, &other)).unwrap();

    let imported = import(&ben, &whole(&annes), "P1");
    assert_eq!(imported.conflicts, [Conflict::Plan(plan().plan_id)]);
    let kept = plans(&ben);
    assert_eq!((kept.len(), &kept[0]), (2, &other));
    assert_eq!(Plan { plan_id: one.plan_id, ..kept[1].clone() }, one);
    assert_ne!(kept[1].plan_id, one.plan_id, "each can be changed for itself");

    // The higher revision goes to Anne: it does not say what hers says.
    let imported = import(&anne, &whole(&only(&ben)), "P2");
    assert_eq!(imported.conflicts, [Conflict::Plan(plan().plan_id)]);
    let hers = plans(&anne);
    assert_eq!((hers.len(), &hers[0]), (2, &one), "her own is not there twice");
    assert_eq!(Plan { plan_id: other.plan_id, ..hers[1].clone() }, other);

    // From now on both have both.
    let before = (annes_shelf.dump(), bens_shelf.dump());
    for _ in 0..2 {
        assert_eq!(import(&ben, &whole(&only(&anne)), "P1").conflicts, []);
        assert_eq!(import(&anne, &whole(&only(&ben)), "P2").conflicts, []);
    }
    assert_eq!((plans(&anne).len(), plans(&ben).len()), (2, 2));
    assert_eq!((annes_shelf.dump(), bens_shelf.dump()), before);
}

#[test]
fn so_are_a_note_and_answers() {
    let [(_, anne, mut annes), (_, ben, mut bens)] = both();
    let changed = |words: &str| Note {
        words: words.to_owned().try_into().unwrap(),
        revision: NonZeroU32::MIN.saturating_add(1),
        ..note()
    };
    let answered = |value| {
        let before = of_a_case(&case(1).0);
        let answers = [(ItemId::new("emphasis.value"), FormAnswer::Scale(value))].into();
        before.revised(answers, true, at("12:00:00"))
    };
    wait(anne.save_paper(&mut annes, &changed("Gebeld. Nam niet op."))).unwrap();
    wait(anne.save_paper(&mut annes, &answered(3))).unwrap();
    wait(ben.save_paper(&mut bens, &changed("Langs geweest."))).unwrap();
    wait(ben.save_paper(&mut bens, &answered(4))).unwrap();
    let imported = import(&ben, &whole(&annes), "P1");
    let id = of_a_case(&case(1).0).response_id;
    assert_eq!(imported.conflicts, [Conflict::Note(note().note_id), Conflict::FormResponse(id)]);
    let words: Vec<String> =
        only(&ben).papers::<Note>().unwrap().iter().map(|note| note.words.to_string()).collect();
    assert_eq!(words, ["Langs geweest.", "Gebeld. Nam niet op."]);
    assert_eq!(only(&ben).papers::<FormResponse>().unwrap().len(), 2);
}

#[test]
fn a_paper_that_was_removed_or_is_damaged_here_comes_back_from_the_colleague() {
    let [(_, _, annes), (shelf, ben, mut bens)] = both();
    wait(ben.remove_paper::<Plan>(&mut bens, plan().plan_id)).unwrap();
    let before = shelf.dump();
    let imported = import(&ben, &whole(&annes), "P1");
    assert_eq!((imported.papers, plans(&ben)), (vec![plan().plan_id], vec![plan()]));

    let is_new = |key: &_| !before.contains_key(key);
    let record = shelf.dump().into_keys().find(is_new).unwrap();
    shelf.records.borrow_mut().remove(&record);
    let file = wait(ben.case(bens.id())).unwrap().unwrap();
    assert_eq!((file.papers::<Plan>(), file.damaged().len()), (Ok(vec![]), 1));
    assert!(file.whole_case().is_err(), "a colleague would not know that something is missing");
    import(&ben, &whole(&annes), "P1");
    let file = wait(ben.case(bens.id())).unwrap().unwrap();
    assert_eq!(file.papers::<Plan>(), Ok(vec![plan()]));
}

#[test]
fn what_both_wrote_at_a_row_is_one_text_or_told() {
    let [(_, anne, mut annes), (shelf, ben, mut bens)] = both();
    wait(anne.save_paper(&mut annes, &remark(0xa1, "De post blijft liggen."))).unwrap();
    wait(ben.save_paper(&mut bens, &remark(0xb1, "Helpt de buurman?"))).unwrap();
    let imported = import(&ben, &whole(&annes), "P1");
    assert_eq!((imported.papers, imported.conflicts), (vec![Uuid::from_u128(0xb1)], vec![]));
    let here = |vault: &Vault<Shelf>| only(vault).papers::<Remark>().unwrap();
    let said: Vec<_> = here(&ben).into_iter().map(|remark| remark.words.said).collect();
    assert_eq!(said.len(), 1);
    assert_eq!(&*said[0], "Helpt de buurman?\n\nDe post blijft liggen.");
    let before = shelf.dump();
    import(&ben, &whole(&annes), "P1");
    assert_eq!(shelf.dump(), before);
    import(&anne, &whole(&only(&ben)), "P2");
    assert_eq!(here(&anne)[0].words.said, said[0]);

    let long = "x".repeat(3_990);
    let mut annes = only(&anne);
    wait(anne.save_paper(&mut annes, &remark(0xa1, &long))).unwrap();
    let imported = import(&ben, &whole(&annes), "P1");
    assert_eq!(imported.conflicts, [Conflict::Remark(Uuid::from_u128(0xb1))]);
    assert_eq!(here(&ben)[0].words.said, said[0]);
}
