//! One file: whether it is good, and where it goes.

use super::{
    inbox::Incoming,
    notes,
    passing::{self, Passed},
    quarantine::{self, Refusal},
    receipts,
};
use crate::{
    archive::{Archive, History, Lookup, Stored},
    args::Receive,
    commands::{devices, now},
    durable,
    error::CliError,
    files,
};
use draagkracht_bundle::{
    OpenError, Opened, armor,
    device::DeviceCode,
    envelope::{EnvelopeError, Identity},
    signature::SigningKey,
};
use std::{io, time::Duration};

/// Everything that taking in a file needs.
pub struct Intake<'a> {
    pub args: &'a Receive,
    pub identities: &'a [Identity],
    pub key: &'a SigningKey,
    pub devices: Option<&'a [DeviceCode]>,
    pub archive: &'a mut Archive,
    pub lookup: Lookup,
    pub history: History,
    /// Whether something went to the quarantine.
    pub refused: bool,
    /// Whether something went to another inbox.
    pub passed: bool,
}

/// What a file turned out to be.
pub enum Found {
    /// It cannot be read; or somebody took it away.
    Unreadable(CliError),
    /// It is not a good bundle.
    Bad(Refusal),
    /// It is: what is in it, and its binary form.
    Good(Box<Opened>, Vec<u8>),
}

/// The largest file that is opened before its turn, on another core: a bundle has some kilobytes.
const LARGE: u64 = 1 << 20;

/// What became of a file, in words.
pub enum Outcome {
    /// It is in the archive; what is worth knowing about it.
    Stored(Vec<String>),
    /// It stays in the inbox for now.
    Left(String),
    /// It stays in the inbox, because it cannot be read or moved.
    Unreadable(String),
    /// It is in the quarantine.
    Bad(String),
    /// It was sealed for another key, and is where those go.
    Passed(String),
}

/// Opens a file before its turn. A large one is opened when it is its turn, with nothing else in memory.
pub fn open_ahead(file: &Incoming, args: &Receive, identities: &[Identity]) -> Option<Found> {
    (file.size() <= LARGE).then(|| open(file, args, identities))
}

fn open(file: &Incoming, args: &Receive, identities: &[Identity]) -> Found {
    if file.size() > args.max_size << 20 {
        return Found::Bad(Refusal::TooLarge(args.max_size));
    }
    let bytes = match files::read(&file.path) {
        Err(error) => return Found::Unreadable(error),
        Ok(bytes) => bytes,
    };
    let opened = match draagkracht_bundle::open(&bytes, identities) {
        Err(error) => return Found::Bad(Refusal::Open(error)),
        Ok(opened) => opened,
    };
    match armor::to_binary(&bytes) {
        Err(error) => Found::Bad(Refusal::Open(error.into())),
        Ok(binary) => Found::Good(Box::new(opened), binary.into_owned()),
    }
}

impl Intake<'_> {
    /// Takes in one file. An error is one of our own folders: then nothing was removed.
    pub fn take(&mut self, file: &Incoming, found: Option<Found>) -> Result<Outcome, CliError> {
        let found = found.unwrap_or_else(|| open(file, self.args, self.identities));
        let (opened, binary) = match found {
            Found::Unreadable(CliError::Read(path, error))
                if error.kind() == io::ErrorKind::NotFound =>
            {
                return Ok(Outcome::Left(format!(
                    "gone {}: somebody took it away",
                    path.display()
                )));
            }
            Found::Unreadable(error) => return Ok(unreadable(&error)),
            Found::Bad(Refusal::Open(OpenError::Envelope(EnvelopeError::OtherKey)))
                if self.args.others.is_some() =>
            {
                return self.pass_on(file);
            }
            Found::Bad(refusal) => return self.refuse(file, &refusal),
            Found::Good(opened, binary) => (opened, binary),
        };
        let stored = self.archive.store(&opened, &binary, now().unwrap_or_default())?;
        let id = opened.manifest.bundle_id;
        if let Stored::Forgotten(at) = stored {
            file.remove()?;
            let path = file.path.display();
            return Ok(Outcome::Stored(vec![format!(
                "gone {path}: bundle {id} was forgotten on request at {at}; it is not stored again"
            )]));
        }
        let Some(entry) = self.archive.entries().get(&id) else {
            return self.refuse(file, &Refusal::OtherBundle(id));
        };
        match stored {
            Stored::OtherBundle => return self.refuse(file, &Refusal::OtherBundle(id)),
            Stored::New => {
                self.history.add(entry);
                self.lookup.add(&opened)?;
                self.lookup.save_now_and_then(self.archive, self.identities)?;
            }
            Stored::Before(_) | Stored::Forgotten(_) => {}
        }
        receipts::write(&self.args.receipts, &entry.receipt, self.key)?;
        file.remove()?;
        Ok(Outcome::Stored(self.told(file, &opened, &stored)))
    }

    /// Writes what the next run would otherwise find out again, and flushes the names of what went to the
    /// quarantine or to another inbox.
    pub fn finish(&mut self) -> Result<(), CliError> {
        if self.passed {
            let mut folders = self.args.others.iter().chain([&self.args.inbox]);
            folders.try_for_each(|folder| durable::sync_folder(folder))?;
        }
        if self.refused {
            let folders = [&self.archive.quarantine(), &self.args.inbox];
            folders.into_iter().try_for_each(|folder| durable::sync_folder(folder))?;
        }
        self.lookup.save(self.archive, self.identities)
    }

    /// Moves a file to the inbox of another archive. What is there under its name stays, and so does this. A
    /// file that cannot be moved must not keep what comes after it waiting.
    fn pass_on(&mut self, file: &Incoming) -> Result<Outcome, CliError> {
        let (path, name) = (&file.path, file.path.file_name());
        let Some(to) = self.args.others.as_ref().zip(name).map(|(folder, name)| folder.join(name))
        else {
            return Err(CliError::Program("a file without a name".to_owned()));
        };
        let told = format!("{}: this was sealed for another key", path.display());
        if self.may_still_change(file) {
            return Ok(Outcome::Left(format!(
                "wait {told}; it may still be coming in and is left for the next run"
            )));
        }
        Ok(match passing::pass(path, &to) {
            Ok(Passed::Moved) => {
                self.passed = true;
                Outcome::Passed(format!("pass {told}; moved to {}", to.display()))
            }
            Ok(Passed::Taken) => {
                Outcome::Left(format!("wait {told}; {} is there already", to.display()))
            }
            Err(error) => Outcome::Unreadable(format!("bad  {told}; {error}; it is left there")),
        })
    }

    /// It was changed since it was listed, or so recently that it may be changed again.
    fn may_still_change(&self, file: &Incoming) -> bool {
        !file.is_unchanged() || file.may_be_coming_in(Duration::from_secs(self.args.settle))
    }

    fn refuse(&mut self, file: &Incoming, refusal: &Refusal) -> Result<Outcome, CliError> {
        let path = file.path.display();
        if self.may_still_change(file) {
            return Ok(Outcome::Left(format!(
                "wait {path}: {refusal}; it may still be coming in and is left for the next run"
            )));
        }
        let place = match quarantine::add(&self.archive.quarantine(), file, refusal) {
            Err(error @ CliError::Read(..)) => return Ok(unreadable(&error)),
            place => place?,
        };
        self.refused = true;
        let (advice, place) = (refusal.advice(), place.display());
        Ok(Outcome::Bad(format!("bad  {path}: {refusal}; {advice}; moved to {place}")))
    }

    fn told(&self, file: &Incoming, opened: &Opened, stored: &Stored) -> Vec<String> {
        let path = file.path.display();
        let what = devices::told(opened, self.devices);
        let mut lines = vec![match stored {
            Stored::Before(received) => {
                format!("same {path}: {what}, received before at {received}")
            }
            _ => format!("ok   {path}: {what}"),
        }];
        lines.extend(notes::about(opened, self.archive, &self.history, &self.lookup));
        lines
    }
}

fn unreadable(error: &CliError) -> Outcome {
    Outcome::Unreadable(format!("bad  {error}; it is left there: check who may read it"))
}
