//! What is no secret and small: text size, language, and the last good `config.json`.
//! Kept in local storage; where the browser has none, the choice holds until the page closes.

use gloo_storage::{LocalStorage, Storage};
use uuid::Uuid;

const TEXT_SIZE: &str = "draagkracht.text-size";
const LANGUAGE: &str = "draagkracht.language";
const CONFIG: &str = "draagkracht.config";
const PART: &str = "draagkracht.part";
const LENT: &str = "draagkracht.lent";
const TRIES: &str = "draagkracht.tries.";
const TOKEN: &str = "draagkracht.token";
const BY_ITSELF: &str = "draagkracht.by-itself";
const RECIPIENTS: &str = "draagkracht.recipients";
const CONDITIONS_RECIPIENT: &str = "draagkracht.conditions_recipient";
const TOURED: &str = "draagkracht.toured";

// Texts as they are, without JSON around them: its code would be in the first load.
fn read(key: &str) -> Option<String> {
    LocalStorage::raw().get_item(key).ok().flatten()
}

fn write(key: &str, value: &str) {
    // Without storage a preference is not remembered; nothing else is lost.
    let _ = LocalStorage::raw().set_item(key, value);
}

/// The chosen text size: `normal`, `large` or `larger`.
pub fn text_size() -> Option<String> {
    read(TEXT_SIZE)
}

/// Remembers the text size.
pub fn set_text_size(size: &str) {
    write(TEXT_SIZE, size);
}

/// The tag of the chosen language.
pub fn language() -> Option<String> {
    read(LANGUAGE)
}

/// Remembers the language.
pub fn set_language(tag: &str) {
    write(LANGUAGE, tag);
}

/// The text of the last `config.json` that could be read.
pub fn config() -> Option<String> {
    read(CONFIG)
}

/// Remembers a `config.json` that could be read.
pub fn set_config(json: &str) {
    write(CONFIG, json);
}

/// The recipients that the person last handed in to, or saw a change of.
pub fn known_recipients() -> Option<Vec<String>> {
    Some(read(RECIPIENTS)?.split_whitespace().map(str::to_owned).collect())
}

/// Remembers the recipients as known.
pub fn set_known_recipients(recipients: &[String]) {
    write(RECIPIENTS, &recipients.join(" "));
}

/// The recipient of answers about the professional's own work, as it was last known.
pub fn known_conditions_recipient() -> Option<String> {
    read(CONDITIONS_RECIPIENT)
}

/// Remembers it as known.
pub fn set_known_conditions_recipient(recipient: &str) {
    write(CONDITIONS_RECIPIENT, recipient);
}

/// What the organisation's server wants to see before it takes a file: lets who has it add files
/// there, and read none.
pub fn token() -> Option<String> {
    read(TOKEN).filter(|token| !token.is_empty())
}

/// Remembers it.
pub fn set_token(token: &str) {
    write(TOKEN, token);
}

/// Whether what waits is sent by itself, as soon as there is a connection.
pub fn sends_by_itself() -> bool {
    read(BY_ITSELF).is_some()
}

/// Remembers that.
pub fn set_sends_by_itself(by_itself: bool) {
    if by_itself { write(BY_ITSELF, "1") } else { LocalStorage::delete(BY_ITSELF) }
}

/// Whether the professional saw what this is, or skipped it.
pub fn toured() -> bool {
    read(TOURED).is_some()
}

/// Remembers that.
pub fn set_toured() {
    write(TOURED, "1");
}

/// Says which part of the app `public/boot.js` is to load.
pub fn set_part(name: &str) {
    write(PART, name);
}

/// The vault that a professional handed over on this device, while the resident has it.
pub fn lent() -> Option<String> {
    read(LENT)
}

/// Remembers that a vault was handed over, or with `None` that it was taken back.
pub fn set_lent(vault: Option<&str>) {
    match vault {
        Some(vault) => write(LENT, vault),
        None => LocalStorage::delete(LENT),
    }
}

/// How often a wrong passphrase was given for a vault since the last right one.
pub fn tries(vault: Uuid) -> u32 {
    read(&format!("{TRIES}{vault}")).and_then(|count| count.parse().ok()).unwrap_or(0)
}

/// Remembers that.
pub fn set_tries(vault: Uuid, count: u32) {
    let key = format!("{TRIES}{vault}");
    if count == 0 { LocalStorage::delete(&key) } else { write(&key, &count.to_string()) }
}

/// Forgets all of it, as part of wiping.
pub fn forget() {
    for key in [
        TEXT_SIZE,
        LANGUAGE,
        CONFIG,
        PART,
        LENT,
        TOKEN,
        BY_ITSELF,
        RECIPIENTS,
        CONDITIONS_RECIPIENT,
        TOURED,
    ] {
        LocalStorage::delete(key);
    }
}
