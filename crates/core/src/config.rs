//! `config.json`, which the organisation publishes beside the app: who it is, to whom answers are
//! sealed, and whose receipts count.

use crate::{
    header::Header,
    norm::{NormError, NormFile},
    standing::Schedule,
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};

/// What an organisation publishes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    format: String,
    version: u32,
    /// Who receives the answers.
    pub organisation: Organisation,
    /// age public keys (`age1…`): the organisation's and, better, an escrow one. Empty: nothing
    /// can be handed in.
    pub recipients: Vec<String>,
    /// The minisign public key that receipts are checked with; none: no receipts.
    #[serde(default)]
    pub receipt_key: Option<String>,
    /// age public key for the working conditions.
    #[serde(default)]
    pub conditions_recipient: Option<String>,
    /// Where bundles are put; none: handed in as files.
    #[serde(default)]
    pub upload: Option<Upload>,
    /// When a professional's vault locks by itself.
    #[serde(default)]
    pub lock: Lock,
    /// When T2 and T3 come.
    #[serde(default)]
    pub schedule: Schedule,
    /// A norm of the organisation's own, as in a norm file; none: the instruments' norm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub norm: Option<NormFile>,
    /// When this was published, for the administrator's own use.
    #[serde(default)]
    pub published: Option<Timestamp>,
}

/// Who receives the answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// As residents know it.
    pub name: String,
    /// Whom to ask for help, in a sentence.
    pub help: String,
    /// A telephone number where a person answers.
    #[serde(default)]
    pub phone: Option<String>,
}

/// When a vault locks by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// Seconds without a touch or a key; 30 to 3600.
    pub idle_seconds: u32,
    /// Seconds out of sight; 10 to 3600.
    pub hidden_seconds: u32,
}

impl Default for Lock {
    /// Five minutes and one minute.
    fn default() -> Self {
        Self { idle_seconds: 300, hidden_seconds: 60 }
    }
}

/// Where bundles are put.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Upload {
    /// A folder on the app's own origin, such as `inbox/`.
    pub url: String,
}

/// What is wrong with a `config.json`.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// Not JSON, or not of the form.
    #[error("config.json cannot be read: {0}")]
    Form(#[from] serde_json::Error),
    /// Another kind of file.
    #[error("config.json has format \"{0}\", not \"draagkracht-config\"")]
    Format(String),
    /// Made for a newer app.
    #[error("config.json is version {0}; this app knows version 1: update the app")]
    Newer(u32),
    /// Without a version nobody knows how to read it.
    #[error("config.json does not say which version it is, as in \"version\": 1")]
    NoVersion,
    /// A recipient that is no age public key.
    #[error("config.json: \"{0}\" in recipients is not an age public key (age1…)")]
    Recipient(String),
    /// Without a name nobody knows who receives the answers.
    #[error("config.json: the organisation's name is empty")]
    Name,
    /// The app's own rules for the browser let it reach its own origin only.
    #[error(
        "config.json: upload.url \"{0}\" is not a folder on the app's own origin, such as inbox/"
    )]
    Upload(String),
    /// A vault that never locks is not locked; one that always does is of no use.
    #[error("config.json: lock.{0} is {1} seconds; it must be {2} to 3600")]
    Lock(&'static str, u32, u32),
    /// The moments are in order.
    #[error("config.json: schedule.t2_days is {0} and t3_days {1}; T2 comes after T1, T3 after T2")]
    Schedule(u32, u32),
    /// The organisation's own norm is not one.
    #[error("config.json: norm: {0}")]
    Norm(#[source] NormError),
}

impl Config {
    /// A configuration with these recipients and this receipt key.
    pub fn new(
        organisation: Organisation,
        recipients: Vec<String>,
        receipt_key: Option<String>,
    ) -> Self {
        Self {
            format: "draagkracht-config".to_owned(),
            version: 1,
            organisation,
            recipients,
            receipt_key,
            conditions_recipient: None,
            upload: None,
            lock: Lock::default(),
            schedule: Schedule::default(),
            norm: None,
            published: None,
        }
    }

    /// Reads and checks a file. Whether a key is a real one is for the sealing worker to find:
    /// here it must have the look of one.
    pub fn load(json: &[u8]) -> Result<Self, ConfigError> {
        let header: Header = serde_json::from_slice(json)?;
        if header.format != "draagkracht-config" {
            return Err(ConfigError::Format(header.format));
        }
        match header.version {
            0 => return Err(ConfigError::NoVersion),
            1 => {}
            newer => return Err(ConfigError::Newer(newer)),
        }
        let config: Self = serde_json::from_slice(json)?;
        if config.organisation.name.trim().is_empty() {
            return Err(ConfigError::Name);
        }
        let Lock { idle_seconds: idle, hidden_seconds: hidden } = config.lock;
        for (name, seconds, least) in [("idle_seconds", idle, 30), ("hidden_seconds", hidden, 10)] {
            if !(least..=3600).contains(&seconds) {
                return Err(ConfigError::Lock(name, seconds, least));
            }
        }
        let Schedule { t2_days, t3_days, .. } = config.schedule;
        if t2_days == 0 || t3_days <= t2_days {
            return Err(ConfigError::Schedule(t2_days, t3_days));
        }
        let elsewhere = |url: &str| url.contains(':') || url.starts_with("//") || url.is_empty();
        if let Some(upload) = config.upload.as_ref().filter(|upload| elsewhere(&upload.url)) {
            return Err(ConfigError::Upload(upload.url.clone()));
        }
        if let Some(norm) = &config.norm {
            norm.check().map_err(ConfigError::Norm)?;
        }
        let looks_right = |key: &str| {
            key.len() == 62
                && key.starts_with("age1")
                && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        let keys = config.recipients.iter().chain(&config.conditions_recipient);
        match keys.into_iter().find(|key| !looks_right(key)) {
            Some(key) => Err(ConfigError::Recipient(key.clone())),
            None => Ok(config),
        }
    }
}
