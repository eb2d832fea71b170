//! An authenticator of this device, such as a fingerprint, a face or the device's pin (`WebAuthn` with
//! the PRF extension): it makes a secret of a salt, each time the same, for whom it recognises.
//!
//! Nothing is proved to anybody: there is no server. The secret is all that is wanted, so the
//! challenge is random and the signature is not looked at.

use super::{page::window, rng};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How long the device may ask, in milliseconds; long enough to take a glove off.
const TIMEOUT: u32 = 60_000;
const RANDOM: usize = 32;
/// ES256 and RS256: every authenticator has one of the two.
const ALGORITHMS: [i32; 2] = [-7, -257];

/// Why an authenticator gave no secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AuthenticatorError {
    /// The browser or the device has none that recognises people, or not for this address.
    #[error("this device has no authenticator for this page")]
    NotAvailable,
    /// The person stopped, was not recognised, or took too long; or the device has no such
    /// credential. The browser does not tell these apart, on purpose.
    #[error("the authenticator recognised nobody")]
    Cancelled,
    /// It recognises people, but makes no secrets.
    #[error("this authenticator makes no secrets (PRF)")]
    NoSecret,
}

/// A credential that was made, and what it makes of its salt.
pub struct Made {
    /// What [`secret`] asks it by.
    pub credential_id: Vec<u8>,
    /// 32 bytes.
    pub secret: Vec<u8>,
}

/// Whether this device has one of its own that recognises people, as far as the browser says.
pub async fn is_available() -> bool {
    asked_available().await.is_ok_and(|there| there.is_truthy())
}

async fn asked_available() -> Result<JsValue, JsValue> {
    let class = Reflect::get(&window(), &"PublicKeyCredential".into())?;
    let name = "isUserVerifyingPlatformAuthenticatorAvailable".into();
    let ask = Reflect::get(&class, &name)?.dyn_into::<Function>()?;
    JsFuture::from(ask.call0(&class)?.dyn_into::<Promise>()?).await
}

/// Makes a credential under this name, which the device may show, and asks it for the secret of a
/// salt. The person is asked once or twice, as the device likes.
pub async fn create(name: &str, salt: &[u8]) -> Result<Made, AuthenticatorError> {
    let options = creation(name, salt).map_err(|_| AuthenticatorError::NotAvailable)?;
    let made = ask("create", &options).await?;
    let read =
        |value: Result<JsValue, JsValue>| value.map_err(|_| AuthenticatorError::NotAvailable);
    let credential_id = Uint8Array::new(&read(Reflect::get(&made, &"rawId".into()))?).to_vec();
    let prf = prf(&made);
    // Some say only that they can, and have to be asked.
    let enabled = prf.as_ref().and_then(|prf| Reflect::get(prf, &"enabled".into()).ok());
    let secret = match first(prf) {
        Some(secret) => secret,
        None if enabled.is_some_and(|enabled| enabled.is_truthy()) => {
            self::secret(&credential_id, salt).await?
        }
        None => return Err(AuthenticatorError::NoSecret),
    };
    Ok(Made { credential_id, secret })
}

/// The secret that a credential makes of a salt: 32 bytes.
pub async fn secret(credential_id: &[u8], salt: &[u8]) -> Result<Vec<u8>, AuthenticatorError> {
    let options = request(credential_id, salt).map_err(|_| AuthenticatorError::NotAvailable)?;
    first(prf(&ask("get", &options).await?)).ok_or(AuthenticatorError::NoSecret)
}

/// What goes to `navigator.credentials.create`.
fn creation(name: &str, salt: &[u8]) -> Result<Object, JsValue> {
    let relying_party = object(&[("id", host()?), ("name", "Draagkracht".into())])?;
    // The id is random: the device keeps it, and it should say nothing.
    let user = object(&[("id", random()), ("name", name.into()), ("displayName", name.into())])?;
    let parameters = Array::new();
    for algorithm in ALGORITHMS {
        let one = object(&[("type", "public-key".into()), ("alg", algorithm.into())])?;
        parameters.push(&one);
    }
    // Of this device, and not in a list of accounts to choose from: the vault knows which it is.
    let selection = object(&[
        ("authenticatorAttachment", "platform".into()),
        ("residentKey", "discouraged".into()),
        ("userVerification", "required".into()),
    ])?;
    object(&[
        ("challenge", random()),
        ("rp", relying_party.into()),
        ("user", user.into()),
        ("pubKeyCredParams", parameters.into()),
        ("authenticatorSelection", selection.into()),
        ("attestation", "none".into()),
        ("timeout", TIMEOUT.into()),
        ("extensions", evaluation(salt)?.into()),
    ])
}

/// What goes to `navigator.credentials.get`.
fn request(credential_id: &[u8], salt: &[u8]) -> Result<Object, JsValue> {
    let credential = object(&[
        ("type", "public-key".into()),
        ("id", Uint8Array::from(credential_id).into()),
        ("transports", Array::of1(&"internal".into()).into()),
    ])?;
    object(&[
        ("challenge", random()),
        ("rpId", host()?),
        ("allowCredentials", Array::of1(&credential).into()),
        ("userVerification", "required".into()),
        ("timeout", TIMEOUT.into()),
        ("extensions", evaluation(salt)?.into()),
    ])
}

fn evaluation(salt: &[u8]) -> Result<Object, JsValue> {
    let eval = object(&[("first", Uint8Array::from(salt).into())])?;
    object(&[("prf", object(&[("eval", eval.into())])?.into())])
}

async fn ask(verb: &str, options: &Object) -> Result<JsValue, AuthenticatorError> {
    let begun = || -> Result<Promise, JsValue> {
        let credentials = Reflect::get(&window().navigator(), &"credentials".into())?;
        let ask = Reflect::get(&credentials, &verb.into())?.dyn_into::<Function>()?;
        let options = object(&[("publicKey", options.clone().into())])?;
        ask.call1(&credentials, &options)?.dyn_into()
    };
    let begun = begun().map_err(|_| AuthenticatorError::NotAvailable)?;
    JsFuture::from(begun).await.map_err(|error| {
        let name = Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
        match name.as_deref() {
            Some("NotAllowedError" | "AbortError") => AuthenticatorError::Cancelled,
            _ => AuthenticatorError::NotAvailable,
        }
    })
}

/// What a credential answered of the PRF extension.
fn prf(credential: &JsValue) -> Option<JsValue> {
    let ask = Reflect::get(credential, &"getClientExtensionResults".into()).ok()?;
    let results = ask.dyn_into::<Function>().ok()?.call0(credential).ok()?;
    Reflect::get(&results, &"prf".into()).ok().filter(JsValue::is_object)
}

fn first(prf: Option<JsValue>) -> Option<Vec<u8>> {
    let results = Reflect::get(&prf?, &"results".into()).ok().filter(JsValue::is_object)?;
    let first = Reflect::get(&results, &"first".into()).ok().filter(JsValue::is_object)?;
    Some(Uint8Array::new(&first).to_vec()).filter(|secret| secret.len() == RANDOM)
}

fn host() -> Result<JsValue, JsValue> {
    Ok(window().location().hostname()?.into())
}

fn random() -> JsValue {
    let mut bytes = [0; RANDOM];
    rng::fill(&mut bytes);
    Uint8Array::from(bytes.as_slice()).into()
}

fn object(fields: &[(&str, JsValue)]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object)
}
