//! A case file opens on the colleague's device, and everything else that calls itself one is refused.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

mod common;

use common::{
    case_file::{case_contents, case_contents_with_papers, colleague, sealed_to},
    device,
};
use draagkracht_bundle::{
    Digest,
    archive::{FORM_RESPONSES, NOTES, PLANS},
    case_file::{
        CASE, CaseDraft, CaseFileError, DOSSIER, MANIFEST, REMARKS, RESPONSES, SESSIONS, SIGNATURE,
        SealCaseError, open, seal,
    },
    device::DeviceKeys,
    envelope::{decrypt, encrypt},
};
use draagkracht_core::{free_text::FreeText, sealing::WholeCase, timestamp::Timestamp};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use std::{fs, io::Read as _, path::Path};

const VECTOR: &[u8] = include_bytes!("vectors/case-file.v1.age");
const WITH_PAPERS: &[u8] = include_bytes!("vectors/case-file.v2.age");

/// The files of a case file that is right, to be changed and sealed again.
struct Forge(Vec<(String, Vec<u8>)>);

impl Forge {
    fn new() -> Self {
        Self::of(&case_contents())
    }

    fn of(contents: &WholeCase) -> Self {
        let to = colleague();
        let packed = decrypt(&sealed_to(&to.code().unwrap(), contents), &[to.identity]);
        let packed = packed.unwrap();
        let mut archive = tar::Archive::new(GzDecoder::new(packed.as_slice()));
        let files = archive.entries().unwrap().map(|entry| {
            let mut entry = entry.unwrap();
            let name = String::from_utf8(entry.path_bytes().into_owned()).unwrap();
            let mut bytes = vec![];
            entry.read_to_end(&mut bytes).unwrap();
            (name, bytes)
        });
        Self(files.collect())
    }

    fn file(&mut self, name: &str) -> &mut Vec<u8> {
        &mut self.0.iter_mut().find(|(found, _)| found == name).unwrap().1
    }

    /// Replaces a text in a file; it must be there.
    fn replace(mut self, name: &str, from: &str, to: &str) -> Self {
        let file = self.file(name);
        let text = String::from_utf8(file.clone()).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        *file = text.replacen(from, to, 1).into_bytes();
        self
    }

    /// Makes the hashes fit the files, and the signature the manifest.
    fn signed(mut self) -> Self {
        let mut manifest: serde_json::Value = serde_json::from_slice(self.file(MANIFEST)).unwrap();
        let names: Vec<String> = self.0[2..].iter().map(|(name, _)| name.clone()).collect();
        for name in names {
            manifest["files"][&name] = Digest::of(self.file(&name)).to_string().into();
        }
        *self.file(MANIFEST) = serde_json::to_vec(&manifest).unwrap();
        self.signature()
    }

    fn signature(mut self) -> Self {
        let signed = device().signing.sign(self.file(MANIFEST), "forged", "forged").unwrap();
        *self.file(SIGNATURE) = signed.into_bytes();
        self
    }

    fn error(self) -> CaseFileError {
        let mut builder = tar::Builder::new(GzEncoder::new(vec![], Compression::default()));
        for (name, bytes) in &self.0 {
            let mut header = tar::Header::new_ustar();
            header.set_size(bytes.len() as u64);
            header.set_mode(0o644);
            builder.append_data(&mut header, name, bytes.as_slice()).unwrap();
        }
        let packed = builder.into_inner().unwrap().finish().unwrap();
        let to = colleague().identity;
        open(&encrypt(&packed, &[to.recipient()]).unwrap(), &to).unwrap_err()
    }

    fn refusal(self) -> String {
        self.error().to_string()
    }
}

/// What opening says of one change in a record, with hash and signature made to fit.
fn refusal(name: &str, from: &str, to: &str) -> String {
    Forge::new().replace(name, from, to).signed().refusal()
}

#[test]
fn a_case_file_of_version_1_is_opened_forever() {
    let opened = open(VECTOR, &colleague().identity).unwrap();
    assert_eq!(opened.contents, case_contents());
    assert_eq!((&*opened.pseudonym, opened.app_version.as_str()), ("P1", "0.1.0"));
    assert_eq!(opened.device, device().code().unwrap());
    assert_eq!(opened.created.as_str(), "2026-11-21T12:45:00Z");
}

#[test]
fn a_case_file_of_version_2_has_what_was_written_beside_lists() {
    let opened = open(WITH_PAPERS, &colleague().identity).unwrap();
    assert_eq!(opened.contents, case_contents_with_papers());
    let manifest = |contents: &WholeCase| -> serde_json::Value {
        serde_json::from_slice(Forge::of(contents).file(MANIFEST)).unwrap()
    };
    assert_eq!(manifest(&case_contents_with_papers())["version"], 2);
    let older = manifest(&case_contents());
    assert_eq!((&older["version"], older["files"].as_object().unwrap().len()), (&1.into(), 4));
}

#[test]
fn papers_that_do_not_fit() {
    let of = || Forge::of(&case_contents_with_papers());
    let refusal =
        |name: &str, from: &str, to: &str| of().replace(name, from, to).signed().refusal();
    let (c1, c9) = ("019aa648-5a00-7000-8000-0000000000c1", "019aa648-5a00-7000-8000-0000000000c9");
    for (name, id) in [(PLANS, "d1"), (NOTES, "e1"), (FORM_RESPONSES, "f1")] {
        assert_eq!(refusal(name, c1, c9), format!("{name}, line 1: its case is {c9}, not {c1}"));
        let code = refusal(name, "73D0-9NZF", "0000-0000");
        assert!(code.contains("its case code is 0000-0000"), "{code}");
        let unknown = refusal(name, "{", "{\"x\":1,");
        assert!(unknown.contains("unknown field `x`"), "{unknown}");
        let newer = of().replace(name, "\"version\":1", "\"version\":2").signed().error();
        assert!(newer.is_newer(), "{newer}");
        let changed = of().replace(name, id, "99").error();
        assert_eq!(changed, CaseFileError::Hash(name));
        let mut twice = of();
        let line = twice.file(name).clone();
        twice.file(name).extend(line);
        assert!(twice.signed().refusal().ends_with(" is there twice"), "{name}");
        let mut missing = of();
        missing.0.retain(|(found, _)| found != name);
        assert_eq!(missing.refusal(), format!("{name} is missing"));
        let mut added = Forge::new();
        added.0.push((name.to_owned(), vec![]));
        assert_eq!(added.refusal(), format!("\"{name}\" does not belong in it"));
    }
    let goal = refusal(PLANS, "\"goals\":[1]", "\"goals\":[2]");
    assert!(goal.ends_with("intervention 1 is for goal 2, which is not there"), "{goal}");
    let empty = refusal(NOTES, "Wil liever thuis praten dan op kantoor.", " ");
    assert!(empty.ends_with("it is empty"), "{empty}");
    let scale = refusal(FORM_RESPONSES, "{\"scale\":7}", "{\"scale\":11}");
    assert!(scale.ends_with("field \"emphasis.value\" cannot be answered so"), "{scale}");
    let changed = refusal(REMARKS, "12:31:00", "12:29:00");
    assert!(changed.ends_with("it was changed before it was written"), "{changed}");
    let mut row = of();
    let twice = String::from_utf8(row.file(REMARKS).clone()).unwrap().replace("0000a1", "0000a2");
    row.file(REMARKS).extend(twice.into_bytes());
    assert!(row.signed().refusal().ends_with("0000a2 is there twice"));
    let mut missing = of();
    missing.0.retain(|(found, _)| found != REMARKS);
    assert_eq!(missing.refusal(), "remarks.ndjson is missing");
    let own = common::contents_of_conditions().form_responses.remove(0);
    let mut conditions = of();
    *conditions.file(FORM_RESPONSES) = (serde_json::to_string(&own).unwrap() + "\n").into_bytes();
    assert!(conditions.signed().refusal().contains("are about no case"));
    let older = of().replace(MANIFEST, "\"version\": 2", "\"version\": 1").signature().refusal();
    assert!(older.ends_with("and its files are not those of it"), "{older}");
}

#[test]
fn what_is_sealed_opens_on_the_colleague_s_device_and_on_no_other() {
    let sealed = sealed_to(&colleague().code().unwrap(), &case_contents());
    assert_eq!(open(&sealed, &colleague().identity).unwrap().contents, case_contents());
    for other in [device(), DeviceKeys::make().unwrap()] {
        assert_eq!(open(&sealed, &other.identity), Err(CaseFileError::OtherDevice));
    }
}

#[test]
fn every_flipped_byte_and_every_cut_is_seen() {
    let to = colleague().identity;
    for at in (0..VECTOR.len()).step_by(7) {
        let mut flipped = VECTOR.to_vec();
        flipped[at] ^= 1;
        assert!(open(&flipped, &to).is_err(), "flipped at {at}");
        assert!(open(&VECTOR[..at], &to).is_err(), "cut off at {at}");
    }
}

#[test]
fn who_passes_it_on_cannot_pretend_that_the_sender_did() {
    let to = colleague().identity;
    let packed = decrypt(VECTOR, &[to]).unwrap();
    let third = DeviceKeys::make().unwrap().identity;
    let passed_on = encrypt(&packed, &[third.recipient()]).unwrap();
    let meant = colleague().code().unwrap().recipient.to_string();
    assert_eq!(open(&passed_on, &third), Err(CaseFileError::PassedOn(meant)));
}

#[test]
fn a_newer_version_and_another_kind_of_file() {
    let newer = Forge::new().replace(MANIFEST, "\"version\": 1", "\"version\": 3").signature();
    let newer = newer.error();
    assert_eq!(newer, CaseFileError::Newer(3));
    assert!(newer.is_newer());
    let version = |of| Forge::new().replace(of, "\"version\":1", "\"version\":2").signed().error();
    for of in [CASE, RESPONSES] {
        assert!(version(of).is_newer(), "{of}");
    }
    let unknown = Forge::new().replace(SESSIONS, "resident.v1", "resident.v9").signed().error();
    assert!(unknown.is_newer(), "{unknown}");
    let older = Forge::new().replace(MANIFEST, "\"version\": 1", "\"version\": 0").signature();
    assert_eq!(
        older.refusal(),
        "manifest.json has format \"draagkracht-case-file version 0\", not \
         \"draagkracht-case-file\""
    );
    let other = Forge::new().replace(MANIFEST, "draagkracht-case-file", "draagkracht-bundle");
    let other = other.signature().error();
    assert_eq!(other, CaseFileError::Format("draagkracht-bundle".to_owned()));
    assert!(!other.is_newer());
    let bundle = common::sealed(&common::contents());
    let error = open(&bundle, &common::identity()).unwrap_err();
    assert_eq!(error.to_string(), "\"cases.ndjson\" does not belong in it");
}

#[test]
fn a_signature_that_does_not_fit_and_files_that_were_changed() {
    let changed = Forge::new().replace(MANIFEST, "\"P1\"", "\"P2\"").refusal();
    assert!(changed.starts_with("manifest.json.minisig: the signature does not fit"), "{changed}");
    let mut other = Forge::new();
    let key = DeviceKeys::make().unwrap().signing;
    *other.file(SIGNATURE) = key.sign(other.file(MANIFEST), "", "").unwrap().into_bytes();
    assert_eq!(other.refusal(), changed);
    let mut none = Forge::new();
    none.file(SIGNATURE).clear();
    assert_eq!(none.refusal(), "manifest.json.minisig: the signature is not of minisign's form");
    for (name, from) in [(CASE, "c1"), (DOSSIER, "Belt"), (RESPONSES, "a1"), (SESSIONS, "a3")] {
        let changed = Forge::new().replace(name, from, "b9").error();
        assert_eq!(changed, CaseFileError::Hash(name));
    }
    let print = Forge::new().replace(MANIFEST, "NEAJ", "NEAK").signature().refusal();
    assert!(print.starts_with("manifest.json, sender: its keys do not fit"), "{print}");
}

#[test]
fn files_that_are_missing_or_do_not_belong() {
    let mut missing = Forge::new();
    missing.0.remove(5);
    assert_eq!(missing.refusal(), "sessions.ndjson is missing");
    let mut twice = Forge::new();
    twice.0.push((CASE.to_owned(), vec![]));
    assert_eq!(twice.refusal(), "case.json is there twice");
    let mut empty = Forge::new();
    empty.file(CASE).clear();
    assert_eq!(empty.signed().refusal(), "case.json has 0 lines; it has one");
    let mut two = Forge::new();
    let line = two.file(DOSSIER).clone();
    two.file(DOSSIER).extend(line);
    assert_eq!(two.signed().refusal(), "dossier.json has 2 lines; it has one");
    let to = colleague().identity;
    let large = vec![0; (64 << 20) + 1];
    assert_eq!(open(&large, &to).unwrap_err().to_string(), "the file is larger than 64 MiB");
    assert_eq!(open(b"text", &to).unwrap_err().to_string(), "this is not a file that age sealed");
}

#[test]
fn an_unknown_field_is_refused_wherever_it_stands() {
    let manifest = Forge::new().replace(MANIFEST, "\"sender\": {", "\"sender\": {\"x\": 1,");
    let refused = manifest.signature().refusal();
    assert!(refused.starts_with("manifest.json, line 6: column "), "{refused}");
    assert!(refused.contains("unknown field `x`"), "{refused}");
    for name in [CASE, DOSSIER, RESPONSES, SESSIONS] {
        let refused = refusal(name, "{", "{\"x\":1,");
        assert!(refused.starts_with(&format!("{name}, line 1: column ")), "{refused}");
        assert!(refused.contains("unknown field `x`"), "{refused}");
    }
    let twice = refusal(DOSSIER, "\"archived\":", "\"archived\":true,\"archived\":");
    assert!(twice.ends_with("\"archived\" is there twice"), "{twice}");
}

#[test]
fn records_that_do_not_fit_together() {
    assert_eq!(
        refusal(DOSSIER, "\"person\":\"2\"", "\"person\":\"3\""),
        "dossier.json, line 1: member 2 of the household has the label \"3\""
    );
    let c9 = "019aa648-5a00-7000-8000-0000000000c9";
    let c1 = "019aa648-5a00-7000-8000-0000000000c1";
    for name in [RESPONSES, SESSIONS] {
        assert_eq!(refusal(name, c1, c9), format!("{name}, line 1: its case is {c9}, not {c1}"));
    }
    assert_eq!(
        refusal(SESSIONS, "73D0-9NZF", "0000-0000"),
        "sessions.ndjson, line 1: its case code is 0000-0000; that of its case is 73D0-9NZF"
    );
    let score = refusal(RESPONSES, "\"sum\":22", "\"sum\":23");
    assert!(score.ends_with("its score does not follow from its answers"), "{score}");
    let place = refusal(SESSIONS, "{\"question\":2}", "{\"question\":3}");
    assert!(place.ends_with("it is at a place where nobody can have come"), "{place}");
    for name in [RESPONSES, SESSIONS] {
        let mut twice = Forge::new();
        let first = twice.file(name).split_inclusive(|b| *b == b'\n').next().unwrap().to_vec();
        twice.file(name).extend(first);
        let refused = twice.signed().refusal();
        assert!(refused.ends_with(" is there twice"), "{refused}");
    }
}

/// What was kept beside one another in a merged case must be able to go on to the next colleague.
#[test]
fn one_revision_with_other_answers_is_no_error() {
    let mut contents = case_contents();
    let unblinded = !contents.responses[0].unblinded;
    let other = draagkracht_core::response::Response { unblinded, ..contents.responses[0].clone() };
    contents.responses.push(other);
    let to = colleague();
    let opened = open(&sealed_to(&to.code().unwrap(), &contents), &to.identity).unwrap();
    assert_eq!(opened.contents, contents);
}

#[test]
fn what_the_colleague_would_refuse_is_not_sealed() {
    let mut responses = case_contents().responses;
    responses.push(responses[0].clone());
    let contents = WholeCase { responses, ..case_contents() };
    let (from, to) = (device(), colleague().code().unwrap());
    let draft = CaseDraft {
        created: Timestamp::default(),
        app_version: "0.1.0",
        pseudonym: FreeText::default(),
        device: &from,
        to: &to,
        contents: &contents,
    };
    let refused = seal(&draft).unwrap_err();
    assert!(matches!(refused, SealCaseError::Refused(CaseFileError::Record(_))), "{refused}");
}

/// Makes the vectors anew; only for a new version of the format, beside the old ones.
#[test]
#[ignore = "writes the vectors"]
fn make_the_vectors_of_the_case_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let sealed = sealed_to(&colleague().code().unwrap(), &case_contents());
    fs::write(folder.join("case-file.v1.age"), sealed).unwrap();
}

/// The same for that of version 2: `-- --ignored papers`.
#[test]
#[ignore = "writes a vector"]
fn make_the_vector_with_papers() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let sealed = sealed_to(&colleague().code().unwrap(), &case_contents_with_papers());
    fs::write(folder.join("case-file.v2.age"), sealed).unwrap();
}
