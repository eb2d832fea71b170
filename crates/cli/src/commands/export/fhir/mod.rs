//! FHIR R4, one resource a line, as in a bulk export: the instruments and the lists, and those that only
//! a professional is asked.

mod form_questionnaire;
mod form_response;
mod questionnaire;
mod response;

use super::folder::Folder;
use crate::{dictionary::Dictionary, error::CliError, study::Study};
use serde_json::{Value, json};
use std::io::{self, Write};

/// What our names of things begin with. FHIR wants a URI, and nobody has to find anything there.
const OURS: &str = "urn:draagkracht";

const TRANSLATION: &str = "http://hl7.org/fhir/StructureDefinition/translation";
const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

/// Writes both kinds of resources; answers to open questions only when words are wanted.
pub fn write(
    folder: &mut Folder,
    dictionary: &Dictionary,
    study: &Study<'_>,
    with_words: bool,
) -> Result<(), CliError> {
    folder.write("Questionnaire.ndjson", |out| {
        dictionary.known.iter().try_for_each(|known| line(out, &questionnaire::resource(known)))?;
        let mut forms = dictionary.forms().into_iter();
        forms.try_for_each(|known| line(out, &form_questionnaire::resource(known)))
    })?;
    folder.write("QuestionnaireResponse.ndjson", |out| {
        let mut lists = study.lists.iter();
        lists.try_for_each(|list| {
            let known = &dictionary.known[list.instrument];
            line(out, &response::resource(known, list))
        })?;
        let lists = dictionary.forms().into_iter().zip([&study.cases, &study.conditions]);
        let mut lists =
            lists.flat_map(|(known, lists)| lists.iter().map(|list| (&known.form, list)));
        lists.try_for_each(|(form, list)| {
            line(out, &form_response::resource(form, list, with_words))
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

/// The same text in English, as the standard's extension says it.
fn translated(english: &str) -> Value {
    json!({ "extension": [{ "url": TRANSLATION, "extension": [
        { "url": "lang", "valueCode": "en" },
        { "url": "content", "valueString": english },
    ] }] })
}

/// Somebody by a pseudonym: there is no resource to look at.
fn identified(kind: &str, of: &str, value: &str) -> Value {
    json!({ "type": kind, "identifier": { "system": format!("{OURS}:{of}"), "value": value } })
}

fn extension(name: &str, code: &str) -> Value {
    json!({ "url": format!("{OURS}:{name}"), "valueCode": code })
}
