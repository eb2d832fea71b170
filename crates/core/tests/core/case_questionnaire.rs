//! The case questionnaire: what is derived from it, worked out by hand in `tests/golden/case.v1.json`,
//! and what the plan fills in.

use crate::{
    fixtures::{COMPLETED, item, time},
    plans::{goal, intervention, plan, words},
};
use draagkracht_core::{
    case_questionnaire::{Approach, ID, Measures, Partnership, Site, prefill},
    form::{Answers, Form, FormAnswer},
    person::Rater,
    plan::{Actor, Followed, InterventionType, Occasion, Reached},
};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "about")]
    _about: String,
    cases: Vec<Case>,
    by_type: BTreeMap<InterventionType, Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    #[serde(rename = "working")]
    _working: String,
    took_part: BTreeMap<InterventionType, BTreeSet<Actor>>,
    site: Option<String>,
    types: usize,
    approach: String,
    involvement: BTreeMap<Actor, usize>,
    solo_share: Option<String>,
    partners: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    #[serde(rename = "working")]
    _working: String,
    solo_share: Option<String>,
    partners: Option<String>,
}

fn golden() -> File {
    serde_json::from_str(include_str!("../golden/case.v1.json")).unwrap()
}

fn form() -> Form {
    Form::built_in(ID).unwrap().unwrap()
}

fn answers(case: &Case) -> Answers {
    let mut answers = Answers::new();
    for kind in InterventionType::ALL {
        let field = |name| item(&format!("interventions.{}.{name}", kind.as_str()));
        let took_part = case.took_part.get(&kind);
        answers.insert(field("used"), FormAnswer::YesNo(took_part.is_some()));
        if let Some(actors) = took_part {
            let ids = actors.iter().map(|actor| actor.as_str().to_owned()).collect();
            answers.insert(field("actors"), FormAnswer::Several(ids));
        }
    }
    answers.extend(case.site.clone().map(|site| (item("site.kind"), FormAnswer::One(site))));
    assert_eq!(form().check(&answers), Ok(()));
    answers
}

fn shown(partnership: Partnership) -> [Option<String>; 2] {
    [partnership.solo_share(), partnership.partners()].map(|r| r.map(|ratio| ratio.to_string()))
}

#[test]
fn measures_are_those_worked_out_by_hand() {
    let golden = golden();
    assert_eq!(golden.cases.len(), 3);
    let mut all = vec![];
    for case in &golden.cases {
        let measures = Measures::of(&answers(case)).unwrap();
        assert_eq!(measures.types(), case.types);
        let approach = match case.approach.as_str() {
            "single" => Approach::Single,
            _ => Approach::Multiple,
        };
        assert_eq!(measures.approach(), approach);
        assert_eq!(case.involvement.len(), 4);
        for (actor, types) in &case.involvement {
            assert_eq!(measures.involvement(*actor), Some(*types), "{actor:?}");
        }
        let expected = [case.solo_share.clone(), case.partners.clone()];
        assert_eq!(shown(measures.partnership()), expected);
        let site = case.site.as_deref().map(|site| match site {
            "social_team" => Site::SocialTeam,
            _ => Site::Organisation,
        });
        assert_eq!(measures.site, site);
        all.push(measures);
    }
    assert_eq!(golden.by_type.len(), 6);
    for (kind, row) in golden.by_type {
        let expected = [row.solo_share, row.partners];
        assert_eq!(shown(Partnership::of_type(kind, &all)), expected, "{kind:?}");
    }
}

#[test]
fn what_was_not_answered_is_not_counted_as_no() {
    let case = &golden().cases[0];
    let mut answers = answers(case);
    let actors = item("interventions.trust.actors");
    answers.insert(actors.clone(), FormAnswer::DontKnow);
    let measures = Measures::of(&answers).unwrap();
    assert_eq!((measures.types(), measures.involvement(Actor::Professional)), (3, None));
    assert_eq!(shown(measures.partnership())[0], Some("0.5".to_owned()));
    answers.remove(&actors);
    answers.insert(item("interventions.trust.used"), FormAnswer::DontKnow);
    assert_eq!(Measures::of(&answers), None);
    answers.remove(&item("interventions.trust.used"));
    assert_eq!(Measures::of(&answers), None);
}

#[test]
fn no_type_at_all_is_neither_single_nor_multiple() {
    let mut answers = Answers::new();
    for kind in InterventionType::ALL {
        let used = item(&format!("interventions.{}.used", kind.as_str()));
        answers.insert(used, FormAnswer::YesNo(false));
    }
    let measures = Measures::of(&answers).unwrap();
    assert_eq!((measures.types(), measures.approach()), (0, Approach::None));
    assert_eq!(measures.involvement(Actor::Network), Some(0));
    assert_eq!(shown(measures.partnership()), [None, None]);
}

#[test]
fn the_plan_fills_in_what_it_knows_and_no_more() {
    let mut plan = plan("Ik loop achter met betalen.");
    for text in ["Ziet wat er binnenkomt", " ", "Kent mensen in de buurt"] {
        plan.goals.push(goal(plan.next_goal(), text));
    }
    let follow = |rater, reached| Followed {
        on: Occasion { moment: None, at: time(COMPLETED) },
        rater,
        reached,
        circumstances: BTreeSet::new(),
        why: words(""),
    };
    plan.goals[0].followed = vec![
        follow(Rater::Professional, Reached::Not),
        follow(Rater::Professional, Reached::Partly),
        follow(Rater::Resident, Reached::Reached),
    ];
    for actors in [[Actor::Professional], [Actor::Network]] {
        let mut new = intervention(plan.next_intervention(), &[1], InterventionType::ReduceBurden);
        new.actors = actors.into();
        plan.interventions.push(new);
    }
    let new = intervention(plan.next_intervention(), &[3], InterventionType::Trust);
    plan.interventions.push(new);

    let filled = prefill(&plan);
    assert_eq!(form().check(&filled), Ok(()));
    let text = |t: &str| FormAnswer::Text(words(t));
    let expected = [
        ("request.words", text("Ik loop achter met betalen.")),
        ("goals.1.words", text("Ziet wat er binnenkomt")),
        ("goals.1.reached", FormAnswer::One("partly".to_owned())),
        ("goals.2.words", text("Kent mensen in de buurt")),
        ("interventions.reduce_burden.used", FormAnswer::YesNo(true)),
        (
            "interventions.reduce_burden.actors",
            FormAnswer::Several(["network".to_owned(), "professional".to_owned()].into()),
        ),
        ("interventions.trust.used", FormAnswer::YesNo(true)),
    ];
    assert_eq!(filled, expected.map(|(id, answer)| (item(id), answer)).into());
    let asked: Vec<_> = form().asked(&filled).map(|f| f.id.clone()).collect();
    assert!(asked.contains(&item("interventions.trust.actors")), "who took part is still asked");
    assert!(!asked.contains(&item("interventions.strengthen_network.actors")));
}

#[test]
fn more_goals_than_the_list_has_room_for() {
    let mut plan = plan("");
    for _ in 0..8 {
        plan.goals.push(goal(plan.next_goal(), "Kent mensen"));
    }
    for reached in [Reached::Reached, Reached::Partly, Reached::Not, Reached::NoLongerWanted] {
        plan.goals[0].followed.push(Followed {
            on: plan.begun.clone(),
            rater: Rater::Professional,
            reached,
            circumstances: BTreeSet::new(),
            why: words(""),
        });
        assert_eq!(form().check(&prefill(&plan)), Ok(()), "{reached:?}");
    }
    assert_eq!(prefill(&plan).len(), 7);
}
