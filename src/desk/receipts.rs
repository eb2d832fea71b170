//! Receipts that come as files, where nothing is fetched: from a colleague, by post, on a stick.

use super::Desk;
use crate::{
    i18n::Text,
    settings,
    uploading::{self, Receipt},
};
use leptos::{prelude::*, task::spawn_local};

const SIGNATURE: &str = ".minisig";

impl Desk {
    /// Takes in the receipts among these files, each a `.receipt.json` with its `.minisig`.
    pub fn import_receipts(self, files: Vec<(String, Vec<u8>)>) {
        spawn_local(async move {
            self.error.set(None);
            self.notice.set(None);
            let Ok(store) = self.store() else { return };
            let (config, _) = settings::newest().await;
            let key = config.and_then(|config| config.receipt_key);
            let mut received: usize = 0;
            let mut receipts = 0;
            for (name, json) in files.iter().filter(|(name, _)| !name.ends_with(SIGNATURE)) {
                receipts += 1;
                let signature = [name, SIGNATURE].concat();
                let Some((_, minisig)) = files.iter().find(|(name, _)| *name == signature) else {
                    self.error.set(Some(self.with(Text::ReceiptAlone, &[("name", name)])));
                    continue;
                };
                match uploading::take_receipt(&store, json.clone(), minisig, key.as_deref()).await {
                    Receipt::Received => received += 1,
                    other => self.say_receipt(other),
                }
            }
            if receipts == 0 {
                self.error.set(Some(self.t(Text::ReceiptNone)));
            }
            if received > 0 {
                let count = received.to_string();
                self.notice.set(Some(self.with(Text::ReceiptsReceived, &[("count", &count)])));
            }
            self.read_outbox().await;
        });
    }

    /// Why a receipt changed nothing.
    pub(super) fn say_receipt(self, receipt: Receipt) {
        let text = match receipt {
            Receipt::Received | Receipt::NotYet => return,
            Receipt::Wrong => Text::ReceiptWrong,
            Receipt::NotOurs => Text::ReceiptNotOurs,
            Receipt::Newer => Text::ReceiptNewer,
            Receipt::NoKey => Text::ReceiptNoKey,
            Receipt::Failed => Text::ReceiptFailed,
        };
        self.error.set(Some(self.with_organisation(text)));
    }
}
