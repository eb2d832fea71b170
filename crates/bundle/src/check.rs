//! Whether what was unpacked is a bundle: signature, hashes, counts, and every record.

use crate::{
    Contents, Digest, OpenError,
    archive::{self, ArchiveError, CASES, FORM_RESPONSES, NOTES, PLANS, RESPONSES},
    device::DeviceCode,
    manifest::Manifest,
    records::{self, Kind, RecordError, RecordReason},
};
use draagkracht_core::{
    case::{self, Case},
    case_code::CaseCode,
    form::{self, Form, FormResponse, FormResponseError},
    instrument::{BUILT_IN, Instrument},
    note::{self, Note},
    plan::{self, Plan},
    response::{self, Response, ResponseError},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};
use uuid::Uuid;

const CASE: Kind = Kind { file: CASES, format: case::FORMAT, version: case::VERSION };
pub(crate) const RESPONSE: Kind =
    Kind { file: RESPONSES, format: response::FORMAT, version: response::VERSION };
pub(crate) const PLAN: Kind = Kind { file: PLANS, format: plan::FORMAT, version: plan::VERSION };
pub(crate) const FORM_RESPONSE: Kind =
    Kind { file: FORM_RESPONSES, format: form::response::FORMAT, version: form::response::VERSION };
pub(crate) const NOTE: Kind = Kind { file: NOTES, format: note::FORMAT, version: note::VERSION };

/// Everything that [`crate::open()`] checks after age, and [`crate::seal()`] before it.
pub(crate) fn packed(packed: &[u8]) -> Result<(Manifest, DeviceCode, Contents), OpenError> {
    let (files, form_responses) = archive::unpack(packed)?;
    let [manifest_json, minisig, cases, responses, plans, notes] = files;
    let manifest = Manifest::read(&manifest_json)?;
    let device = manifest.device.code().map_err(crate::manifest::ManifestError::Device)?;
    device.verifying.verify(&manifest_json, &String::from_utf8_lossy(&minisig))?;
    let hashes = &manifest.files;
    match (&form_responses, &hashes.form_responses) {
        (Some(_), None) => return Err(ArchiveError::Unexpected(FORM_RESPONSES.to_owned()).into()),
        (None, Some(_)) => return Err(ArchiveError::Missing(FORM_RESPONSES).into()),
        _ => {}
    }
    let answers = form_responses.as_ref().zip(hashes.form_responses.as_ref());
    for (file, bytes, hash) in [
        (CASES, &cases, &hashes.cases),
        (RESPONSES, &responses, &hashes.responses),
        (PLANS, &plans, &hashes.plans),
        (NOTES, &notes, &hashes.notes),
    ]
    .into_iter()
    .chain(answers.map(|(bytes, hash)| (FORM_RESPONSES, bytes, hash)))
    {
        if Digest::of(bytes) != *hash {
            return Err(OpenError::Hash(file));
        }
    }
    let contents = Contents {
        cases: records::read(&CASE, &cases)?,
        responses: records::read(&RESPONSE, &responses)?,
        plans: records::read(&PLAN, &plans)?,
        notes: records::read(&NOTE, &notes)?,
        form_responses: records::read(&FORM_RESPONSE, &form_responses.unwrap_or_default())?,
    };
    for (file, found, expected) in [
        (CASES, contents.cases.len(), manifest.counts.cases),
        (RESPONSES, contents.responses.len(), manifest.counts.responses),
        (PLANS, contents.plans.len(), manifest.counts.plans),
        (NOTES, contents.notes.len(), manifest.counts.notes),
        (
            FORM_RESPONSES,
            contents.form_responses.len(),
            manifest.counts.form_responses.unwrap_or_default(),
        ),
    ] {
        if found != expected {
            return Err(OpenError::Count { file, found, expected });
        }
    }
    contents_fit(&contents)?;
    Ok((manifest, device, contents))
}

/// Every record belongs to a case that is there, is there once, and makes sense by itself.
fn contents_fit(contents: &Contents) -> Result<(), RecordError> {
    let mut cases = BTreeMap::new();
    each(CASES, &contents.cases, |case| {
        let twice = cases.insert(case.case_id, case).is_some();
        if twice { Err(RecordReason::Twice(case.case_id)) } else { Ok(()) }
    })?;
    let mut seen = BTreeSet::new();
    each(RESPONSES, &contents.responses, |response| {
        once(&mut seen, response.response_id)?;
        of_a_case(&cases, response.case_id, response.case_code)?;
        response_fits(response)
    })?;
    each(PLANS, &contents.plans, |plan: &Plan| {
        once(&mut seen, plan.plan_id)?;
        of_a_case(&cases, plan.case_id, plan.case_code)?;
        Ok(plan.check()?)
    })?;
    each(NOTES, &contents.notes, |note: &Note| {
        once(&mut seen, note.note_id)?;
        of_a_case(&cases, note.case_id, note.case_code)?;
        note.check()?;
        if note.hand_in { Ok(()) } else { Err(RecordReason::Private(note.note_id)) }
    })?;
    each(FORM_RESPONSES, &contents.form_responses, |answers: &FormResponse| {
        once(&mut seen, answers.response_id)?;
        match &answers.case {
            Some(case) => of_a_case(&cases, case.case_id, case.case_code)?,
            // What somebody says of their own work is not handed in with what they say of people.
            None if !cases.is_empty() => return Err(RecordReason::Joined(answers.response_id)),
            None => {}
        }
        form_response_fits(answers)
    })
}

/// Checks the records of a file; the first that is wrong is named by its line.
pub(crate) fn each<'a, T>(
    file: &'static str,
    records: &'a [T],
    mut check: impl FnMut(&'a T) -> Result<(), RecordReason>,
) -> Result<(), RecordError> {
    let mut lines = (1..).zip(records);
    lines.try_for_each(|(line, record)| {
        check(record).map_err(|reason| RecordError { file, line, reason })
    })
}

fn once(seen: &mut BTreeSet<Uuid>, id: Uuid) -> Result<(), RecordReason> {
    if seen.insert(id) { Ok(()) } else { Err(RecordReason::Twice(id)) }
}

fn of_a_case(
    cases: &BTreeMap<Uuid, &Case>,
    case_id: Uuid,
    found: CaseCode,
) -> Result<(), RecordReason> {
    let expected = cases.get(&case_id).ok_or(RecordReason::NoCase(case_id))?.case_code;
    if found == expected { Ok(()) } else { Err(RecordReason::OtherCode { found, expected }) }
}

pub(crate) fn response_fits(response: &Response) -> Result<(), RecordReason> {
    let instrument = instrument(response.response_id, &response.instrument.id)?;
    Ok(response.check(instrument)?)
}

/// The instrument with this id, if this release has it.
pub(crate) fn instrument(
    response_id: Uuid,
    id: &str,
) -> Result<&'static Instrument, ResponseError> {
    let found = instruments().iter().find(|instrument| instrument.id() == id);
    found.ok_or_else(|| ResponseError::Instrument(response_id, id.to_owned()))
}

pub(crate) fn form_response_fits(answers: &FormResponse) -> Result<(), RecordReason> {
    let form = forms().iter().find(|form| form.id() == answers.form.id);
    let unknown = || FormResponseError::Form(answers.response_id, answers.form.id.clone());
    Ok(form.ok_or_else(unknown).and_then(|form| answers.check(form)).map_err(Box::new)?)
}

/// The lists of this release; that each of them loads is tested in the core.
fn forms() -> &'static [Form] {
    static LOADED: OnceLock<Vec<Form>> = OnceLock::new();
    LOADED.get_or_init(|| {
        form::BUILT_IN.iter().filter_map(|b| Form::load(b.json.as_bytes()).ok()).collect()
    })
}

/// The instruments of this release; that each of them loads is tested in the core.
fn instruments() -> &'static [Instrument] {
    static LOADED: OnceLock<Vec<Instrument>> = OnceLock::new();
    LOADED.get_or_init(|| {
        BUILT_IN.iter().filter_map(|b| Instrument::load(b.json.as_bytes()).ok()).collect()
    })
}
