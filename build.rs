//! Makes `Text`, an enum with a name for every text of `src/i18n/nl.json` and then of
//! `professional.nl.json`, in order, and stops the build where another language has other names: a
//! text cannot be missing.

use serde_json::Value;
use std::{env, fs, path::Path};

/// Those of the resident's screens, and of these the ones that the professional's screens have too.
const LANGUAGES: [&str; 7] = ["nl", "en", "fy", "ar", "tr", "pl", "uk"];
const PROFESSIONAL: [&str; 2] = ["nl", "en"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=src/i18n");
    let (resident, professional) = (keys("nl")?, keys("professional.nl")?);
    let files = LANGUAGES.map(|language| (language.to_owned(), &resident));
    let more = PROFESSIONAL.map(|language| (format!("professional.{language}"), &professional));
    for (file, names) in files.iter().chain(&more) {
        if keys(file)? != **names {
            return Err(format!("src/i18n: {file} and nl differ in names or order").into());
        }
    }
    let all: Vec<_> = resident.iter().chain(&professional).collect();
    let variants = all.iter().map(|key| variant(key)).collect::<Vec<_>>().join(",\n    ");
    let code = format!(
        "/// The name of a text in `src/i18n/*.json`.\n\
         #[allow(missing_docs)]\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq)]\n\
         pub enum Text {{\n    {variants},\n}}\n\n\
         /// How many texts residents' screens have: these come first.\n\
         pub const RESIDENT: usize = {};\n\n\
         /// How many texts there are, the professional's too.\n\
         pub const ALL: usize = {};\n",
        resident.len(),
        all.len()
    );
    fs::write(Path::new(&env::var("OUT_DIR")?).join("text.rs"), code)?;
    Ok(())
}

fn keys(language: &str) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let json = fs::read(format!("src/i18n/{language}.json"))?;
    let Value::Object(texts) = serde_json::from_slice(&json)? else {
        return Err(format!("src/i18n/{language}.json is not an object of texts").into());
    };
    Ok(texts.keys().cloned().collect())
}

/// `start_title` becomes `StartTitle`.
fn variant(key: &str) -> String {
    key.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}
