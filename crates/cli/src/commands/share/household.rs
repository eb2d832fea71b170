//! The household of a case, as far as bundles tell: who is in it, and what each agreed to.

use draagkracht_core::{
    case::Case, dossier::Dossier, papers::Papers, person::Person, response::Response,
    timestamp::Timestamp,
};

/// The dossier: everybody whom a case, a list or a paper names by a number, and of each consent what was said
/// last. Of whom nothing was said, nothing is agreed to since 1970, so that it takes no place of what
/// the device knows.
pub fn dossier(cases: &[Case], responses: &[Response], papers: &Papers) -> Dossier {
    let mut dossier = Dossier::new(&Timestamp::default());
    let persons = cases.iter().map(|case| &case.person);
    let persons = persons.chain(responses.iter().map(|response| &response.person));
    let persons = persons.chain(papers.plans.iter().map(|plan| &plan.person));
    let persons = persons.chain(papers.notes.iter().map(|note| &note.person));
    let about = papers.form_responses.iter().filter_map(|answers| answers.case.as_ref());
    for person in persons.chain(about.map(|case| &case.person)) {
        reach(&mut dossier, person);
    }
    for case in cases {
        let mut said = Dossier::new(&Timestamp::default());
        reach(&mut said, &case.person);
        // One whose label is no number is in no household of the app: their lists are given all the same.
        if said.set_consents(&case.person, case.consents.clone()).is_ok() {
            dossier.join(&said);
        }
    }
    dossier
}

/// The case as the device keeps it: that of the one who asked.
pub fn case(first: &Case, dossier: &Dossier) -> Case {
    let consents = dossier.members()[0].consents.clone();
    Case { person: Person::first(), consents, ..first.clone() }
}

/// Adds members until this one is there; labels are 1 to 9 without a gap.
fn reach(dossier: &mut Dossier, person: &Person) {
    let label = person.to_string().parse().unwrap_or(0);
    while dossier.members().len() < label && dossier.add_member(&Timestamp::default()).is_ok() {}
}
