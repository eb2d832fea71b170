//! From the bytes of a file to an [`Instrument`] that is right, or a sentence that says what is not.

use super::{Component, Instrument, InstrumentRef, Item, ItemId, Rule, check, file};
use crate::binary::hex;
use crate::{
    answer::Likert,
    decimal::{Decimal, Ratio},
    header::Header,
};
use sha2::{Digest, Sha256};

/// What is wrong with an instrument's file.
#[derive(Debug, thiserror::Error)]
pub enum InstrumentError {
    /// Not JSON, or not of the form; says which line and what was expected.
    #[error("the file cannot be read: {0}")]
    Form(#[from] serde_json::Error),
    /// Another kind of file.
    #[error("the file's format is \"{0}\", not \"draagkracht-instrument\"")]
    Format(String),
    /// Made for a newer program.
    #[error("the file is version {0} of its format; this program knows up to 1: update it")]
    Newer(u32),
    /// Without a version nobody knows how to read it.
    #[error("the file does not say which version of its format it is, as in \"version\": 1")]
    NoVersion,
    /// The id is not a name, `.v` and a number.
    #[error(
        "the id \"{0}\" is not a name in a-z, 0-9 and _, then .v and a number, as in \"resident.v1\""
    )]
    Id(String),
    /// A text that people see, or a source, is empty.
    #[error("{0} is empty")]
    Empty(String),
    /// Two of one kind with one id.
    #[error("{0} is there twice")]
    Twice(String),
    /// An id with other characters than `a`-`z`, `0`-`9` and `_`.
    #[error("the id \"{0}\" has other characters than a-z, 0-9 and _")]
    Name(String),
    /// A scale without exactly five options.
    #[error("scale \"{0}\" has {1} options, not 5")]
    Options(String, usize),
    /// A component that names a scale that is not there.
    #[error("component \"{0}\" uses scale \"{1}\", which is not in the file")]
    Scale(String, String),
    /// A component without items, or a file without components.
    #[error("{0} has no items")]
    NoItems(String),
    /// More items than a score can count.
    #[error("component \"{0}\" has {1} items, and can have 255 at most")]
    TooMany(String, usize),
    /// A count from a point outside the scale.
    #[error("component \"{0}\" counts from {1}, which is not a point from 1 to 5")]
    From(String, u8),
    /// More or fewer answers needed than can be given.
    #[error("component \"{0}\" needs {1} answers, and has {2} items")]
    Needed(String, u8, usize),
    /// A change that no two means can show, or that every two means show.
    #[error(
        "component \"{0}\" calls a change of {1} clear, which is not more than 0 and at most 4"
    )]
    ClearChange(String, Decimal),
    /// A mean without a cut-off in the norm.
    #[error("norm \"{0}\" has no cut-off for component \"{1}\"")]
    NoCutOff(String, String),
    /// A cut-off for something that has no mean here.
    #[error("norm \"{0}\" has a cut-off for \"{1}\", which is no component with a mean")]
    CutOff(String, String),
    /// A cut-off that no mean can reach.
    #[error("norm \"{0}\": the cut-off for \"{1}\" is not between 1 and 5")]
    CutOffRange(String, String),
}

impl Instrument {
    /// Reads and checks a file. The hash is made of the bytes as they are.
    pub fn load(json: &[u8]) -> Result<Self, InstrumentError> {
        let header: Header = serde_json::from_slice(json)?;
        if header.format != file::FORMAT {
            return Err(InstrumentError::Format(header.format));
        }
        match header.version {
            0 => return Err(InstrumentError::NoVersion),
            file::VERSION => {}
            newer => return Err(InstrumentError::Newer(newer)),
        }
        let file: file::InstrumentFile = serde_json::from_slice(json)?;
        let version = check::check(&file)?;
        build(file, version, hex(&Sha256::digest(json)))
    }
}

fn build(
    file: file::InstrumentFile,
    version: u32,
    hash: String,
) -> Result<Instrument, InstrumentError> {
    let mut components = Vec::with_capacity(file.components.len());
    let mut items = Vec::new();
    for component in file.components {
        let scale = file.scales.iter().find(|scale| scale.id == component.scale);
        let scale = scale
            .ok_or_else(|| InstrumentError::Scale(component.id.clone(), component.scale.clone()))?;
        let options = scale.options.clone();
        let options = options
            .try_into()
            .map_err(|o: Vec<_>| InstrumentError::Options(scale.id.clone(), o.len()))?;
        let rule = rule(&component)?;
        items.extend(component.items.into_iter().map(|item| Item {
            id: ItemId(format!("{}.{}", component.id, item.id)),
            component: components.len(),
            text: item.text,
            plain: item.plain,
            topic: item.topic,
            sensitive: item.sensitive,
        }));
        components.push(Component {
            id: component.id,
            title: component.title,
            stem: component.stem,
            scale: component.scale,
            options,
            rule,
        });
    }
    Ok(Instrument {
        reference: InstrumentRef { id: file.id, version, hash, translation: None },
        rater: file.rater,
        language: file.language,
        title: file.title,
        components,
        items,
        dont_know: file.missing.dont_know,
        wont_say: file.missing.wont_say,
        norm: file.norm,
    })
}

fn rule(component: &file::Component) -> Result<Rule, InstrumentError> {
    let enough = |needed: u8| {
        let items = component.items.len();
        if (1..=items).contains(&usize::from(needed)) {
            Ok(needed)
        } else {
            Err(InstrumentError::Needed(component.id.clone(), needed, items))
        }
    };
    Ok(match &component.score {
        file::Score::Mean { needed, clear_change } => {
            let difference = clear_change.ratio();
            if difference <= Ratio::whole(0) || difference > Ratio::whole(4) {
                let (id, clear_change) = (component.id.clone(), clear_change.clone());
                return Err(InstrumentError::ClearChange(id, clear_change));
            }
            Rule::Mean { needed: enough(*needed)?, clear_change: clear_change.clone() }
        }
        file::Score::Count { from, needed } => Rule::Count {
            from: Likert::new(*from)
                .ok_or_else(|| InstrumentError::From(component.id.clone(), *from))?,
            needed: enough(*needed)?,
        },
    })
}
