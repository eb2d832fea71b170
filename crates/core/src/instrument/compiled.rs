//! An instrument that was checked when the app was built: in one language, ready to use. The app
//! fetches this form; it carries the hashes of the files that it was made from.

use super::Instrument;
use crate::binary::{self, BinaryError};

/// Goes up when the form of [`Instrument`] changes.
const VERSION: u8 = 1;

/// Why bytes are no compiled instrument.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CompiledError {
    /// Made by another release than this one.
    #[error("the compiled instrument is of version {0:?}, not {VERSION}")]
    Version(Option<u8>),
    /// Damaged.
    #[error("the compiled instrument cannot be read: {0}")]
    Form(#[from] BinaryError),
}

impl Instrument {
    /// The compiled form of this instrument, in the language that it is in.
    pub fn compile(&self) -> Result<Vec<u8>, CompiledError> {
        Ok([&[VERSION], binary::to_bytes(self)?.as_slice()].concat())
    }

    /// Reads what [`Instrument::compile`] made.
    pub fn from_compiled(bytes: &[u8]) -> Result<Self, CompiledError> {
        match bytes.split_first() {
            Some((&VERSION, rest)) => Ok(binary::from_bytes(rest)?),
            other => Err(CompiledError::Version(other.map(|(version, _)| *version))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::BUILT_IN;
    use super::*;

    #[test]
    fn every_instrument_in_every_language_comes_back_as_it_was() {
        for built_in in BUILT_IN {
            let instrument = Instrument::load(built_in.json.as_bytes()).unwrap();
            assert_eq!(
                Instrument::from_compiled(&instrument.compile().unwrap()),
                Ok(instrument.clone())
            );
            for (_, json) in built_in.translations {
                let translated = instrument.clone().translate(json.as_bytes()).unwrap();
                assert_eq!(
                    Instrument::from_compiled(&translated.compile().unwrap()),
                    Ok(translated)
                );
            }
        }
    }

    #[test]
    fn what_is_cut_off_longer_or_of_another_release_is_refused() {
        let bytes = Instrument::built_in("resident.v1").unwrap().unwrap().compile().unwrap();
        let read = |bytes: &[u8]| Instrument::from_compiled(bytes).unwrap_err().to_string();
        assert_eq!(read(&[]), "the compiled instrument is of version None, not 1");
        assert_eq!(read(&[2, 0]), "the compiled instrument is of version Some(2), not 1");
        let longer = [&bytes[..], &[0]].concat();
        assert_eq!(read(&longer), "the compiled instrument cannot be read: 1 bytes are left over");
        for length in 1..bytes.len() {
            assert!(Instrument::from_compiled(&bytes[..length]).is_err(), "cut off at {length}");
        }
    }
}
