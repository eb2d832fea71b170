//! A made-up study that was received: made once, as it takes a while.

use crate::{cells::written, program::succeed};
use std::{path::Path, sync::LazyLock};
use tempfile::{TempDir, tempdir};

pub const KEY: &str = "study/keys/organisation.key";
pub const CONDITIONS_KEY: &str = "study/keys/conditions.key";

static STUDY: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempdir().unwrap();
    let program = env!("CARGO_BIN_EXE_draagkracht");
    for line in [
        "simulate --cases 60 --seed 4 --out study",
        "receive --identity study/keys/organisation.key --receipt-key study/keys/receipt.key \
         --inbox study/inbox --archive received --receipts receipts",
        "receive --identity study/keys/conditions.key --receipt-key study/keys/receipt.key \
         --inbox study/conditions --archive conditions --receipts receipts",
    ] {
        succeed(folder.path(), &format!("'{program}' {line}"));
    }
    folder
});

/// A folder of a test's own with the keys and the archive, which only one run at a time may use.
pub fn received() -> TempDir {
    let folder = tempdir().unwrap();
    let from = STUDY.path().display();
    let line = format!(
        "cp -r '{from}/received' archive && cp -r '{from}/conditions' . && mkdir study && \
         cp -r '{from}/study/keys' study/"
    );
    succeed(folder.path(), &line);
    folder
}

/// Every record of the study, as `open` prints them.
pub fn opened(folder: &Path) -> String {
    let program = env!("CARGO_BIN_EXE_draagkracht");
    let keys = format!("--identity {KEY} --identity {CONDITIONS_KEY}");
    let bundles = "archive/bundles/*.age conditions/bundles/*.age";
    succeed(folder, &format!("'{program}' open {keys} {bundles}"))
}

/// The CSV without small cells, and with them; each made once.
pub fn csv(small_cells: bool) -> &'static str {
    static LESS: LazyLock<String> = LazyLock::new(|| made(&[]));
    static ALL: LazyLock<String> = LazyLock::new(|| made(&["--small-cells"]));
    if small_cells { &ALL } else { &LESS }
}

fn made(more: &[&str]) -> String {
    let conditions =
        ["--conditions-archive", "conditions", "--conditions-identity", CONDITIONS_KEY];
    written(received().path(), KEY, "out.csv", &[&conditions[..], more].concat())
}
