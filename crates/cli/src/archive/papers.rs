//! Answers to lists that only a professional is asked, from an archive that has nothing else.

use super::{Archive, Met, walk};
use crate::error::CliError;
use draagkracht_bundle::envelope::Identity;
use draagkracht_core::form::FormResponse;

/// The answers, each in the version that counts. What only a newer program can read is not there.
pub fn form_responses(
    archive: &Archive,
    identities: &[Identity],
) -> Result<Vec<FormResponse>, CliError> {
    let mut found = vec![];
    walk(archive, identities, |met| {
        if let Met::FormResponse(answers) = met {
            found.push(*answers);
        }
        Ok(())
    })?;
    Ok(found)
}
