//! The sealing around a bundle.

use crate::{
    common::{contents, sealed},
    refusal,
};
use draagkracht_bundle::{archive::MAX_BYTES, armor, envelope::Identity, open};

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
