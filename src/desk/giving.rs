//! A case changes hands: to a colleague as a file for their device only, and from one.

use super::{Desk, gate::said};
use crate::{
    bundling::{device_keys, work},
    i18n::Text,
    platform::{
        clock,
        element::Element,
        files::{self, ChosenError},
        rng,
    },
    told::{self, Told},
};
use draagkracht_core::{
    binary,
    dossier::Origin,
    sealing::{Job, OpenedCase, Outcome, SealCaseJob},
};
use draagkracht_vault::vault::ShareError;
use leptos::{prelude::*, task::spawn_local};
use uuid::Uuid;

/// No case file comes near it: ten years of a household are less than one.
const LARGEST: u32 = 20 << 20;

/// What may be known of a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Its "apparaatcode".
    pub code: String,
    /// The end of it, to compare aloud.
    pub fingerprint: String,
}

/// A case file that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    name: String,
    bytes: Vec<u8>,
    /// The same as text, for sharing.
    text: String,
}

/// What came of taking a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The case, as it is here now.
    pub id: Uuid,
    /// What is told of it.
    pub told: Vec<Told>,
}

impl Desk {
    /// Finds out what may be known of this vault's own device.
    pub fn find_own_device(self, into: RwSignal<Option<Result<Device, Text>>>) {
        spawn_local(async move { into.set(Some(self.own_device().await)) });
    }

    async fn own_device(self) -> Result<Device, Text> {
        device(Job::OwnDeviceCode { device_keys: self.device_keys().await? }).await
    }

    async fn device_keys(self) -> Result<String, Text> {
        let held = self.held();
        let open = held.open.lock().await;
        let vault = open.as_ref().ok_or(Text::VaultDamaged)?;
        device_keys(vault).await.map_err(told::of_failure)
    }

    /// Reads a colleague's code. One's own is refused: the file would be for nobody else.
    pub fn read_device(self, text: String, into: RwSignal<Option<Device>>) {
        into.set(None);
        self.busily(async move {
            let theirs = device(Job::ReadDeviceCode { text }).await?;
            if theirs == self.own_device().await? {
                return Err(Text::GiveOwn);
            }
            into.set(Some(theirs));
            Ok(())
        });
    }

    /// Makes a file of the case in hand for a colleague's device.
    pub fn give_case(self, to: String, into: RwSignal<Option<Made>>) {
        self.busily(async move {
            let file = self.file_in_hand().ok_or(Text::VaultDamaged)?;
            let job = SealCaseJob {
                created: clock::now(),
                app_version: env!("CARGO_PKG_VERSION").to_owned(),
                to,
                device_keys: self.device_keys().await?,
                pseudonym: self.pseudonym().unwrap_or_default(),
                contents: file.whole_case().map_err(refused)?,
            };
            let job = binary::to_bytes(&job).map_err(|_| Text::VaultFailed)?;
            let (_, bytes) = work(Job::SealCase, Some(&job)).await.map_err(told::of_failure)?;
            let (armored, _) = work(Job::Armor, Some(&bytes)).await.map_err(told::of_failure)?;
            let Outcome::Armored { text } = armored else { return Err(Text::VaultFailed) };
            // No code in the name: it stays readable in many places.
            into.set(Some(Made { name: format!("{}.age", rng::id()), bytes, text }));
            Ok(())
        });
    }

    /// Hands a case file to the person.
    pub fn download_case(self, made: &Made) {
        if files::download(&made.name, &made.bytes).is_err() {
            self.notice.set(Some(self.t(Text::GiveFailed)));
        }
    }

    /// Opens the share sheet with a case file as text.
    pub fn share_case(self, made: Made) {
        spawn_local(async move {
            if files::share(&format!("{}.txt", made.name), &made.text).await.is_err() {
                self.notice.set(Some(self.t(Text::GiveFailed)));
            }
        });
    }

    /// Opens and checks the file that was chosen; nothing is taken yet.
    pub fn open_case_file(self, input: Element, into: RwSignal<Option<OpenedCase>>) {
        self.busily(async move {
            let bytes = files::chosen(&input, LARGEST).await.map_err(|error| match error {
                ChosenError::Nothing => Text::ImportNone,
                ChosenError::TooLarge => Text::ImportLarge,
                ChosenError::Unreadable => Text::ImportUnreadable,
            })?;
            let job = Job::OpenCase { device_keys: self.device_keys().await? };
            let (_, opened) = work(job, Some(&bytes)).await.map_err(told::of_failure)?;
            into.set(Some(binary::from_bytes(&opened).map_err(|_| Text::VaultFailed)?));
            Ok(())
        });
    }

    /// Takes a case that was opened into the vault, joined with the copy that may be there.
    pub fn take_case(self, opened: OpenedCase, into: RwSignal<Option<Taken>>) {
        self.busily(async move {
            let held = self.held();
            let open = held.open.lock().await;
            let vault = open.as_ref().ok_or(Text::VaultDamaged)?;
            let OpenedCase { pseudonym, fingerprint, contents, .. } = opened;
            let origin = Origin { pseudonym, fingerprint, at: clock::now() };
            let code = contents.case.case_code;
            let imported = vault.import(contents, origin).await.map_err(refused)?;
            let twin = imported.is_new
                && self.files.with_untracked(|files| {
                    files.iter().filter_map(|file| file.case()).any(|case| case.case_code == code)
                });
            let told = told::of_import(&imported, twin);
            into.set(Some(Taken { id: imported.file.id(), told }));
            self.put_file(imported.file);
            // Another version may be the one that counts now.
            self.put_plan_away();
            Ok(())
        });
    }
}

async fn device(job: Job) -> Result<Device, Text> {
    match work(job, None).await.map_err(told::of_failure)? {
        (Outcome::DeviceCode { code, fingerprint }, _) => Ok(Device { code, fingerprint }),
        _ => Err(Text::VaultFailed),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn refused(error: ShareError) -> Text {
    told::of_share_error(&error, said)
}
