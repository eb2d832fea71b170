//! Killed at any point and run again: the same state as without.

use crate::{
    place::{Place, arguments},
    program::{draagkracht, names_in},
};
use draagkracht_bundle::{
    Digest,
    envelope::{Identity, decrypt},
};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, SystemTime},
};

const ORGANISATION: &str = "keys/organisation.key";

/// A study of many bundles in the inbox, some of them twice, some bad.
fn study() -> Place {
    let place = Place::new();
    let made =
        draagkracht(place.folder(), &["simulate", "--cases", "8", "--seed", "2", "--out", "s"]);
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    for name in names_in(&place.path("s/inbox")) {
        let bytes = fs::read(place.path("s/inbox").join(&name)).unwrap();
        place.hand_in(&name, &bytes);
        if name.contains('7') {
            place.hand_in(&format!("again-{name}"), &bytes);
        }
        if name.contains("ff") {
            place.hand_in(&format!("cut-{name}"), &bytes[..bytes.len() - 1]);
        }
    }
    place.hand_in("not.age", b"text");
    fs::rename(place.path("s/keys"), place.path("keys")).unwrap();
    place
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for name in names_in(from) {
        fs::copy(from.join(&name), to.join(&name)).unwrap();
    }
}

/// Everything that is there, by its path.
fn state(place: &Place) -> BTreeMap<String, String> {
    let folders = ["bundles", "index", "quarantine"].map(|name| format!("archive/{name}"));
    let folders = folders.into_iter().chain(["inbox", "archive", "receipts"].map(str::to_owned));
    let mut state = BTreeMap::new();
    for folder in folders {
        for name in names_in(&place.path(&folder)) {
            let path = format!("{folder}/{name}");
            if place.path(&path).is_file() {
                state.insert(path.clone(), seen(place, &path));
            }
        }
    }
    state
}

/// What a file says, but for what differs between any two runs: times and signatures.
fn seen(place: &Place, path: &str) -> String {
    let bytes = fs::read(place.path(path)).unwrap();
    let extension = Path::new(path).extension().and_then(|extension| extension.to_str());
    match extension {
        Some("json") => {
            let mut json: Value = serde_json::from_slice(&bytes).unwrap();
            if let Some(id) = json["bundle_id"].as_str() {
                assert!(place.receipt(id.parse().unwrap()).is_some(), "{path}");
            }
            for received in ["/received", "/receipt/received"] {
                json.pointer_mut(received).map(Value::take);
            }
            json.to_string()
        }
        Some("minisig") => String::new(),
        Some("txt") if path.ends_with(".reason.txt") => {
            let text = String::from_utf8(bytes).unwrap();
            text.lines().filter(|line| !line.starts_with("found: ")).collect()
        }
        _ if path == "archive/lookup.age" => {
            let identity = fs::read_to_string(place.path(ORGANISATION)).unwrap();
            let identity = Identity::read_file(&identity).unwrap();
            String::from_utf8(decrypt(&bytes, &identity).unwrap()).unwrap()
        }
        _ => Digest::of(&bytes).to_string(),
    }
}

/// What runs left unfinished is then old enough to be nobody's who still writes.
fn an_hour_later(folder: &Path) {
    for name in names_in(folder).iter().filter(|name| name.starts_with(".unfinished-")) {
        let file = fs::File::options().write(true).open(folder.join(name)).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_hours(1)).unwrap();
    }
}

#[test]
fn killed_at_many_points_it_ends_in_the_same_state() {
    let killed = study();
    let whole = Place::new();
    copy(&killed.path("inbox"), &whole.path("inbox"));
    copy(&killed.path("keys"), &whole.path("keys"));
    let done = whole.receive_with(ORGANISATION, &["--settle", "0"]);
    assert_eq!(done.code, Some(1), "{}", done.stderr);
    assert_eq!(names_in(&whole.path("inbox")), Vec::<String>::new());

    let mut kills = 0;
    for attempt in 0_u64.. {
        assert!(attempt < 2000, "it gets nowhere");
        let mut run = Command::new(env!("CARGO_BIN_EXE_draagkracht"))
            .args(arguments(ORGANISATION))
            .args(["--settle", "0"])
            .current_dir(killed.folder())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // In steps that fall everywhere, and longer in time: on a slow machine too it gets on.
        let delay = 3000 + attempt * 7919 % (20_000 + attempt * 1000);
        thread::sleep(Duration::from_micros(delay));
        run.kill().unwrap();
        let ended = run.wait().unwrap();
        kills += u64::from(ended.code().is_none());
        if ended.code().is_some() && names_in(&killed.path("inbox")).is_empty() {
            break;
        }
    }
    assert!(kills > 20, "killed only {kills} times");
    an_hour_later(&killed.path("receipts"));
    killed.receive_with(ORGANISATION, &["--settle", "0"]);
    assert_eq!(state(&killed), state(&whole));
}
