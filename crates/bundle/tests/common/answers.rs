//! Answers to the lists that only a professional is asked: about the case, and about their own work.

use super::{CASE_ID, time, uuid};
use draagkracht_core::{
    form::{AboutCase, Answers, Form, FormAnswer, FormResponse},
    instrument::ItemId,
    person::{Moment, Person},
};

fn answered(list: &str, id: &str, answers: &[(&str, FormAnswer)]) -> FormResponse {
    let form = Form::built_in(list).unwrap().unwrap();
    let case = AboutCase {
        case_id: uuid(CASE_ID),
        case_code: "73D0-9NZF".parse().unwrap(),
        person: Person::first(),
        moment: Moment::T3,
    };
    let case = (list == "case.v1").then_some(case);
    let (who, begun) = (Some("P1".to_owned()), time("2028-11-20T10:00:00Z"));
    let answers = answers.iter().map(|(id, answer)| (ItemId::new(*id), answer.clone())).collect();
    FormResponse::begin(uuid(id), &form, case, who, Answers::new(), begun).revised(
        answers,
        true,
        time("2028-11-20T10:20:00Z"),
    )
}

/// Of the case: two types of intervention, one of them by the professional alone.
pub fn of_the_case() -> FormResponse {
    let words = |text: &str| FormAnswer::Text(text.to_owned().try_into().unwrap());
    let actors = |ids: &[&str]| FormAnswer::Several(ids.iter().map(|&id| id.to_owned()).collect());
    let (yes, no) = (FormAnswer::YesNo(true), FormAnswer::YesNo(false));
    answered(
        "case.v1",
        "019aa648-5a00-7000-8000-0000000000f1",
        &[
            ("request.words", words("Ik heb geen overzicht meer over mijn rekeningen.")),
            ("attention_capacity.competences.given", yes.clone()),
            ("attention_capacity.network.given", no.clone()),
            ("attention_capacity.burden.given", FormAnswer::DontKnow),
            ("attention_view.reach.given", yes.clone()),
            ("capacity.competences.extent", FormAnswer::Scale(2)),
            ("goals.1.words", words("Ziet wat er binnenkomt en wat eruit gaat")),
            ("goals.1.reached", FormAnswer::One("partly".to_owned())),
            ("interventions.reduce_burden.used", yes.clone()),
            ("interventions.reduce_burden.actors", actors(&["professional", "resident"])),
            ("interventions.strengthen_competences.used", yes),
            (
                "interventions.strengthen_competences.actors",
                actors(&["local_provision", "professional"]),
            ),
            ("interventions.strengthen_network.used", no.clone()),
            ("interventions.network_competences.used", no.clone()),
            ("interventions.local_provision_competences.used", no.clone()),
            ("interventions.trust.used", no),
            ("emphasis.value", FormAnswer::Scale(7)),
            ("influence.problems.professional", FormAnswer::Scale(8)),
            ("influence.problems.resident", FormAnswer::Scale(6)),
            ("influence.approach.professional", FormAnswer::Scale(5)),
            ("development.burden.change", FormAnswer::WontSay),
            ("site.kind", FormAnswer::One("social_team".to_owned())),
        ],
    )
}

/// Of the professional's own work; one statement of cooperation without an answer.
pub fn of_the_work() -> FormResponse {
    let values = [
        ("time.1", 4),
        ("knowledge.1", 3),
        ("cooperation.1", 4),
        ("cooperation.2", 2),
        ("openness.1", 4),
        ("openness.2", 2),
        ("openness.3", 5),
    ];
    let mut answers = values.map(|(id, value)| (id, FormAnswer::Scale(value))).to_vec();
    answers.push(("cooperation.3", FormAnswer::DontKnow));
    answered("conditions.v1", "019aa648-5a00-7000-8000-0000000000f2", &answers)
}
