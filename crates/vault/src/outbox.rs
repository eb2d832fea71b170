//! Sealed bundles that wait to be handed in. They are encrypted to the organisation already, and
//! their state is not sealed: they are handed in while the vault is locked.
//!
//! An entry is the format's name, its version, a header, and the bundle's bytes.

use crate::{Damaged, VaultError, Why};
use draagkracht_core::{
    binary,
    store::{Area, Batch, Change, Store, StoreError, Stored},
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

const FORMAT: &str = "draagkracht-outbox";
const VERSION: u32 = 1;

/// A bundle in the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The bundle's id.
    pub bundle_id: Uuid,
    /// How far it is.
    pub state: State,
    /// SHA-256 of the bundle, in hexadecimal.
    pub sha256: String,
    /// The bundle: binary age.
    pub bytes: Vec<u8>,
}

/// How far a bundle is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// It is only on this device.
    Waiting,
    /// It left this device, by the person's hand or by an upload.
    HandedIn {
        /// When it last did.
        at: Timestamp,
    },
    /// A receipt that verifies says that the organisation has it.
    Received {
        /// When the organisation received it, as the receipt says.
        at: Timestamp,
    },
}

/// Why a receipt changed nothing here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReceiveError {
    /// No bundle of this id is in the outbox: it came from another device, or was removed.
    #[error("the receipt is for bundle {0}, which is not in this outbox")]
    NotOurs(Uuid),
    /// The organisation has another file under this id: not what was sealed here.
    #[error("the receipt for bundle {0} is for a file with other bytes than the one sealed here")]
    OtherBytes(Uuid),
    /// The entry is damaged, or the store did not do it.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

/// What stands before the bundle's bytes, after the format's name and version.
#[derive(Debug, Serialize, Deserialize)]
struct Header {
    sha256: String,
    state: State,
}

/// Every bundle in the outbox, whichever vault it came from, in the order of their making.
pub async fn list(store: &impl Store) -> Result<Vec<Result<Entry, Damaged>>, StoreError> {
    let all = store.all(Area::Outbox).await?;
    Ok(all.into_iter().map(|(id, stored)| read(&id, &stored.bytes)).collect())
}

/// Records that a bundle was handed in; its bytes stay. One that was received stays received.
pub async fn mark_handed_in(
    store: &impl Store,
    bundle_id: Uuid,
    at: Timestamp,
) -> Result<(), VaultError> {
    mark(store, bundle_id, State::HandedIn { at }).await
}

/// Puts a bundle that was handed in, and of which nothing was heard, back among what waits.
pub async fn wait_again(store: &impl Store, bundle_id: Uuid) -> Result<(), VaultError> {
    mark(store, bundle_id, State::Waiting).await
}

/// Records that a bundle was received, as a receipt that verified says: of this very bundle, by its id
/// and the SHA-256 of its bytes in hexadecimal. Of anything else nothing is changed. A second
/// receipt for it changes nothing either. The bytes stay until the case is removed.
pub async fn receive(
    store: &impl Store,
    bundle_id: Uuid,
    sha256: &str,
    received: Timestamp,
) -> Result<(), ReceiveError> {
    let id = bundle_id.to_string();
    let stored = store.get(Area::Outbox, &id).await.map_err(VaultError::from)?;
    let stored = stored.ok_or(ReceiveError::NotOurs(bundle_id))?;
    let entry = read(&id, &stored.bytes).map_err(VaultError::from)?;
    if entry.sha256 != sha256 {
        return Err(ReceiveError::OtherBytes(bundle_id));
    }
    Ok(mark(store, bundle_id, State::Received { at: received }).await?)
}

/// Takes a bundle back that only waits, as when somebody does not agree any more. One that left this
/// device stays as it is, and one that is not there is no fault.
pub async fn withdraw(store: &impl Store, bundle_id: Uuid) -> Result<(), VaultError> {
    let (area, id) = (Area::Outbox, bundle_id.to_string());
    let Some(stored) = store.get(area, &id).await? else { return Ok(()) };
    if read(&id, &stored.bytes)?.state != State::Waiting {
        return Ok(());
    }
    Ok(store.commit(Batch(vec![Change::Remove { area, id }])).await?)
}

async fn mark(store: &impl Store, bundle_id: Uuid, state: State) -> Result<(), VaultError> {
    let (area, id) = (Area::Outbox, bundle_id.to_string());
    let damaged = |why| Damaged { area, id: id.clone(), kind: None, why };
    let stored = store.get(area, &id).await?.ok_or_else(|| damaged(Why::Missing))?;
    let entry = read(&id, &stored.bytes)?;
    if matches!(entry.state, State::Received { .. }) {
        return Ok(());
    }
    let bytes = write(state, entry.sha256, &entry.bytes)?;
    let stored = Stored { revision: stored.revision + 1, bytes };
    Ok(store.commit(Batch(vec![Change::Put { area, id, stored }])).await?)
}

/// A new entry's bytes.
pub(crate) fn waiting(bundle: &[u8]) -> Result<Vec<u8>, VaultError> {
    write(State::Waiting, hash(bundle), bundle)
}

fn write(state: State, sha256: String, bundle: &[u8]) -> Result<Vec<u8>, VaultError> {
    let header = (FORMAT, VERSION, Header { sha256, state });
    let header = binary::to_bytes(&header).map_err(|_| VaultError::Unwritable)?;
    Ok([&header, bundle].concat())
}

fn read(id: &str, bytes: &[u8]) -> Result<Entry, Damaged> {
    parse(id, bytes).map_err(|why| Damaged {
        area: Area::Outbox,
        id: id.to_owned(),
        kind: None,
        why,
    })
}

fn parse(id: &str, bytes: &[u8]) -> Result<Entry, Why> {
    let bundle_id = id.parse().map_err(|_| Why::Unreadable)?;
    let ((format, version), rest): ((String, u32), _) =
        binary::take(bytes).map_err(|_| Why::Unreadable)?;
    if format != FORMAT || version == 0 {
        return Err(Why::Altered);
    }
    if version > VERSION {
        return Err(Why::Newer);
    }
    let (header, bytes): (Header, _) = binary::take(rest).map_err(|_| Why::Unreadable)?;
    if header.sha256 != hash(bytes) {
        return Err(Why::Altered);
    }
    Ok(Entry { bundle_id, state: header.state, sha256: header.sha256, bytes: bytes.to_vec() })
}

fn hash(bytes: &[u8]) -> String {
    binary::hex(&Sha256::digest(bytes))
}
