//! Arguments of `share`.

use super::CaseName;
use draagkracht_bundle::device::{DeviceCode, DeviceError};
use std::path::PathBuf;
use uuid::Uuid;

/// Arguments of `share`.
#[derive(clap::Args)]
#[command(after_help = "\
Puts together what every bundle says of the case, and seals it for the one device whose apparaatcode
is given: the app there imports the file and joins it with what it has. A list is given in all
revisions from the device that began it. A revision from another device, or other answers under the
same revision later, are told and left out, as are plans, notes and professionals' own lists.

A resident's own phone makes a case of its own under the code that it was given. Where several cases
have the code nothing is written and each is named; give the one that the device has as --case, and
those that are the same household's as --with.

With --receipt-key the sender's fingerprint in the app is the same each time; without it, keys are
made for this file alone. It is printed either way: read it aloud to whoever imports the file.

Examples:
  draagkracht share --identity keys/organisation.key --archive archive --case 73D0-9NZF \\
    --to draagkracht-device:1:RWRu...:age1...:NEAJ-1R8A-TVVP-JCE7 --out case.age
  draagkracht share --identity keys/organisation.key --archive archive \\
    --case 019aa648-5a00-7000-8000-0000000000c1 --with 019aa648-5a00-7000-8000-0000000000c2 \\
    --to draagkracht-device:1:RWRu...:age1...:NEAJ-1R8A-TVVP-JCE7 --out case.age")]
pub struct Share {
    /// File with the age secret key that opens the archive; may be given more than once
    #[arg(long, value_name = "KEY", required = true)]
    pub identity: Vec<PathBuf>,
    /// File with the minisign secret key that signs receipts, to sign the case with as well
    #[arg(long, value_name = "KEY")]
    pub receipt_key: Option<PathBuf>,
    /// The archive that `receive` keeps
    #[arg(long, value_name = "DIR")]
    pub archive: PathBuf,
    /// The case, by its code or its id
    #[arg(long, value_name = "CODE")]
    pub case: CaseName,
    /// Another case with that code, whose lists are the same household's; may be given more than once
    #[arg(long, value_name = "ID")]
    pub with: Vec<Uuid>,
    /// The device that is to have it, as its app shows it
    #[arg(long, value_name = "APPARAATCODE", value_parser = apparaatcode)]
    pub to: DeviceCode,
    /// The file to write; one that is there is kept
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

/// A message may have broken it over lines.
fn apparaatcode(text: &str) -> Result<DeviceCode, DeviceError> {
    text.split_whitespace().collect::<String>().parse()
}
