//! A case that goes to a colleague, and both devices.

use super::{CASE_ID, contents, contents_with_answers, device, time, uuid};
use draagkracht_bundle::{
    Contents,
    case_file::{CaseDraft, seal},
    device::{DeviceCode, DeviceKeys},
};
use draagkracht_core::{
    answer::{Answer, Likert},
    case::{Consent, Consents},
    dossier::{Cell, Dossier, Origin},
    free_text::FreeText,
    instrument::Instrument,
    life_domain::LifeDomain,
    papers::Papers,
    person::{Moment, Person, Rater},
    remark::{About, Remark, Words},
    response::{Identity, Response},
    sealing::WholeCase,
    session::Session,
};

/// The colleague's device of the vectors.
pub fn colleague() -> DeviceKeys {
    DeviceKeys::from_secret(include_str!("../vectors/colleague.keys").trim_end()).unwrap()
}

/// A household of two, three responses of which one in two revisions, and a list that is begun.
pub fn case_contents() -> WholeCase {
    let contents = contents();
    let mut responses = contents.responses;
    responses.push(Response { revision: 2, unblinded: true, ..responses[1].clone() });
    let case = contents.cases[0].clone();
    WholeCase {
        dossier: dossier(case.consents.clone()),
        case,
        responses,
        sessions: vec![session()],
        papers: Papers::default(),
        remarks: vec![],
    }
}

/// The same, with what the professional wrote; the note is for nobody but colleagues.
pub fn case_contents_with_papers() -> WholeCase {
    let Contents { plans, mut notes, form_responses, .. } = contents_with_answers();
    notes[0].hand_in = false;
    let papers = Papers { plans, notes, form_responses };
    WholeCase { papers, remarks: vec![remark()], ..case_contents() }
}

fn remark() -> Remark {
    let text = |text: &str| FreeText::try_from(text.to_owned()).unwrap();
    let (said, observed) = (text("De post blijft liggen."), text("Opende drie brieven."));
    Remark {
        remark_id: "019aa648-5a00-7000-8000-0000000000a1".parse().unwrap(),
        person: Person::first(),
        moment: Moment::T1,
        about: About::Domain(LifeDomain::Finances),
        words: Words { said, observed, talk: true },
        written: time("2026-11-21T12:30:00Z"),
        changed: time("2026-11-21T12:31:00Z"),
    }
}

fn dossier(consents: Consents) -> Dossier {
    let now = time("2026-11-21T12:00:00Z");
    let mut dossier = Dossier::new(&now);
    dossier.set_consents(&Person::first(), consents).unwrap();
    let second = dossier.add_member(&now).unwrap();
    let nothing = Consent { given: false, since: now.clone() };
    let consents = Consents { support: nothing.clone(), research: nothing };
    dossier.set_consents(&second, consents).unwrap();
    dossier.set_note("Belt liever 's ochtends.".to_owned()).unwrap();
    let cell = Cell { person: second, moment: Moment::T1, rater: Rater::Resident };
    dossier.set_absent(cell, true, now.clone());
    let fingerprint = colleague().code().unwrap().fingerprint();
    dossier.add_origin(Origin { pseudonym: "P3".to_owned(), fingerprint, at: now });
    dossier
}

fn session() -> Session {
    let instrument = Instrument::built_in("resident.v1").unwrap().unwrap();
    let identity = Identity {
        response_id: uuid("019aa648-5a00-7000-8000-0000000000a3"),
        case_id: uuid(CASE_ID),
        case_code: "73D0-9NZF".parse().unwrap(),
        person: Person::first(),
        rater: Rater::Resident,
        pseudonym: None,
        moment: Moment::T2,
        started: time("2026-11-21T12:35:00Z"),
    };
    let mut session = Session::begin(identity, &instrument);
    for answer in [Answer::Value(Likert::ALL[3]), Answer::DontKnow] {
        let item = instrument.items()[session.answered()].id.clone();
        session.answer(&instrument, &item, answer).unwrap();
        session.next(&instrument).unwrap();
    }
    session
}

/// From the device of the vectors to this one.
pub fn sealed_to(to: &DeviceCode, contents: &WholeCase) -> Vec<u8> {
    let device = device();
    let draft = CaseDraft {
        created: time("2026-11-21T12:45:00Z"),
        app_version: "0.1.0",
        pseudonym: FreeText::try_from("P1".to_owned()).unwrap(),
        device: &device,
        to,
        contents,
    };
    seal(&draft).unwrap()
}
