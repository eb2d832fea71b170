//! Every way in which a bundle can be wrong is refused, with a sentence that names it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

mod common;
mod forge;

use common::{contents, identity, sealed};
use draagkracht_bundle::{OpenError, archive::MAX_BYTES, armor, envelope::Identity, open};
use flate2::{Compression, write::GzEncoder};
use forge::{Forge, enveloped};
use std::io::Write as _;

/// What opening says of it.
fn refusal(bytes: &[u8]) -> String {
    open(bytes, &[identity()]).unwrap_err().to_string()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A tar.gz of any files.
fn tar(files: &[(&str, tar::EntryType, &[u8])]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, kind, bytes) in files {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_entry_type(*kind);
        builder.append_data(&mut header, name, *bytes).unwrap();
    }
    gzip(&builder.into_inner().unwrap())
}

/// A bundle with the right files, changed as a list.
fn with_files(change: impl FnOnce(&mut Vec<(String, Vec<u8>)>)) -> Vec<u8> {
    let mut files = Forge::new().files();
    change(&mut files);
    let regular = tar::EntryType::Regular;
    let files: Vec<_> = files.iter().map(|(n, b)| (n.as_str(), regular, b.as_slice())).collect();
    enveloped(&tar(&files))
}

#[test]
fn a_flipped_byte() {
    let bundle = sealed(&contents());
    for at in (100..bundle.len()).step_by(97) {
        let mut flipped = bundle.clone();
        flipped[at] ^= 0x20;
        let error = refusal(&flipped);
        let other_key = "this was sealed for another key";
        assert!(error == "the file is damaged or cut off" || error == other_key, "{at}: {error}");
    }
}

#[test]
fn cut_off() {
    let bundle = sealed(&contents());
    for end in (30..bundle.len()).step_by(31) {
        assert_eq!(refusal(&bundle[..end]), "the file is damaged or cut off", "{end}");
    }
}

#[test]
fn the_text_form_cut_off_or_changed() {
    let text = armor::to_armor(&sealed(&contents())).unwrap();
    let damaged = "the text between BEGIN and END AGE ENCRYPTED FILE is damaged or cut off";
    assert_eq!(refusal(&text.as_bytes()[..text.len() / 2]), damaged);
    assert_eq!(refusal(text.replacen('\n', "\n!", 3).as_bytes()), damaged);
}

#[test]
fn another_key() {
    let error = open(&sealed(&contents()), &[Identity::make()]).unwrap_err();
    assert_eq!(error.to_string(), "this was sealed for another key");
    assert!(error.advice().starts_with("use the key of the organisation"));
}

#[test]
fn another_file_altogether() {
    for other in [b"".as_slice(), b"case,person\n", b"age-encryption.orc/v1\n", &[0x1f, 0x8b]] {
        assert_eq!(refusal(other), "this is not a file that age sealed");
    }
}

#[test]
fn a_newer_age() {
    let mut bundle = sealed(&contents());
    bundle[20] = b'2';
    assert_eq!(refusal(&bundle), "this was sealed by a newer version of age");
}

#[test]
fn larger_than_any_bundle() {
    let huge = vec![0; usize::try_from(MAX_BYTES).unwrap() + 1];
    assert_eq!(refusal(&huge), "the file is larger than 64 MiB");
}

#[test]
fn not_a_tar_gz() {
    assert!(refusal(&enveloped(b"text")).starts_with("the archive inside cannot be unpacked: "));
    let text = enveloped(&gzip(&[b'x'; 512]));
    assert!(refusal(&text).starts_with("the archive inside cannot be read: "));
}

#[test]
fn a_gzip_bomb() {
    let bomb = gzip(&vec![0; usize::try_from(MAX_BYTES).unwrap() + 512]);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(refusal(&enveloped(&bomb)), "the archive inside comes to more than 64 MiB");
}

#[test]
fn something_behind_the_archive() {
    let mut packed =
        draagkracht_bundle::envelope::decrypt(&sealed(&contents()), &[identity()]).unwrap();
    packed.extend_from_slice(&gzip(b"more"));
    assert_eq!(
        refusal(&enveloped(&packed)),
        "there is something behind the end of the archive inside"
    );
}

#[test]
fn a_missing_file() {
    for at in 0..6 {
        let mut name = String::new();
        let bundle = with_files(|files| name = files.remove(at).0);
        assert_eq!(refusal(&bundle), format!("{name} is missing"));
    }
}

#[test]
fn an_extra_file() {
    let extra = with_files(|files| files.push(("extra.txt".to_owned(), vec![])));
    assert_eq!(refusal(&extra), "\"extra.txt\" does not belong in a bundle");
    let elsewhere = with_files(|files| files[2].0 = "folder/cases.ndjson".to_owned());
    assert_eq!(refusal(&elsewhere), "\"folder/cases.ndjson\" does not belong in a bundle");
}

#[test]
fn a_file_that_is_there_twice() {
    let twice = with_files(|files| files.push(files[3].clone()));
    assert_eq!(refusal(&twice), "responses.ndjson is there twice");
}

#[test]
fn a_link_in_place_of_a_file() {
    let link = enveloped(&tar(&[("manifest.json", tar::EntryType::Symlink, b"")]));
    assert_eq!(refusal(&link), "\"manifest.json\" in the archive is not an ordinary file");
}

#[test]
fn a_newer_format() {
    let bundle = Forge::new().replace("manifest.json", "\"version\": 1", "\"version\": 2").signed();
    let error = open(&bundle.seal(), &[identity()]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "manifest.json is version 2 of its format; this program knows version 1"
    );
    assert_eq!(error.advice(), "it was made by a newer app: update this program");
}

#[test]
fn another_format() {
    let bundle = Forge::new().replace("manifest.json", "draagkracht-bundle", "zip").signed();
    assert_eq!(
        refusal(&bundle.seal()),
        "manifest.json has format \"zip\", not \"draagkracht-bundle\""
    );
    let bundle = Forge::new().replace("manifest.json", "\"version\": 1", "\"version\": 0").signed();
    assert!(refusal(&bundle.seal()).contains("\"draagkracht-bundle version 0\""));
}

#[test]
fn an_unknown_field_in_the_manifest() {
    let bundle =
        Forge::new().replace("manifest.json", "\"created\"", "\"made_in\": 1,\n\"created\"");
    assert_eq!(
        refusal(&bundle.signed().seal()),
        "manifest.json, line 5: column 11: unknown field `made_in`, expected one of `format`, \
         `version`, `bundle_id`, `created`, `app_version`, `device`, `counts`, `files`"
    );
}

#[test]
fn a_wrong_hash() {
    let bundle = Forge::new().replace("responses.ndjson", ":4", ":5").seal();
    assert_eq!(
        refusal(&bundle),
        "responses.ndjson is not the file that was signed: its SHA-256 differs"
    );
}

#[test]
fn a_wrong_count() {
    let more = Forge::new().replace("manifest.json", "\"cases\": 1", "\"cases\": 2").signed();
    assert_eq!(refusal(&more.seal()), "cases.ndjson has 1 lines; manifest.json says 2");
    let notes = Forge::new().replace("manifest.json", "\"notes\": 0", "\"notes\": 1").signed();
    assert_eq!(refusal(&notes.seal()), "notes.ndjson has 0 lines; manifest.json says 1");
}

#[test]
fn a_bad_signature() {
    let changed = Forge::new().replace("manifest.json", "0.1.0", "0.1.1").seal();
    assert_eq!(
        refusal(&changed),
        "manifest.json.minisig: the signature does not fit: something was changed after it was signed"
    );
    let none = Forge::new().write("manifest.json.minisig", b"").seal();
    assert_eq!(refusal(&none), "manifest.json.minisig: the signature is not of minisign's form");
}

#[test]
fn a_fingerprint_of_another_device() {
    let code = common::device().code().unwrap().fingerprint();
    let bundle = Forge::new().replace("manifest.json", &code, "0000-0000-0000-0000").signed();
    assert_eq!(
        refusal(&bundle.seal()),
        "manifest.json, device: its keys do not fit the fingerprint 0000-0000-0000-0000: \
         a character was changed"
    );
}

/// A bundle whose records were changed before it was signed.
fn with_records(file: &str, from: &str, to: &str) -> String {
    refusal(&Forge::new().replace(file, from, to).hashed().signed().seal())
}

#[test]
fn an_unknown_field_in_a_record() {
    let error = with_records("responses.ndjson", "\"mode\":", "\"mood\":1,\"mode\":");
    assert!(error.starts_with("responses.ndjson, line 1: column "), "{error}");
    assert!(error.contains(": unknown field `mood`, expected one of `format`, "), "{error}");
    let error = with_records("cases.ndjson", "\"person\":", "\"name\":\"x\",\"person\":");
    assert!(error.starts_with("cases.ndjson, line 1: column "), "{error}");
    assert!(error.contains("unknown field `name`"), "{error}");
}

#[test]
fn a_newer_record() {
    for (file, name) in
        [("cases.ndjson", "draagkracht-case"), ("responses.ndjson", "draagkracht-response")]
    {
        let error = with_records(file, "\"version\":1", "\"version\":2");
        assert_eq!(
            error,
            format!("{file}, line 1: \"{name}\" is version 2; this program knows version 1")
        );
    }
}

#[test]
fn another_record() {
    assert_eq!(
        with_records("cases.ndjson", "draagkracht-case", "draagkracht-note"),
        "cases.ndjson, line 1: the record is \"draagkracht-note\", not \"draagkracht-case\""
    );
}

#[test]
fn a_record_of_a_kind_that_is_not_known_yet() {
    let bundle = Forge::new().write("plans.ndjson", b"{}\n").hashed().signed().seal();
    assert_eq!(
        refusal(&bundle),
        "plans.ndjson, line 1: there is a record; this program knows none of this kind yet"
    );
}

#[test]
fn a_line_without_an_end_or_without_a_record() {
    let error = with_records("cases.ndjson", "}\n", "}");
    assert_eq!(error, "cases.ndjson, line 1: the line has no end: the file is cut off");
    let error = with_records("responses.ndjson", "}\n", "}\n\n");
    assert_eq!(error, "responses.ndjson, line 2: the line is empty");
}

#[test]
fn an_item_twice() {
    let item = "\"competences.1\":4,";
    let error = with_records("responses.ndjson", item, &item.repeat(2));
    assert!(error.ends_with(": \"competences.1\" is there twice"), "{error}");
}

#[test]
fn an_item_that_is_not_asked_there() {
    let error = with_records("responses.ndjson", "competences.8", "competences.9");
    assert!(error.ends_with("\"resident.v1\" has no item \"competences.9\""), "{error}");
}

#[test]
fn a_value_out_of_range() {
    let error = with_records("responses.ndjson", "\"competences.1\":4", "\"competences.1\":6");
    assert!(error.contains("integer `6`, expected a whole number from 1 to 5"), "{error}");
}

#[test]
fn a_foreign_instrument() {
    let hash = contents().responses[0].instrument.hash.clone();
    let error = with_records("responses.ndjson", &hash, &hash.replace(&hash[..1], "x"));
    assert!(error.contains("its \"resident.v1\" is not the published file (hash x"), "{error}");
    let error = with_records("responses.ndjson", "\"resident.v1\"", "\"resident.v9\"");
    assert!(error.ends_with("has no instrument \"resident.v9\": update it"), "{error}");
}

#[test]
fn a_score_that_does_not_follow() {
    let error = with_records("responses.ndjson", "\"sum\":", "\"sum\":1");
    assert!(error.ends_with("its score does not follow from its answers"), "{error}");
}

#[test]
fn a_record_that_is_there_twice() {
    let mut contents = contents();
    let [case, response] = [contents.cases[0].case_id, contents.responses[0].response_id];
    let line = |record: &serde_json::Value| format!("{record}\n{record}\n");
    let cases = line(&serde_json::to_value(&contents.cases[0]).unwrap());
    let forged = Forge::new().write("cases.ndjson", cases.as_bytes()).hashed();
    let forged = forged.replace("manifest.json", "\"cases\":1", "\"cases\":2").signed();
    let twice = |file, id| format!("{file}, line 2: {id} is there twice");
    assert_eq!(refusal(&forged.seal()), twice("cases.ndjson", case));
    contents.responses.truncate(1);
    let responses = line(&serde_json::to_value(&contents.responses[0]).unwrap());
    let forged = Forge::new().write("responses.ndjson", responses.as_bytes()).hashed().signed();
    assert_eq!(refusal(&forged.seal()), twice("responses.ndjson", response));
}

#[test]
fn a_response_without_its_case() {
    let case = contents().cases[0].case_id.to_string();
    let other = case.replace("c1", "c2");
    let error = with_records("cases.ndjson", &case, &other);
    assert_eq!(error, format!("responses.ndjson, line 1: its case {case} is not in cases.ndjson"));
}

#[test]
fn a_response_with_another_code_than_its_case() {
    let error = with_records("responses.ndjson", "73D0-9NZF", "0000-0000");
    assert_eq!(
        error,
        "responses.ndjson, line 1: its case code is 0000-0000; that of its case is 73D0-9NZF"
    );
}

#[test]
fn nothing_of_it_is_sealed_in_the_first_place() {
    let mut contents = contents();
    contents.cases.clear();
    let draft = draagkracht_bundle::Draft {
        bundle_id: contents.responses[0].response_id,
        created: contents.responses[0].started.clone(),
        app_version: "0.1.0",
        contents: &contents,
        device: &common::device(),
        recipients: &[identity().recipient()],
    };
    let error = draagkracht_bundle::seal(&draft).unwrap_err();
    assert!(matches!(&error, draagkracht_bundle::SealError::Refused(OpenError::Record(_))));
    assert!(
        error.to_string().starts_with("the other end would refuse it: responses.ndjson, line 1")
    );
}
