//! Whether what was unpacked is a bundle: signature, hashes, counts, and every record.

use crate::{
    Contents, Digest, OpenError,
    archive::{self, CASES, NOTES, PLANS, RESPONSES},
    device::DeviceCode,
    manifest::Manifest,
    records::{self, Kind, RecordError, RecordReason},
};
use draagkracht_core::{
    case::{self, Case},
    instrument::{BUILT_IN, Instrument},
    response::{self, Response, ResponseError},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};
use uuid::Uuid;

const CASE: Kind = Kind { file: CASES, format: case::FORMAT, version: case::VERSION };
const RESPONSE: Kind =
    Kind { file: RESPONSES, format: response::FORMAT, version: response::VERSION };

/// Everything that [`crate::open()`] checks after age, and [`crate::seal()`] before it.
pub(crate) fn packed(packed: &[u8]) -> Result<(Manifest, DeviceCode, Contents), OpenError> {
    let [manifest_json, minisig, cases, responses, plans, notes] = archive::unpack(packed)?;
    let manifest = Manifest::read(&manifest_json)?;
    let device = manifest.device.code().map_err(crate::manifest::ManifestError::Device)?;
    device.verifying.verify(&manifest_json, &String::from_utf8_lossy(&minisig))?;
    let hashes = &manifest.files;
    for (file, bytes, hash) in [
        (CASES, &cases, &hashes.cases),
        (RESPONSES, &responses, &hashes.responses),
        (PLANS, &plans, &hashes.plans),
        (NOTES, &notes, &hashes.notes),
    ] {
        if Digest::of(bytes) != *hash {
            return Err(OpenError::Hash(file));
        }
    }
    let contents = Contents {
        cases: records::read(&CASE, &cases)?,
        responses: records::read(&RESPONSE, &responses)?,
    };
    records::none(PLANS, &plans)?;
    records::none(NOTES, &notes)?;
    for (file, found, expected) in [
        (CASES, contents.cases.len(), manifest.counts.cases),
        (RESPONSES, contents.responses.len(), manifest.counts.responses),
        (PLANS, 0, manifest.counts.plans),
        (NOTES, 0, manifest.counts.notes),
    ] {
        if found != expected {
            return Err(OpenError::Count { file, found, expected });
        }
    }
    contents_fit(&contents)?;
    Ok((manifest, device, contents))
}

fn contents_fit(contents: &Contents) -> Result<(), RecordError> {
    let mut cases: BTreeMap<Uuid, &Case> = BTreeMap::new();
    for (at, case) in contents.cases.iter().enumerate() {
        if cases.insert(case.case_id, case).is_some() {
            let reason = RecordReason::Twice(case.case_id);
            return Err(RecordError { file: CASES, line: at + 1, reason });
        }
    }
    let mut seen = BTreeSet::new();
    for (at, response) in contents.responses.iter().enumerate() {
        response_fits(response, &cases, &mut seen).map_err(|reason| RecordError {
            file: RESPONSES,
            line: at + 1,
            reason,
        })?;
    }
    Ok(())
}

fn response_fits(
    response: &Response,
    cases: &BTreeMap<Uuid, &Case>,
    seen: &mut BTreeSet<Uuid>,
) -> Result<(), RecordReason> {
    if !seen.insert(response.response_id) {
        return Err(RecordReason::Twice(response.response_id));
    }
    let case = cases.get(&response.case_id).ok_or(RecordReason::NoCase(response.case_id))?;
    if response.case_code != case.case_code {
        let (found, expected) = (response.case_code, case.case_code);
        return Err(RecordReason::OtherCode { found, expected });
    }
    let id = &response.instrument.id;
    let instrument = instruments().iter().find(|instrument| instrument.id() == id);
    let unknown = || ResponseError::Instrument(response.response_id, id.clone());
    Ok(response.check(instrument.ok_or_else(unknown)?)?)
}

/// The instruments of this release; that each of them loads is tested in the core.
fn instruments() -> &'static [Instrument] {
    static LOADED: OnceLock<Vec<Instrument>> = OnceLock::new();
    LOADED.get_or_init(|| {
        BUILT_IN.iter().filter_map(|b| Instrument::load(b.json.as_bytes()).ok()).collect()
    })
}
