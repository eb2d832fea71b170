//! `keygen`: the organisation's keys, and the configuration that tells the app about them.

use super::{now, print};
use crate::{
    args::Keygen,
    error::CliError,
    files::{self, Access, Prepared},
};
use draagkracht_bundle::{
    envelope::{Identity, Recipient},
    signature::SigningKey,
};
use draagkracht_core::config::{Config, Organisation};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Who the keys are for, and where they go.
pub struct Plan<'a> {
    /// Folder for all but the escrow key.
    pub out: &'a Path,
    /// Folder for the escrow key.
    pub escrow_out: &'a Path,
    /// For config.json.
    pub organisation: Organisation,
}

/// Makes the keys and says what to do with each.
pub fn run(args: &Keygen) -> Result<(), CliError> {
    let escrow_out = args.escrow_out.as_ref().unwrap_or(&args.out);
    let organisation = Organisation {
        name: args.name.clone(),
        help: args.help_text.clone(),
        phone: args.phone.clone(),
    };
    make(Plan { out: &args.out, escrow_out, organisation })?;
    print(told(&args.out, escrow_out, args.escrow_out.is_none()).as_bytes())
}

/// Makes the keys and config.json, or nothing at all, and returns those who can be sealed to.
pub fn make(plan: Plan<'_>) -> Result<Vec<Recipient>, CliError> {
    let place = |name: &str| plan.out.join(name);
    let escrow_key = plan.escrow_out.join("escrow.key");
    let names =
        ["organisation.key", "organisation.pub", "escrow.pub", "receipt.key", "receipt.pub"];
    let places = names.into_iter().chain(["config.json"]).map(place).chain([escrow_key.clone()]);
    if let Some(there) = places.into_iter().find(|path| path.exists()) {
        return Err(CliError::Exists(there));
    }
    files::make_folder(plan.out)?;
    files::make_folder(plan.escrow_out)?;

    let (organisation, escrow) = (Identity::make(), Identity::make());
    let receipt = SigningKey::make()?;
    let receipt_public = receipt.verifying_key()?;
    let recipients = vec![organisation.recipient(), escrow.recipient()];
    let mut config = Config::new(
        plan.organisation,
        recipients.iter().map(Recipient::to_string).collect(),
        Some(receipt_public.to_string()),
    );
    config.published = now();
    let config = serde_json::to_string_pretty(&config);
    let config = config.map_err(|error| CliError::Program(error.to_string()))? + "\n";

    let secret = |path: PathBuf, text: &str| files::prepare(&path, text.as_bytes(), Access::Secret);
    let public =
        |name: &str, text: &str| files::prepare(&place(name), text.as_bytes(), Access::Public);
    let prepared = [
        secret(place("organisation.key"), &identity_file("organisation", &organisation))?,
        public("organisation.pub", &format!("{}\n", recipients[0]))?,
        secret(escrow_key, &identity_file("escrow", &escrow))?,
        public("escrow.pub", &format!("{}\n", recipients[1]))?,
        secret(place("receipt.key"), &receipt.to_file("draagkracht receipt key")?)?,
        public("receipt.pub", &receipt_public.to_file()?)?,
        public("config.json", &config)?,
    ];
    create_all(prepared)?;
    Ok(recipients)
}

/// Makes the key that opens working conditions.
pub fn make_conditions(out: &Path) -> Result<Recipient, CliError> {
    let identity = Identity::make();
    let text = identity_file("conditions", &identity);
    files::prepare(&out.join("conditions.key"), text.as_bytes(), Access::Secret)?.create()?;
    Ok(identity.recipient())
}

/// Gives every file its name, or none of them.
fn create_all(prepared: impl IntoIterator<Item = Prepared>) -> Result<(), CliError> {
    let mut created: Vec<PathBuf> = Vec::new();
    for file in prepared {
        let path = file.path().to_owned();
        if let Err(error) = file.create() {
            // They were made just now and are of no use to anybody.
            for path in &created {
                drop(fs::remove_file(path));
            }
            return Err(error);
        }
        created.push(path);
    }
    Ok(())
}

/// As age-keygen writes it.
fn identity_file(whose: &str, identity: &Identity) -> String {
    let (public, secret) = (identity.recipient(), identity.to_line());
    let created = now().map(String::from).unwrap_or_default();
    format!(
        "# draagkracht {whose} key\n# created: {created}\n# public key: {public}\n{}\n",
        *secret
    )
}

fn told(out: &Path, escrow_out: &Path, together: bool) -> String {
    let move_it = if together { "; MOVE it to a safe elsewhere" } else { "" };
    format!(
        "\
Made in {out}:
  organisation.key  opens what is handed in. Keep it secret and make a copy: without it and
                    without escrow.key everything that was handed in is lost
  receipt.key       signs receipts. Keep it secret; it has no password
  config.json       edit the name, the help and the phone, then publish it beside the app
  *.pub             the public keys, for your records
Made in {escrow_out}:
  escrow.key        opens it too, if organisation.key is lost{move_it}
",
        out = out.display(),
        escrow_out = escrow_out.display(),
    )
}
