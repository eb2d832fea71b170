//! Arguments of `export` and `codebook`.

use std::path::PathBuf;

/// Arguments of `export`.
#[derive(clap::Args)]
#[command(after_help = "\
Completed lists of everyone who agreed to research, by random ids; no case code, no free text unless
asked for, no exact time. What fewer than five people have in common is left out, and told. What each file holds,
and how to open it: docs/export.md.

  csv      answers, lists and wide, each as .csv and as -excel.csv (for a Dutch Excel)
  spss     the same as .csv with an .sps that reads it: labels, missing values
  r        the same as .csv with draagkracht.R: labelled factors
  fhir     R4: Questionnaire.ndjson, QuestionnaireResponse.ndjson
  parquet  answers, lists and wide

Also cases (the case questionnaire, with what is derived from it) and, from an archive of their own,
conditions (the working conditions), where there are any; in FHIR as questionnaires of their own.

Files that are there under these names are replaced, once all are written.

Example:
  draagkracht export --identity keys/organisation.key --archive archive --format spss --out spss")]
pub struct Export {
    /// File with the age secret key that opens the archive; may be given more than once
    #[arg(long, value_name = "KEY", required = true)]
    pub identity: Vec<PathBuf>,
    /// The archive that `receive` keeps
    #[arg(long, value_name = "DIR")]
    pub archive: PathBuf,
    /// The archive of working conditions
    #[arg(long, value_name = "DIR", requires = "conditions_identity")]
    pub conditions_archive: Option<PathBuf>,
    /// File with the age secret key that opens that archive; may be given more than once
    #[arg(long, value_name = "KEY", requires = "conditions_archive")]
    pub conditions_identity: Vec<PathBuf>,
    /// What to make
    #[arg(long, value_name = "FORMAT")]
    pub format: Format,
    /// Folder for the files; made when it is not there
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Write what was answered in words too: it may name people
    #[arg(long)]
    pub with_words: bool,
    /// Keep what fewer than five people have in common: the files may then tell who somebody is
    #[arg(long)]
    pub keep_small_groups: bool,
}

/// For which program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Spreadsheets, and everything else.
    Csv,
    /// SPSS and PSPP.
    Spss,
    /// R.
    R,
    /// Systems for care.
    Fhir,
    /// Databases, pandas, Arrow.
    Parquet,
}

/// Arguments of `codebook`.
#[derive(clap::Args)]
#[command(after_help = "\
Every variable of `export`: name, words in Dutch and English, values, missing values, source; in HTML
also what the report leaves open and what stands in its place.

Examples:
  draagkracht codebook --out codebook.html
  draagkracht codebook --out codebook.csv")]
pub struct Codebook {
    /// File to write, .html or .csv; one that is there is replaced
    #[arg(long, value_name = "FILE", value_parser = page)]
    pub out: (PathBuf, Page),
}

/// In which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// For people.
    Html,
    /// For programs.
    Csv,
}

fn page(path: &str) -> Result<(PathBuf, Page), String> {
    let path = PathBuf::from(path);
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        Some("html") => Ok((path, Page::Html)),
        Some("csv") => Ok((path, Page::Csv)),
        _ => Err("its name must end in .html or .csv".to_owned()),
    }
}
