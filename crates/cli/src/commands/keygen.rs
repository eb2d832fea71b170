//! `keygen`: the organisation's keys, and the configuration that tells the app about them.

use super::{now, print};
use crate::{
    args::Keygen,
    durable,
    error::CliError,
    files::{self, Access, Prepared},
};
use draagkracht_bundle::{
    envelope::{Identity, Recipient},
    signature::SigningKey,
};
use draagkracht_core::config::{Config, Organisation};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Who the keys are for, and where they go.
pub struct Plan<'a> {
    /// Folder for all but the escrow key.
    pub out: &'a Path,
    /// Folder for the escrow key.
    pub escrow_out: &'a Path,
    /// Folder for the key that opens working conditions; none is made without.
    pub conditions_out: Option<&'a Path>,
    /// For config.json.
    pub organisation: Organisation,
}

/// Who can be sealed to.
pub struct Made {
    /// With what is handed in about cases: each can open it alone.
    pub recipients: Vec<Recipient>,
    /// With working conditions, if a key was made for them.
    pub conditions: Option<Recipient>,
}

/// Makes the keys and says what to do with each.
pub fn run(args: &Keygen) -> Result<(), CliError> {
    let escrow_out = args.escrow_out.as_ref().unwrap_or(&args.out);
    let organisation = Organisation {
        name: args.name.clone(),
        help: args.help_text.clone(),
        phone: args.phone.clone(),
    };
    let conditions_out = args.conditions_out.as_deref();
    make(Plan { out: &args.out, escrow_out, conditions_out, organisation })?;
    let told = told(&args.out, escrow_out, args.escrow_out.is_none());
    let conditions = conditions_out.map(told_of_conditions).unwrap_or_default();
    print((told + &conditions).as_bytes())
}

/// Makes the keys and config.json, or nothing at all; when this returns, they are on the disk.
pub fn make(plan: Plan<'_>) -> Result<Made, CliError> {
    let place = |name: &str| plan.out.join(name);
    let escrow_key = plan.escrow_out.join("escrow.key");
    let names =
        ["organisation.key", "organisation.pub", "escrow.pub", "receipt.key", "receipt.pub"];
    let conditions_key = plan.conditions_out.map(|out| out.join("conditions.key"));
    let of_conditions = conditions_key
        .iter()
        .cloned()
        .chain(conditions_key.iter().map(|_| place("conditions.pub")));
    let places = names.into_iter().chain(["config.json"]).map(place).chain([escrow_key.clone()]);
    if let Some(there) = places.chain(of_conditions).find(|path| path.exists()) {
        return Err(CliError::Exists(there));
    }
    let folders: BTreeSet<&Path> =
        [plan.out, plan.escrow_out].into_iter().chain(plan.conditions_out).collect();
    folders.iter().try_for_each(|folder| durable::make_folder(folder))?;

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
    let conditions = conditions_key.map(|path| (path, Identity::make()));
    config.conditions_recipient = conditions.as_ref().map(|(_, key)| key.recipient().to_string());
    let config = serde_json::to_string_pretty(&config);
    let config = config.map_err(|error| CliError::Program(error.to_string()))? + "\n";

    let secret = |path: PathBuf, text: &str| files::prepare(&path, text.as_bytes(), Access::Secret);
    let public =
        |name: &str, text: &str| files::prepare(&place(name), text.as_bytes(), Access::Public);
    let mut prepared = vec![
        secret(place("organisation.key"), &identity_file("organisation", &organisation))?,
        public("organisation.pub", &format!("{}\n", recipients[0]))?,
        secret(escrow_key, &identity_file("escrow", &escrow))?,
        public("escrow.pub", &format!("{}\n", recipients[1]))?,
        secret(place("receipt.key"), &receipt.to_file("draagkracht receipt key")?)?,
        public("receipt.pub", &receipt_public.to_file()?)?,
    ];
    if let Some((path, key)) = &conditions {
        prepared.push(secret(path.clone(), &identity_file("conditions", key))?);
        prepared.push(public("conditions.pub", &format!("{}\n", key.recipient()))?);
    }
    // Last: whoever finds a configuration finds every key that it names.
    prepared.push(public("config.json", &config)?);
    create_all(prepared)?;
    folders.iter().try_for_each(|folder| durable::sync_folder_of(&folder.join("config.json")))?;
    Ok(Made { recipients, conditions: conditions.map(|(_, key)| key.recipient()) })
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

fn told_of_conditions(out: &Path) -> String {
    format!(
        "\
Made in {out}:
  conditions.key    opens what professionals say of their own work, and nothing else does. Give it to
                    whoever may read that, with a copy; `receive --others` sets those bundles apart
",
        out = out.display(),
    )
}
