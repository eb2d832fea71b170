//! The kinds of sealed records, and one record between its value and its sealed bytes.

use crate::{
    Damaged, Random, Why,
    key::{DataKey, LENGTH},
    seal::{self, Slot, UnsealError},
    vault::VaultError,
};
use draagkracht_core::{
    binary,
    store::{Area, Change, Stored},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::fmt;
use uuid::Uuid;
use zeroize::Zeroizing;

/// The version of the values inside, of every kind; goes up when that changes, and an older one is
/// upgraded when it is read.
const SCHEMA: u16 = 1;

/// What a sealed record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The list of the vault's cases and own records.
    VaultHead,
    /// The list of a case's records.
    CaseHead,
    /// [`draagkracht_core::case::Case`].
    Case,
    /// [`draagkracht_core::session::Session`].
    Session,
    /// [`draagkracht_core::response::Response`].
    Response,
    /// [`crate::Job`].
    Job,
    /// The keys that this device signs with, as one text.
    DeviceKeys,
    /// [`draagkracht_core::dossier::Dossier`].
    Dossier,
    /// [`crate::Handover`].
    Handover,
    /// [`draagkracht_core::plan::Plan`].
    Plan,
    /// [`draagkracht_core::note::Note`].
    Note,
    /// [`draagkracht_core::remark::Remark`].
    Remark,
    /// Answers to a list that only a professional is asked ([`draagkracht_core::form`]).
    FormAnswers,
}

impl Kind {
    /// Its name in the associated data and in a head.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::VaultHead => "vault-head",
            Self::CaseHead => "case-head",
            Self::Case => "case",
            Self::Session => "session",
            Self::Response => "response",
            Self::Job => "job",
            Self::DeviceKeys => "device-keys",
            Self::Dossier => "dossier",
            Self::Handover => "handover",
            Self::Plan => "plan",
            Self::Note => "note",
            Self::Remark => "remark",
            Self::FormAnswers => "form-answers",
        }
    }

    pub(crate) fn area(self) -> Area {
        match self {
            Self::VaultHead | Self::CaseHead => Area::Heads,
            _ => Area::Records,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Seals and opens the records of one vault.
#[derive(Debug)]
pub(crate) struct Sealer {
    pub vault: Uuid,
    pub random: Random,
    key: Zeroizing<[u8; LENGTH]>,
}

impl Sealer {
    pub(crate) fn new(vault: Uuid, key: &DataKey, random: Random) -> Self {
        Self { vault, random, key: key.sealing() }
    }

    /// The write of a value in a revision.
    pub(crate) fn put(
        &self,
        kind: Kind,
        id: Uuid,
        revision: u32,
        value: &[u8],
    ) -> Result<Change, VaultError> {
        let (area, id) = (kind.area(), id.to_string());
        let slot = self.slot(kind, &id, revision);
        let bytes = seal::seal(&self.key, &slot, SCHEMA, value, self.random)
            .map_err(|_| VaultError::Unwritable)?;
        Ok(Change::Put { area, id, stored: Stored { revision, bytes } })
    }

    /// The value of what a store holds, of the revision that is listed, if one is.
    pub(crate) fn get(
        &self,
        kind: Kind,
        id: Uuid,
        listed: Option<u32>,
        stored: Option<&Stored>,
    ) -> Result<Zeroizing<Vec<u8>>, Damaged> {
        self.unsealed(kind, id, listed, stored).map_err(|why| damaged(kind, id, why))
    }

    fn unsealed(
        &self,
        kind: Kind,
        id: Uuid,
        listed: Option<u32>,
        stored: Option<&Stored>,
    ) -> Result<Zeroizing<Vec<u8>>, Why> {
        let Stored { revision: found, bytes } = stored.ok_or(Why::Missing)?;
        let (found, listed) = (*found, listed.unwrap_or(*found));
        if found != listed {
            return Err(Why::RolledBack { listed, found });
        }
        match seal::unseal(&self.key, &self.slot(kind, &id.to_string(), found), bytes) {
            Ok((schema, _)) if schema > SCHEMA => Err(Why::Newer),
            Ok((_, value)) => Ok(value),
            Err(UnsealError::Newer(_)) => Err(Why::Newer),
            Err(UnsealError::Altered) => Err(Why::Altered),
        }
    }

    fn slot<'a>(&self, kind: Kind, id: &'a str, revision: u32) -> Slot<'a> {
        Slot { vault: self.vault, area: kind.area().as_str(), id, kind: kind.as_str(), revision }
    }
}

/// A value as it is sealed.
pub(crate) fn write<T: Serialize>(value: &T) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    binary::to_bytes(value).map(Zeroizing::new).map_err(|_| VaultError::Unwritable)
}

/// The value of what was sealed.
pub(crate) fn read<T: DeserializeOwned>(kind: Kind, id: Uuid, value: &[u8]) -> Result<T, Damaged> {
    binary::from_bytes(value).map_err(|_| damaged(kind, id, Why::Unreadable))
}

pub(crate) fn damaged(kind: Kind, id: Uuid, why: Why) -> Damaged {
    Damaged { area: kind.area(), id: id.to_string(), kind: Some(kind), why }
}
