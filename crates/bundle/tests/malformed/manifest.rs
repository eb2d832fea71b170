//! The manifest, its signature, and the hashes and counts in it.

use crate::{
    common::{device, identity},
    forge::Forge,
    refusal,
};
use draagkracht_bundle::open;

#[test]
fn a_newer_format() {
    let bundle = Forge::new().replace("manifest.json", "\"version\": 1", "\"version\": 3").signed();
    let error = open(&bundle.seal(), &[identity()]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "manifest.json is version 3 of its format; this program knows version 2"
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
    let code = device().code().unwrap().fingerprint();
    let bundle = Forge::new().replace("manifest.json", &code, "0000-0000-0000-0000").signed();
    assert_eq!(
        refusal(&bundle.seal()),
        "manifest.json, device: its keys do not fit the fingerprint 0000-0000-0000-0000: \
         a character was changed"
    );
}
