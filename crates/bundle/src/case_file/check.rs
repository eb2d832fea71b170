//! Whether what was unpacked is a case file: signature, hashes, and every record.

use super::{
    ALL_NAMES, CASE, CaseFileError, DOSSIER, NAMES, OpenedCase, REMARKS, RESPONSES, SESSIONS,
    manifest::Manifest,
};
use crate::{
    Digest, RecordError, RecordReason,
    archive::{self, ArchiveError, FORM_RESPONSES, NOTES, PLANS},
    check::{self, each, form_response_fits, instrument, response_fits},
    envelope::Recipient,
    json,
    records::{self, Kind},
};
use draagkracht_core::{
    case::{self, Case},
    case_code::CaseCode,
    papers::Papers,
    sealing::WholeCase,
};
use std::collections::BTreeSet;
use uuid::Uuid;

const CASE_KIND: Kind = Kind { file: CASE, format: case::FORMAT, version: case::VERSION };

/// Everything that [`super::open()`] checks after age, and [`super::seal()`] before it.
pub(super) fn packed(packed: &[u8], to: &Recipient) -> Result<OpenedCase, CaseFileError> {
    let mut found = archive::find(&ALL_NAMES, packed)?;
    let papers = [6, 7, 8, 9].map(|place| found[place].take());
    let [manifest_json, minisig, case, dossier, responses, sessions] =
        archive::each(&NAMES, found)?;
    let manifest = Manifest::read(&manifest_json)?;
    let device = manifest.sender.device.code()?;
    device.verifying.verify(&manifest_json, &String::from_utf8_lossy(&minisig))?;
    if manifest.recipient != to.to_string() {
        return Err(CaseFileError::PassedOn(manifest.recipient));
    }
    let hashes = &manifest.files;
    for (file, bytes, hash) in [
        (CASE, &case, &hashes.case),
        (DOSSIER, &dossier, &hashes.dossier),
        (RESPONSES, &responses, &hashes.responses),
        (SESSIONS, &sessions, &hashes.sessions),
    ] {
        if Digest::of(bytes) != *hash {
            return Err(CaseFileError::Hash(file));
        }
    }
    for ((file, bytes), hash) in
        [PLANS, NOTES, FORM_RESPONSES, REMARKS].into_iter().zip(&papers).zip(hashes.papers())
    {
        match (bytes, hash) {
            (Some(_), None) => return Err(ArchiveError::Unexpected(file.to_owned()).into()),
            (None, Some(_)) => return Err(ArchiveError::Missing(file).into()),
            (Some(bytes), Some(hash)) if Digest::of(bytes) != *hash => {
                return Err(CaseFileError::Hash(file));
            }
            _ => {}
        }
    }
    let [plans, notes, form_responses, remarks] = papers.map(Option::unwrap_or_default);
    let contents = WholeCase {
        case: one(CASE, records::read(&CASE_KIND, &case)?)?,
        dossier: one(DOSSIER, records::lines(DOSSIER, &dossier, |line| Ok(json::read(line)?))?)?,
        responses: records::read(&check::RESPONSE, &responses)?,
        sessions: records::lines(SESSIONS, &sessions, |line| Ok(json::read(line)?))?,
        papers: Papers {
            plans: records::read(&check::PLAN, &plans)?,
            notes: records::read(&check::NOTE, &notes)?,
            form_responses: records::read(&check::FORM_RESPONSE, &form_responses)?,
        },
        remarks: records::lines(REMARKS, &remarks, |line| Ok(json::read(line)?))?,
    };
    contents_fit(&contents)?;
    Ok(OpenedCase {
        created: manifest.created,
        app_version: manifest.app_version,
        pseudonym: manifest.sender.pseudonym,
        device,
        contents,
    })
}

fn one<T>(file: &'static str, mut records: Vec<T>) -> Result<T, CaseFileError> {
    let found = records.len();
    records.pop().filter(|_| found == 1).ok_or(CaseFileError::NotOne { file, found })
}

/// Every record belongs to the case, is there once, and makes sense by itself. One revision of a
/// response may be there with two lists of answers: a case that came together of two copies has both.
fn contents_fit(contents: &WholeCase) -> Result<(), RecordError> {
    let WholeCase { case, dossier, responses, sessions, papers, remarks } = contents;
    each(DOSSIER, std::slice::from_ref(dossier), |dossier| Ok(dossier.check()?))?;
    let mut seen = vec![];
    each(RESPONSES, responses, |response| {
        if seen.contains(&response) {
            return Err(RecordReason::Twice(response.response_id));
        }
        seen.push(response);
        of_the_case(case, response.case_id, response.case_code)?;
        response_fits(response)
    })?;
    let mut seen = vec![];
    each(SESSIONS, sessions, |session| {
        let identity = session.identity();
        let id = identity.response_id;
        if seen.contains(&id) {
            return Err(RecordReason::Twice(id));
        }
        seen.push(id);
        of_the_case(case, identity.case_id, identity.case_code)?;
        let instrument = instrument(id, session.instrument_id())?;
        session.check(instrument).map_err(|fault| RecordReason::Session(id, fault))
    })?;
    papers_fit(case, papers)?;
    let (mut rows, mut ids) = (BTreeSet::new(), BTreeSet::new());
    each(REMARKS, remarks, |remark| {
        let id = remark.remark_id;
        let row = (remark.person.clone(), remark.moment, remark.about);
        if !remark.is_sound() {
            return Err(RecordReason::Changed(id));
        }
        if rows.insert(row) && ids.insert(id) { Ok(()) } else { Err(RecordReason::Twice(id)) }
    })
}

/// Each belongs to the case, is there once, and makes sense by itself. Notes need not be meant for the
/// organisation: a colleague gets all that was written.
fn papers_fit(case: &Case, papers: &Papers) -> Result<(), RecordError> {
    let mut seen = BTreeSet::new();
    let mut once = |id| if seen.insert(id) { Ok(()) } else { Err(RecordReason::Twice(id)) };
    each(PLANS, &papers.plans, |plan| {
        once(plan.plan_id)?;
        of_the_case(case, plan.case_id, plan.case_code)?;
        Ok(plan.check()?)
    })?;
    each(NOTES, &papers.notes, |note| {
        once(note.note_id)?;
        of_the_case(case, note.case_id, note.case_code)?;
        Ok(note.check()?)
    })?;
    each(FORM_RESPONSES, &papers.form_responses, |answers| {
        once(answers.response_id)?;
        let about = answers.case.as_ref().ok_or(RecordReason::Joined(answers.response_id))?;
        of_the_case(case, about.case_id, about.case_code)?;
        form_response_fits(answers)
    })
}

fn of_the_case(case: &Case, case_id: Uuid, found: CaseCode) -> Result<(), RecordReason> {
    let expected = case.case_code;
    if case_id != case.case_id {
        Err(RecordReason::OtherCase { found: case_id, expected: case.case_id })
    } else if found != expected {
        Err(RecordReason::OtherCode { found, expected })
    } else {
        Ok(())
    }
}
