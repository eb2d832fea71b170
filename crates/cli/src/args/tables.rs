//! Arguments of `tables`.

use crate::commands::tables::Format;
use std::path::PathBuf;

/// Arguments of `tables`.
#[derive(clap::Args)]
#[command(after_help = "\
Makes the tables and figures of the report \"De kracht van draagkracht\" (2019) over what was received, in
Dutch: a page to read and print (.html), text (.md), or a line a cell for a program (.csv). docs/tables.md
says of each table what it is and what to mind. Cases without consent to research are left out; of a list
only the newest revision counts, and only when it is complete.

What is about fewer than five people is left out, with as many other cells as it takes that totals do not
give it away; --small-cells prints it all, for whoever may see the answers themselves.

Examples:
  draagkracht tables --identity keys/organisation.key --archive archive --out tables.html
  draagkracht tables --identity keys/organisation.key --archive archive --out tables.csv --everyone")]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Tables {
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
    /// File to write, .html, .md or .csv; what has that name is replaced
    #[arg(long, value_name = "FILE", value_parser = out)]
    pub out: Out,
    /// The organisation's own norm [default: study-t1, which is built in]
    #[arg(long, value_name = "FILE")]
    pub norm: Option<PathBuf>,
    /// Count everyone at each moment, not only those with a list at all three
    #[arg(long)]
    pub everyone: bool,
    /// Leave out lists that somebody else answered in the resident's place
    #[arg(long)]
    pub without_proxies: bool,
    /// Leave out cases in which another professional took over
    #[arg(long)]
    pub same_professional: bool,
    /// Print what is about fewer than five people too
    #[arg(long)]
    pub small_cells: bool,
}

/// Where to, and as what.
#[derive(Debug, Clone)]
pub struct Out {
    /// The file.
    pub path: PathBuf,
    /// By its name.
    pub format: Format,
}

fn out(text: &str) -> Result<Out, String> {
    let path = PathBuf::from(text);
    let format = Format::of(&path);
    let format = format.ok_or("a file for tables ends in .html, .md or .csv")?;
    Ok(Out { path, format })
}
