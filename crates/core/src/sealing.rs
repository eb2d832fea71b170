//! What the app and its worker say to each other; the app itself cannot link age or minisign.
//!
//! A message either way is a JavaScript array of one or two `Uint8Array`s: a [`Job`] or its
//! [`Outcome`] as [`crate::binary`] writes it, and where the variant says so bytes beside it. A
//! worker does one job. App and worker are of one release: the form needs no version.

use crate::{
    case::Case, dossier::Dossier, papers::Papers, remark::Remark, response::Response,
    session::Session, timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Something that the worker can do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Job {
    /// Make the keys of a new vault. Answered by [`Outcome::DeviceKeys`].
    MakeDeviceKeys,
    /// Check, sign and seal, together with the [`crate::papers::Papers`] beside this message, if there are
    /// any, as [`crate::binary`] writes them: a resident's phone need not know their form. Working conditions
    /// go so too: with no cases, and to a recipient of their own. Answered by [`Outcome::Sealed`], with the
    /// bytes of the binary form beside it.
    Seal(Box<SealJob>),
    /// Turn the sealed bytes beside this message into text, for sharing from a phone.
    /// Answered by [`Outcome::Armored`].
    Armor,
    /// Make a key of a passphrase, by Argon2id. Answered by [`Outcome::Derived`], with the 32 bytes
    /// beside it.
    Derive {
        /// As it was typed.
        passphrase: String,
        /// Random bytes that are kept beside the wrap.
        salt: Vec<u8>,
        /// Memory, in KiB.
        memory: u32,
        /// Passes over it.
        passes: u32,
        /// Lanes.
        lanes: u32,
    },
    /// Say how hard a passphrase is to guess. Answered by [`Outcome::Strength`].
    Strength {
        /// As it was typed so far.
        passphrase: String,
        /// What anybody would try first, such as the person's pseudonym.
        known: Vec<String>,
    },
    /// Check a receipt. Answered by [`Outcome::Receipt`].
    Receipt {
        /// The `receipt_key` of `config.json`.
        key: String,
        /// The bytes of `<bundle-id>.receipt.json`.
        json: Vec<u8>,
        /// The text of `<bundle-id>.receipt.json.minisig`.
        minisig: String,
    },
    /// Check, sign and seal a case for a colleague: the [`SealCaseJob`] beside this message, as
    /// [`crate::binary`] writes it, so that who hands in bundles only need not know its form. Answered
    /// by [`Outcome::Sealed`], with the bytes of the case file beside it.
    SealCase,
    /// Open and check the case file beside this message, in either form. Answered by [`Outcome::Case`].
    OpenCase {
        /// The secret text of [`Outcome::DeviceKeys`].
        device_keys: String,
    },
    /// Say what may be known of a device's own keys. Answered by [`Outcome::DeviceCode`].
    OwnDeviceCode {
        /// The secret text of [`Outcome::DeviceKeys`].
        device_keys: String,
    },
    /// Read the "apparaatcode" of a colleague. Answered by [`Outcome::DeviceCode`].
    ReadDeviceCode {
        /// As it was typed or pasted: blanks and line breaks in it do not count.
        text: String,
    },
}

/// How hard a passphrase is to guess, by zxcvbn's estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Strength {
    /// Fewer than a million guesses.
    Weak,
    /// Fewer than ten thousand million.
    Fair,
    /// More: with Argon2id, years of many machines.
    Strong,
}

/// What goes into a bundle, and for whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealJob {
    /// A UUID, version 7, fixed before the first attempt: retries make the same bundle again.
    pub bundle_id: Uuid,
    /// When it is made.
    pub created: Timestamp,
    /// The version of the app.
    pub app_version: String,
    /// The `recipients` of `config.json`.
    pub recipients: Vec<String>,
    /// The secret text of [`Outcome::DeviceKeys`].
    pub device_keys: String,
    /// The cases.
    pub cases: Vec<Case>,
    /// Their responses.
    pub responses: Vec<Response>,
}

/// A case for a colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealCaseJob {
    /// When it is made.
    pub created: Timestamp,
    /// The version of the app.
    pub app_version: String,
    /// The colleague's "apparaatcode".
    pub to: String,
    /// The secret text of [`Outcome::DeviceKeys`].
    pub device_keys: String,
    /// The sender's pseudonym.
    pub pseudonym: String,
    /// The case with all that belongs to it.
    pub contents: WholeCase,
}

/// A case with all that goes to a colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WholeCase {
    /// The case.
    pub case: Case,
    /// What the professional keeps of it.
    pub dossier: Dossier,
    /// Every revision of every response.
    pub responses: Vec<Response>,
    /// Lists that are being answered.
    pub sessions: Vec<Session>,
    /// What was written beside lists.
    pub papers: Papers,
    /// What was written at the rows of comparisons.
    pub remarks: Vec<Remark>,
}

/// A case file that passed every check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenedCase {
    /// When it was made, by the sender's clock.
    pub created: Timestamp,
    /// The sender's pseudonym, as they call themselves.
    pub pseudonym: String,
    /// The end of the sender's device code, to compare aloud.
    pub fingerprint: String,
    /// The case with all that belongs to it.
    pub contents: WholeCase,
}

/// What came of a [`Job`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// The keys of a new vault.
    DeviceKeys {
        /// Both secret keys in one text: to be sealed under the vault's data key, never shown.
        secret: String,
        /// The "apparaatcode": both public keys in one line.
        code: String,
        /// The end of that code, to compare aloud: `XXXX-XXXX-XXXX-XXXX`.
        fingerprint: String,
    },
    /// A sealed bundle; its bytes lie beside the message.
    Sealed {
        /// SHA-256 of those bytes, in hexadecimal: what a receipt names.
        sha256: String,
    },
    /// The armoured form, for `<bundle-id>.age.txt`.
    Armored {
        /// Lines of ASCII.
        text: String,
    },
    /// It was not done.
    Failed(Failure),
    /// A key; its 32 bytes lie beside the message.
    Derived,
    /// How hard a passphrase is to guess.
    Strength(Strength),
    /// A receipt that this organisation signed. Whether it is for a bundle of this device is for the
    /// outbox to say.
    Receipt {
        /// The bundle that was received.
        bundle_id: Uuid,
        /// SHA-256 of its binary form, in hexadecimal.
        sha256: String,
        /// When it was received, by the organisation's clock.
        received: Timestamp,
        /// The responses and papers in it, each with its revision.
        responses: Vec<(Uuid, u32)>,
    },
    /// A case that a colleague gave: the [`OpenedCase`] beside the message, as [`crate::binary`] writes it.
    Case,
    /// What may be known of a device.
    DeviceCode {
        /// The "apparaatcode": both public keys in one line.
        code: String,
        /// The end of that code, to compare aloud, reckoned from the keys.
        fingerprint: String,
    },
}

/// Why a job was not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// For the app, which has words for each.
    pub code: FailureCode,
    /// For whoever looks into it; in English, without an answer or a key in it.
    pub sentence: String,
}

/// Every way in which a job can fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FailureCode {
    /// `config.json` names nobody who can open the bundle.
    NoRecipient,
    /// A recipient in `config.json` is not an age public key.
    RecipientInvalid,
    /// The device's keys cannot be read.
    DeviceKeysInvalid,
    /// A case or response is not as it should be: sealed, it would be refused at the other end.
    RecordInvalid,
    /// The message is not one that the worker knows: app and worker are of different releases.
    RequestInvalid,
    /// The browser gave no random numbers, or no memory.
    Failed,
    /// The receipt is not one that this organisation signed, or not of the form.
    ReceiptInvalid,
    /// The receipt is of a newer version than this app knows.
    ReceiptNewer,
    /// The `receipt_key` in `config.json` is not a minisign public key.
    KeyInvalid,
    /// The colleague's "apparaatcode" cannot be read: a character was changed, or it is another text.
    DeviceCodeInvalid,
    /// The case file was sealed to, or meant for, another device.
    OtherDevice,
    /// The case file was changed on its way, or cut off.
    CaseFileDamaged,
    /// The case file was made by a newer app.
    CaseFileNewer,
    /// The signature of the case file does not fit, or something in it is not as it should be.
    CaseFileInvalid,
    /// It is no case file, but something else.
    NoCaseFile,
}
