//! The instruments that come with the program. A published file never changes: a test pins each hash.

use super::{Instrument, InstrumentError};

/// An instrument's file and its translations, as bytes.
#[derive(Debug, Clone, Copy)]
pub struct BuiltIn {
    /// Such as `resident.v1`.
    pub id: &'static str,
    /// The instrument in its own language.
    pub json: &'static str,
    /// Its translations: language and file.
    pub translations: &'static [(&'static str, &'static str)],
}

/// Every instrument of this release. The command line carries them; the app fetches the one it needs.
pub const BUILT_IN: [BuiltIn; 2] = [
    BuiltIn {
        id: "resident.v1",
        json: include_str!("../../instruments/resident.v1.json"),
        translations: &[
            ("en", include_str!("../../instruments/resident.v1.en.json")),
            ("fy", include_str!("../../instruments/resident.v1.fy.json")),
            ("ar", include_str!("../../instruments/resident.v1.ar.json")),
            ("tr", include_str!("../../instruments/resident.v1.tr.json")),
            ("pl", include_str!("../../instruments/resident.v1.pl.json")),
            ("uk", include_str!("../../instruments/resident.v1.uk.json")),
        ],
    },
    BuiltIn {
        id: "professional.v1",
        json: include_str!("../../instruments/professional.v1.json"),
        translations: &[("en", include_str!("../../instruments/professional.v1.en.json"))],
    },
];

impl Instrument {
    /// The instrument of this release with this id, or `None` when there is none.
    pub fn built_in(id: &str) -> Option<Result<Self, InstrumentError>> {
        BUILT_IN.iter().find(|built_in| built_in.id == id).map(|b| Self::load(b.json.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A change to a published file is a new version (`resident.v2`) in a new file, never an edit.
    const PUBLISHED: [(&str, &str); 2] = [
        ("resident.v1", "2799c1dcf4a57660f5f39d4f4b228f6cc549a3be7ef1b62578a6ce87b99bed75"),
        ("professional.v1", "069805d30221887c6aaa15e78f6e2482a6d76e3da5b44784e4eab9278d3dacbf"),
    ];

    #[test]
    fn a_published_file_has_not_changed() {
        for (id, hash) in PUBLISHED {
            let instrument = Instrument::built_in(id).unwrap().unwrap();
            assert_eq!(instrument.reference().hash, hash, "{id} was published: make a new version");
        }
    }

    #[test]
    fn every_translation_fits() {
        for built_in in BUILT_IN {
            let instrument = Instrument::load(built_in.json.as_bytes()).unwrap();
            for (language, json) in built_in.translations {
                let translated = instrument.clone().translate(json.as_bytes()).unwrap();
                assert_eq!(translated.language(), *language);
                assert_eq!(translated.items().len(), instrument.items().len());
                assert!(!translated.reference().translation.as_ref().unwrap().validated);
            }
        }
    }

    #[test]
    fn the_items_are_as_many_as_published() {
        let counts = |id| {
            let instrument = Instrument::built_in(id).unwrap().unwrap();
            let of = |c| instrument.items_of(c).count();
            instrument.components().iter().map(of).collect::<Vec<_>>()
        };
        assert_eq!(counts("resident.v1"), [8, 7, 8], "tables 2.1 and the eight life domains");
        assert_eq!(counts("professional.v1"), [6, 6, 8], "tables 2.2 and the eight life domains");
    }
}
