//! Everything that can stop a command: what, where, and what to do about it.

use crate::{archive::ArchiveError, commands::score::LineError, output::shown, study::LeftOut};
use draagkracht_bundle::{
    OpenError, SealError, case_file::SealCaseError, device::DeviceError, envelope::IdentityError,
    receipt::SignError, signature::KeyError,
};
use draagkracht_core::norm::NormError;
use std::{collections::BTreeSet, io, path::PathBuf};
use uuid::Uuid;

/// Why a command stopped.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// A file that cannot be read.
    #[error("{}: cannot be read: {}", .0.display(), .1)]
    Read(PathBuf, io::Error),
    /// A file or folder that cannot be written.
    #[error("{}: cannot be written: {}", .0.display(), .1)]
    Write(PathBuf, io::Error),
    /// Standard output.
    #[error("standard output cannot be written: {0}")]
    Stdout(io::Error),
    /// A key or configuration that would be overwritten.
    #[error("{}: is there already", .0.display())]
    Exists(PathBuf),
    /// A file that is not written over.
    #[error("{}: is there already", .0.display())]
    Taken(PathBuf),
    /// A folder for a made-up study that holds something else.
    #[error("{}: is not empty", .0.display())]
    NotEmpty(PathBuf),
    /// The inbox itself as the folder for what was sealed for another key.
    #[error("{}: --others is the inbox itself", .0.display())]
    SameFolder(PathBuf),
    /// A folder with nothing in it to check.
    #[error("{}: has no files named <bundle-id>.age or <bundle-id>.age.txt", .0.display())]
    NoBundles(PathBuf),
    /// An identity file without an identity.
    #[error("{}: {}", .0.display(), .1)]
    Identity(PathBuf, IdentityError),
    /// A file that should hold the receipt key.
    #[error("{}: {}", .0.display(), .1)]
    ReceiptKey(PathBuf, KeyError),
    /// The archive, or a file in it.
    #[error("{}: {}", .0.display(), .1)]
    Archive(PathBuf, ArchiveError),
    /// No case in the archive has the name that was given.
    #[error("no case in the archive has this code or id")]
    NoCase,
    /// Several cases have the code that was given.
    #[error("{} cases have this code: {}", .0.len(), listed(.0))]
    Cases(BTreeSet<Uuid>),
    /// A bundle that cannot be removed with one case.
    #[error("bundle {} also has other cases in it: {}; nothing was removed", .0, listed(.1))]
    OtherCases(Uuid, BTreeSet<Uuid>),
    /// Several cases have the code of the one that is to be shared; each with what it holds.
    #[error("{} cases have this code: {}", .0.len(), .0.join("; "))]
    Choose(Vec<String>),
    /// A case that cannot be joined with the one that is to be shared.
    #[error("case {0} has another code than case {1}")]
    NotTheSame(Uuid, Uuid),
    /// A line of a file with known devices.
    #[error("{}, line {}: {}", .0.display(), .1, .2)]
    Devices(PathBuf, usize, DeviceError),
    /// A norm file.
    #[error("{}: {}", .0.display(), .1)]
    Norm(PathBuf, NormError),
    /// A file of raw answers.
    #[error("{0}, {1}")]
    Line(String, LineError),
    /// A bundle that is refused.
    #[error("{}: {}", .0.display(), .1)]
    Bundle(PathBuf, OpenError),
    /// An archive of which nothing may be exported.
    #[error("there is nothing to export{}", listed_after(.0))]
    NothingToExport(Box<LeftOut>),
    /// Two bundles that say they are one.
    #[error("{}: another bundle was given with the id {}", .0.display(), .1)]
    OtherBundle(PathBuf, Uuid),
    /// Some of the bundles; each was named already.
    #[error("{bad} of {all} bundles fell short")]
    Bundles {
        /// How many.
        bad: usize,
        /// Of how many.
        all: usize,
    },
    /// No keys could be made.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// Something of our own could not be sealed.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// A case could not be sealed.
    #[error(transparent)]
    Case(#[from] SealCaseError),
    /// A receipt could not be signed.
    #[error(transparent)]
    Receipt(#[from] SignError),
    /// The built-in data is not as it should be.
    #[error("this program is damaged: {0}")]
    Program(String),
}

impl CliError {
    /// 1: something in the input fell short. 2: wrong use.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Read(..)
            | Self::Write(..)
            | Self::Stdout(_)
            | Self::Exists(_)
            | Self::Taken(_)
            | Self::NotEmpty(_)
            | Self::SameFolder(_)
            | Self::NoBundles(_)
            | Self::Archive(
                _,
                ArchiveError::None | ArchiveError::NotAnArchive | ArchiveError::Locked,
            ) => 2,
            _ => 1,
        }
    }

    /// Whether whoever read our output has read enough, as `head` does.
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Stdout(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// Tells it on standard error.
    pub fn print(&self) {
        eprintln!("error: {}", shown(&self.to_string()));
        if let Some(advice) = self.advice() {
            eprintln!("  what to do: {advice}");
        }
    }

    fn advice(&self) -> Option<&'static str> {
        Some(match self {
            Self::Read(..) => "check the path, and whether you may read it",
            Self::Write(..) => "give a folder that you may write to, with room left",
            Self::Stdout(_) => "check where the output goes, and whether there is room left",
            Self::Exists(_) => {
                "give another folder; keys that are in use must not be overwritten: without them \
                 what was sealed to them is lost"
            }
            Self::Taken(_) => "give another name, or move that file away first",
            Self::NotEmpty(_) => "give a folder that is empty or not there yet",
            Self::SameFolder(_) => {
                "give the inbox of the run that has the other key; that run itself needs no --others"
            }
            Self::NoBundles(_) => {
                "give the folder that the bundles are in itself, or name the files; nothing was checked"
            }
            Self::Identity(..) => "give the organisation.key or escrow.key that keygen made",
            Self::Devices(..) => "put one apparaatcode on a line, as the app shows it",
            Self::Norm(..) => "correct the norm file; docs/format.md has an example",
            Self::Line(..) => "correct the file and run it again; nothing was written",
            Self::Bundle(_, error) => error.advice(),
            Self::OtherBundle(..) => "open them apart and compare; one of them is not genuine",
            Self::NothingToExport(_) => {
                "wait until more lists of people who agreed to research were received; no file was \
                 written"
            }
            Self::Bundles { .. } => return None,
            Self::ReceiptKey(..) => "give the receipt.key that keygen made",
            Self::NoCase => "check the code; a case that was removed before is not there any more",
            Self::Cases(_) => "find out which one is meant, and give its id instead of the code",
            Self::Choose(_) => {
                "a resident's own phone makes a case of its own under the code it was given: give \
                 the id of the case that the device has as --case, and each that is the same \
                 household's as --with"
            }
            Self::NotTheSame(..) => {
                "cases of one household have one code: check the ids; nothing was written"
            }
            Self::OtherCases(..) => {
                "what a device signed cannot be taken apart: give the other cases with --case too, \
                 and have those handed in anew"
            }
            Self::Archive(_, error) => error.advice(),
            Self::Key(_) | Self::Seal(_) | Self::Case(_) | Self::Receipt(_) => {
                "run it again; if it stays, report it"
            }
            Self::Program(_) => "install it again",
        })
    }
}

fn listed(ids: &BTreeSet<Uuid>) -> String {
    ids.iter().map(Uuid::to_string).collect::<Vec<_>>().join(", ")
}

fn listed_after(left_out: &LeftOut) -> String {
    let lines: Vec<_> = left_out.lines();
    if lines.is_empty() { String::new() } else { format!(": {}", lines.join("; ")) }
}
