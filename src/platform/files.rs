//! Handing a file to the person, on the device or by the share sheet of the phone, and taking one.

use super::{
    element::Element,
    page::{document, window},
};
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FilePropertyBag, HtmlAnchorElement, ShareData, Url};

/// A file could not be handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the browser did not take the file")]
pub struct FileError;

impl From<JsValue> for FileError {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Why there are no bytes of a chosen file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ChosenError {
    /// No file was chosen.
    #[error("no file was chosen")]
    Nothing,
    /// It is larger than what is asked for can be.
    #[error("the file is too large")]
    TooLarge,
    /// The browser may not read it, or it is gone.
    #[error("the file cannot be read")]
    Unreadable,
}

/// The bytes of the file that was chosen in an input, if there are at most so many.
pub async fn chosen(input: &Element, most: u32) -> Result<Vec<u8>, ChosenError> {
    let file = input.files().into_iter().next().ok_or(ChosenError::Nothing)?;
    bytes_of(&file, most).await
}

/// Name and bytes of every file that was chosen in an input; one that cannot be read, or has more bytes
/// than so many, is as one without bytes.
pub async fn all_chosen(input: &Element, most: u32) -> Vec<(String, Vec<u8>)> {
    let mut all = vec![];
    for file in input.files() {
        all.push((file.name(), bytes_of(&file, most).await.unwrap_or_default()));
    }
    all
}

async fn bytes_of(file: &File, most: u32) -> Result<Vec<u8>, ChosenError> {
    if file.size() > f64::from(most) {
        return Err(ChosenError::TooLarge);
    }
    let bytes = JsFuture::from(file.array_buffer()).await;
    Ok(Uint8Array::new(&bytes.map_err(|_| ChosenError::Unreadable)?).to_vec())
}

/// Has the browser put a file among the person's downloads.
pub fn download(name: &str, bytes: &[u8]) -> Result<(), FileError> {
    download_as("application/octet-stream", name, bytes)
}

/// The same for a kind of file that a program of the device may open at once.
pub fn download_as(media_type: &str, name: &str, bytes: &[u8]) -> Result<(), FileError> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link = document().create_element("a")?.unchecked_into::<HtmlAnchorElement>();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The download has been handed over by then; the address would keep the bytes in memory.
    let free =
        wasm_bindgen::closure::Closure::once_into_js(move || Url::revoke_object_url(&address));
    window().set_timeout_with_callback_and_timeout_and_arguments_0(free.unchecked_ref(), 60_000)?;
    Ok(())
}

fn share_data(media_type: &str, name: &str, text: &str) -> Option<ShareData> {
    let options = FilePropertyBag::new();
    options.set_type(media_type);
    let file =
        File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &options).ok()?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    Some(data)
}

/// Whether this device can share text files.
pub fn can_share() -> bool {
    let navigator = window().navigator();
    let has = Reflect::has(&navigator, &"canShare".into()).unwrap_or(false);
    has && share_data("text/plain", "a.txt", "a")
        .is_some_and(|data| navigator.can_share_with_data(&data))
}

/// Opens the share sheet with a text file. `Ok(false)`: the person closed it.
pub async fn share(name: &str, text: &str) -> Result<bool, FileError> {
    share_as("text/plain", name, text).await
}

/// The same for a file of another kind, such as a page.
pub async fn share_as(media_type: &str, name: &str, text: &str) -> Result<bool, FileError> {
    let data = share_data(media_type, name, text).ok_or(FileError)?;
    match JsFuture::from(window().navigator().share_with_data(&data)).await {
        Ok(_) => Ok(true),
        Err(error) if Reflect::get(&error, &"name".into())? == "AbortError" => Ok(false),
        Err(error) => Err(error.into()),
    }
}
