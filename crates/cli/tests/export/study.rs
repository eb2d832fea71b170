//! One made-up study for all tests: received, and exported in every format.

use crate::program::{draagkracht, succeed};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::OnceLock,
};
use tempfile::TempDir;

pub const FORMATS: [&str; 5] = ["csv", "spss", "r", "fhir", "parquet"];

/// Where it is.
pub struct Study {
    folder: TempDir,
}

/// The study; made once.
pub fn study() -> &'static Study {
    static STUDY: OnceLock<Study> = OnceLock::new();
    STUDY.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let run = |args: &str| {
            let args: Vec<_> = args.split(' ').collect();
            let done = draagkracht(folder.path(), &args);
            assert_eq!((done.code, done.stderr.as_str()), (Some(0), ""), "{args:?}");
            done.stdout
        };
        run("simulate --cases 60 --seed 3 --out study");
        run("receive --identity study/keys/organisation.key --receipt-key study/keys/receipt.key \
             --inbox study/inbox --archive archive --receipts receipts");
        run("receive --identity study/keys/conditions.key --receipt-key study/keys/receipt.key \
             --inbox study/conditions --archive conditions --receipts receipts");
        for format in FORMATS {
            run(&format!(
                "export --identity study/keys/organisation.key --archive archive --format {format} \
                 --conditions-archive conditions --conditions-identity study/keys/conditions.key \
                 --out {format}"
            ));
        }
        Study { folder }
    })
}

impl Study {
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Every record of people who agreed to research, as `open` prints it.
    pub fn records(&self) -> Vec<Value> {
        let program = env!("CARGO_BIN_EXE_draagkracht");
        let open = "open --identity study/keys/organisation.key archive/bundles/*.age";
        let lines = succeed(self.folder(), &format!("'{program}' {open}"));
        let all: Vec<Value> = lines.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
        let agreed: BTreeSet<_> = all
            .iter()
            .filter(|record| record["consents"]["research"]["given"] == true)
            .map(|case| case["case_id"].to_string())
            .collect();
        all.into_iter().filter(|r| agreed.contains(&r["case_id"].to_string())).collect()
    }
}
