//! Arguments of `receive`.

use std::path::PathBuf;

/// Arguments of `receive`.
#[derive(clap::Args)]
#[command(after_help = "\
Checks every <bundle-id>.age and <bundle-id>.age.txt in the inbox as `verify` does. A good one goes
into the archive as it came, still sealed, and is then removed from the inbox; <bundle-id>.receipt.json
and its .minisig are written once it is safe on the disk. The same bundle twice is stored once. A bad
one goes to <archive>/quarantine/ with a .reason.txt beside it. Interrupted at any point and run
again, it ends in the same state.

Every revision of a response is kept. One from another device than the first is told and replaces
nothing; a case code that two cases have is told too.

Examples, for a timer and for a service:
  draagkracht receive --identity keys/organisation.key --receipt-key keys/receipt.key \\
    --inbox inbox --archive archive --receipts receipts --devices devices.txt
  draagkracht receive --identity keys/organisation.key --receipt-key keys/receipt.key \\
    --inbox inbox --archive archive --receipts receipts --watch")]
pub struct Receive {
    /// File with the age secret key that opens them; may be given more than once
    #[arg(long, value_name = "KEY", required = true)]
    pub identity: Vec<PathBuf>,
    /// File with the minisign secret key that signs receipts
    #[arg(long, value_name = "KEY")]
    pub receipt_key: PathBuf,
    /// Folder where bundles come in
    #[arg(long, value_name = "DIR")]
    pub inbox: PathBuf,
    /// Folder to keep them in; made when it is not there
    #[arg(long, value_name = "DIR")]
    pub archive: PathBuf,
    /// Folder for the receipts, for the web server to publish; made when it is not there
    #[arg(long, value_name = "DIR")]
    pub receipts: PathBuf,
    /// Folder for bundles that were sealed for another key, such as the inbox of the working conditions;
    /// without, they are bad
    #[arg(long, value_name = "DIR")]
    pub others: Option<PathBuf>,
    /// File with known devices: one apparaatcode a line, # before a comment
    #[arg(long, value_name = "FILE")]
    pub devices: Option<PathBuf>,
    /// A larger file is not a bundle; in MiB
    #[arg(long, value_name = "MIB", default_value_t = 64, value_parser = clap::value_parser!(u64).range(1..=64))]
    pub max_size: u64,
    /// A bad file that was changed this recently may still be coming in: it is left for the next run
    #[arg(long, value_name = "SECONDS", default_value_t = 10)]
    pub settle: u64,
    /// Go on, and look again every few seconds
    #[arg(long)]
    pub watch: bool,
}
