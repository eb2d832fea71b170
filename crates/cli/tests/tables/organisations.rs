//! The study in one archive, and in two organisations' archives with half of the professionals each;
//! exported as Parquet. Without plans, which are in no export.

use crate::{
    program::succeed,
    study::{CONDITIONS_KEY, KEY, received},
};
use draagkracht_bundle::{
    Contents, Draft, Opened, device::DeviceKeys, envelope::Identity, open, seal,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    sync::LazyLock,
};
use tempfile::TempDir;
use uuid::Uuid;

/// The folders with an archive: of all, and of each organisation.
pub const FOLDERS: [&str; 3] = ["all", "a", "b"];
/// The keys, from one of these folders.
pub const KEYS: [&str; 2] = ["../study/keys/organisation.key", "../study/keys/conditions.key"];

static MADE: LazyLock<TempDir> = LazyLock::new(make);

/// Where they are, with `exports-one` and `exports-two`.
pub fn organisations() -> &'static Path {
    MADE.path()
}

fn make() -> TempDir {
    let folder = received();
    let at = folder.path();
    let (about, work) = (opened(at, "archive", KEY), opened(at, "conditions", CONDITIONS_KEY));
    let first = first_professionals(&about);
    let names: BTreeSet<&String> = first.values().map(|(_, name)| name).collect();
    let of_first = |name: &String| names.iter().step_by(2).any(|one| *one == name);
    let device = DeviceKeys::make().unwrap();
    for name in FOLDERS {
        for part in ["inbox", "inbox-conditions"] {
            fs::create_dir_all(at.join(name).join(part)).unwrap();
        }
    }
    for (all, part, key) in [(about, "inbox", KEY), (work, "inbox-conditions", CONDITIONS_KEY)] {
        for one in all {
            let of_case = one.contents.cases.first().and_then(|case| first.get(&case.case_id));
            let name = of_case.map(|(_, name)| name.clone()).or_else(|| {
                one.contents.form_responses.first().and_then(|answers| answers.pseudonym.clone())
            });
            // Of whom no professional said anything goes to the second.
            let folder = if name.is_some_and(|name| of_first(&name)) { "a" } else { "b" };
            let bytes = sealed(&one, &device, &identity(at, key));
            for folder in ["all", folder] {
                let path =
                    at.join(folder).join(part).join(format!("{}.age", one.manifest.bundle_id));
                fs::write(path, &bytes).unwrap();
            }
        }
    }
    for (folder, out) in
        FOLDERS.into_iter().zip(["exports-one/all", "exports-two/a", "exports-two/b"])
    {
        receive_and_export(&at.join(folder), out);
    }
    folder
}

fn receive_and_export(folder: &Path, out: &str) {
    let (program, [key, conditions]) = (env!("CARGO_BIN_EXE_draagkracht"), KEYS);
    let receipts = "--receipt-key ../study/keys/receipt.key --receipts receipts --settle 0";
    for line in [
        format!("receive --identity {key} --inbox inbox --archive archive {receipts}"),
        format!(
            "receive --identity {conditions} --inbox inbox-conditions --archive conditions {receipts}"
        ),
        format!(
            "export --identity {key} --archive archive --conditions-archive conditions \
             --conditions-identity {conditions} --keep-small-groups --format parquet --out ../{out}"
        ),
    ] {
        succeed(folder, &format!("'{program}' {line}"));
    }
}

fn identity(folder: &Path, key: &str) -> Identity {
    Identity::read_file(&fs::read_to_string(folder.join(key)).unwrap()).unwrap().remove(0)
}

/// Every bundle of an archive.
fn opened(folder: &Path, archive: &str, key: &str) -> Vec<Opened> {
    let bundles = fs::read_dir(folder.join(archive).join("bundles")).unwrap();
    let identities = [identity(folder, key)];
    bundles.map(|b| open(&fs::read(b.unwrap().path()).unwrap(), &identities).unwrap()).collect()
}

/// Of each case the professional of the first moment, as `tables` has it.
fn first_professionals(bundles: &[Opened]) -> BTreeMap<Uuid, (u8, String)> {
    let mut first: BTreeMap<Uuid, (u8, String)> = BTreeMap::new();
    for response in bundles.iter().flat_map(|bundle| &bundle.contents.responses) {
        let Some(name) = response.pseudonym.clone() else { continue };
        let found = (response.moment as u8, name);
        let known = first.entry(response.case_id).or_insert(found.clone());
        *known = found.min(known.clone());
    }
    first
}

fn sealed(one: &Opened, device: &DeviceKeys, identity: &Identity) -> Vec<u8> {
    let contents = Contents { plans: vec![], ..one.contents.clone() };
    let draft = Draft {
        bundle_id: one.manifest.bundle_id,
        created: one.manifest.created.clone(),
        app_version: "0.1.0",
        contents: &contents,
        device,
        recipients: &[identity.recipient()],
    };
    seal(&draft).unwrap().bytes
}
