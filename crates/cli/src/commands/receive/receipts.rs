//! The receipts that the web server publishes.

use crate::{
    durable,
    error::CliError,
    files::{self, Access},
};
use draagkracht_bundle::{Receipt, signature::SigningKey};
use std::path::Path;

/// Writes the receipt of a bundle that is safe on the disk, unless it is there and right.
pub fn write(folder: &Path, receipt: &Receipt, key: &SigningKey) -> Result<(), CliError> {
    let json = folder.join(format!("{}.receipt.json", receipt.bundle_id));
    let minisig = folder.join(format!("{}.receipt.json.minisig", receipt.bundle_id));
    if let (Ok(json), Ok(minisig)) = (files::read(&json), files::read_text(&minisig)) {
        let there = Receipt::verify(&json, &minisig, &key.verifying_key()?);
        if there.is_ok_and(|there| there == *receipt) {
            return Ok(());
        }
    }
    let signed = receipt.sign(key)?;
    // Whoever sees the receipt finds its signature.
    durable::write(&minisig, signed.minisig.as_bytes(), Access::Public)?;
    durable::write(&json, &signed.json, Access::Public)
}
