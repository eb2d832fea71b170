//! FHIR R4, one resource a line, as in a bulk export: the instruments and the lists.

mod questionnaire;
mod response;

use super::folder::Folder;
use crate::{dictionary::Dictionary, error::CliError, study::Study};
use serde_json::Value;
use std::io::{self, Write};

/// What our names of things begin with. FHIR wants a URI, and nobody has to find anything there.
const OURS: &str = "urn:draagkracht";

/// Writes both kinds of resources.
pub fn write(
    folder: &mut Folder,
    dictionary: &Dictionary,
    study: &Study<'_>,
) -> Result<(), CliError> {
    folder.write("Questionnaire.ndjson", |out| {
        dictionary.known.iter().try_for_each(|known| line(out, &questionnaire::resource(known)))
    })?;
    folder.write("QuestionnaireResponse.ndjson", |out| {
        let mut lists = study.lists.iter();
        lists.try_for_each(|list| {
            let known = &dictionary.known[list.instrument];
            line(out, &response::resource(known, list))
        })
    })
}

fn line(out: &mut impl Write, resource: &Value) -> io::Result<()> {
    serde_json::to_writer(&mut *out, resource)?;
    out.write_all(b"\n")
}

/// The name of an instrument: a canonical URL without its version.
fn canonical(id: &str) -> String {
    format!("{OURS}:{id}")
}

/// The code system of a component's points, or of the reasons why there is no answer.
fn system(id: &str, of: &str) -> String {
    format!("{OURS}:{id}:{of}")
}
