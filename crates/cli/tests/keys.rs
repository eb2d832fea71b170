//! The keys that `keygen` makes are keys to age and minisign too.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

mod program;

use draagkracht_core::config::Config;
use program::{draagkracht, names_in, shell, succeed};
use std::fs;
use tempfile::tempdir;

const ALL: [&str; 7] = [
    "config.json",
    "escrow.key",
    "escrow.pub",
    "organisation.key",
    "organisation.pub",
    "receipt.key",
    "receipt.pub",
];

#[test]
fn age_and_minisign_take_them() {
    let folder = tempdir().unwrap();
    let made = draagkracht(folder.path(), &["keygen", "--out", "a/keys"]);
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    assert!(made.stdout.contains("MOVE it to a safe elsewhere"));
    let keys = folder.path().join("a/keys");
    assert_eq!(names_in(&keys), ALL);
    for name in ["organisation", "escrow"] {
        let line = format!("echo text | age -R {name}.pub | age -d -i {name}.key");
        assert_eq!(succeed(&keys, &line), "text\n");
        assert_eq!(succeed(&keys, &format!("age-keygen -y {name}.key | cmp - {name}.pub")), "");
    }
    succeed(&keys, "minisign -S -W -s receipt.key -m config.json -x sig");
    succeed(&keys, "minisign -V -p receipt.pub -m config.json -x sig");
    assert_eq!(succeed(&keys, "stat -c %a *.key").trim(), "600\n600\n600");
}

#[test]
fn config_json_names_them_and_is_what_the_app_reads() {
    let folder = tempdir().unwrap();
    let organisation = ["--name", "Gemeente Voorbeeld", "--phone", "14010", "--help-text", "Bel."];
    let args = [["keygen", "--out", "."].as_slice(), &organisation].concat();
    assert_eq!(draagkracht(folder.path(), &args).code, Some(0));
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    let config = Config::load(read("config.json").as_bytes()).unwrap();
    let public = ["organisation.pub", "escrow.pub"].map(|name| read(name).trim_end().to_owned());
    assert_eq!(config.recipients, public);
    assert_eq!(config.receipt_key.as_deref(), read("receipt.pub").lines().nth(1));
    let organisation = &config.organisation;
    assert_eq!(
        (organisation.name.as_str(), organisation.help.as_str()),
        ("Gemeente Voorbeeld", "Bel.")
    );
    assert_eq!(organisation.phone.as_deref(), Some("14010"));
}

#[test]
fn the_escrow_key_can_go_elsewhere() {
    let folder = tempdir().unwrap();
    let made = draagkracht(folder.path(), &["keygen", "--out", "keys", "--escrow-out", "stick"]);
    assert_eq!(made.code, Some(0));
    assert!(!made.stdout.contains("MOVE"));
    assert_eq!(names_in(&folder.path().join("stick")), ["escrow.key"]);
    assert!(!names_in(&folder.path().join("keys")).contains(&"escrow.key".to_owned()));
}

#[test]
fn a_key_that_is_there_stays_and_nothing_is_added() {
    for name in ALL {
        let folder = tempdir().unwrap();
        fs::write(folder.path().join(name), "mine").unwrap();
        let made = draagkracht(folder.path(), &["keygen", "--out", "."]);
        assert_eq!(made.code, Some(2));
        assert!(made.stderr.starts_with(&format!("error: ./{name}: is there already")));
        assert_eq!(names_in(folder.path()), [name]);
        assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), "mine");
    }
}

/// A key of its own in a folder of its own: config.json names it, and age opens with it and not with the others.
#[test]
fn working_conditions_have_a_key_of_their_own_when_it_is_asked_for() {
    let folder = tempdir().unwrap();
    let args = ["keygen", "--out", "keys", "--conditions-out", "apart"];
    let made = draagkracht(folder.path(), &args);
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    assert!(made.stdout.contains("Made in apart:\n  conditions.key "), "{}", made.stdout);
    assert_eq!(names_in(&folder.path().join("apart")), ["conditions.key"]);
    let config = fs::read(folder.path().join("keys/config.json")).unwrap();
    let config = Config::load(&config).unwrap();
    let public = fs::read_to_string(folder.path().join("keys/conditions.pub")).unwrap();
    assert_eq!(config.conditions_recipient.as_deref(), Some(public.trim_end()));
    assert!(!config.recipients.contains(&public.trim_end().to_owned()));
    let seal =
        "echo text | age -R keys/conditions.pub > sealed && age -d -i apart/conditions.key sealed";
    assert_eq!(succeed(folder.path(), seal), "text\n");
    for key in ["organisation", "escrow"] {
        let other = shell(folder.path(), &format!("age -d -i keys/{key}.key sealed"));
        assert_eq!(other.code, Some(1), "{key}");
    }
    assert_eq!(succeed(folder.path(), "stat -c %a apart/conditions.key").trim(), "600");

    // One that is there stays, and nothing else is made.
    let again =
        draagkracht(folder.path(), &["keygen", "--out", "new", "--conditions-out", "apart"]);
    assert_eq!(again.code, Some(2));
    assert!(again.stderr.starts_with("error: apart/conditions.key: is there already"));
    assert!(!folder.path().join("new").exists());
}

#[test]
fn without_being_asked_nobody_hands_in_working_conditions() {
    let folder = tempdir().unwrap();
    assert_eq!(draagkracht(folder.path(), &["keygen", "--out", "."]).code, Some(0));
    let config = Config::load(&fs::read(folder.path().join("config.json")).unwrap()).unwrap();
    assert_eq!(config.conditions_recipient, None);
}

/// Seen from outside, by `strace`: a configuration that names a key is never there without it, and all of it is on
/// the disk before it is said to be made.
#[test]
fn the_configuration_comes_last_and_all_is_flushed() {
    let folder = tempdir().unwrap();
    let line = format!(
        "strace -y -s 400 -o strace.txt -e trace=fsync,/rename,/link,write '{}' keygen --out keys \
         --escrow-out stick --conditions-out apart",
        env!("CARGO_BIN_EXE_draagkracht")
    );
    succeed(folder.path(), &line);
    let trace = fs::read_to_string(folder.path().join("strace.txt")).unwrap();
    let last = |what: &str| {
        let found = trace.lines().enumerate().filter(|(_, line)| line.contains(what)).last();
        found.unwrap_or_else(|| panic!("no {what}:\n{trace}")).0
    };
    let config = last("keys/config.json\"");
    for key in
        ["keys/receipt.key", "keys/conditions.pub", "stick/escrow.key", "apart/conditions.key"]
    {
        assert!(last(&format!("{key}\"")) < config, "{key}:\n{trace}");
    }
    let made = last("Made in ");
    for name in ["keys", "stick", "apart"] {
        let flushed = trace
            .lines()
            .enumerate()
            .filter(|(_, line)| line.starts_with("fsync") && line.contains(&format!("/{name}>")));
        let flushed = flushed.last().unwrap_or_else(|| panic!("no flush of {name}:\n{trace}")).0;
        assert!(config < flushed && flushed < made, "{name}:\n{trace}");
    }
}
