//! Running the program, and others, in a folder.
#![allow(dead_code, reason = "each test file uses a part of it")]

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

/// What came of a run.
#[derive(Debug)]
pub struct Done {
    /// The exit code; none when a signal ended it.
    pub code: Option<i32>,
    /// What it printed.
    pub stdout: String,
    /// What it complained of.
    pub stderr: String,
}

/// Runs `draagkracht`.
pub fn draagkracht(folder: &Path, args: &[&str]) -> Done {
    let mut command = Command::new(env!("CARGO_BIN_EXE_draagkracht"));
    done(&command.args(args).current_dir(folder).output().unwrap())
}

/// Runs a line of shell.
pub fn shell(folder: &Path, line: &str) -> Done {
    done(&Command::new("sh").args(["-c", line]).current_dir(folder).output().unwrap())
}

/// The same, and it must go well.
pub fn succeed(folder: &Path, line: &str) -> String {
    let done = shell(folder, line);
    assert_eq!(done.code, Some(0), "{line}: {}", done.stderr);
    done.stdout
}

fn done(output: &Output) -> Done {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Done { code: output.status.code(), stdout: text(&output.stdout), stderr: text(&output.stderr) }
}

/// The names in a folder, in order.
pub fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
