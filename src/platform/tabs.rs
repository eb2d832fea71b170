//! One tab at a time: a lock of the browser's, held until the page goes away, and a call to the tab
//! that holds it. The browser frees the lock of a tab that was closed or that crashed.

use super::page::window;
use js_sys::{Function, Object, Promise, Reflect};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, BroadcastChannel};

/// How long the other tab may take to finish what it writes, in milliseconds.
const PATIENCE: u32 = 10_000;

thread_local! {
    /// The locks that this tab has, each with the function that gives it up.
    static HELD: RefCell<BTreeMap<String, Function>> = const { RefCell::new(BTreeMap::new()) };
}

/// Takes the lock of this name if no other tab has it, and says whether this one has it now. Where the
/// browser has no locks, every tab is told that it has.
pub async fn hold(name: &str) -> bool {
    if HELD.with_borrow(|held| held.contains_key(name)) {
        return true;
    }
    let options = Object::new();
    // Setting a field of a new plain object cannot fail.
    let _ = Reflect::set(&options, &"ifAvailable".into(), &true.into());
    request(name, &options).await.unwrap_or(true)
}

/// Gives the lock of this name up, if this tab has it.
pub fn release(name: &str) {
    if let Some(release) = HELD.with_borrow_mut(|held| held.remove(name)) {
        // Calling a function of a promise cannot fail.
        let _ = release.call0(&JsValue::NULL);
    }
}

/// Asks the tab that has the lock to give it up, waits until it did, and takes it. Says whether it
/// came to that.
pub async fn take_over(name: &str) -> bool {
    let Ok(channel) = BroadcastChannel::new(name) else { return false };
    // A text can always be posted.
    let _ = channel.post_message(&JsValue::TRUE);
    let options = Object::new();
    let patience = AbortSignal::timeout_with_u32(PATIENCE);
    // As above.
    let _ = Reflect::set(&options, &"signal".into(), &patience);
    let taken = request(name, &options).await.unwrap_or(false);
    channel.close();
    taken
}

/// Runs `asked` when another tab asks for the lock of this name. For as long as the page lives.
pub fn on_asked(name: &str, asked: impl Fn() + 'static) {
    // Without channels there are no locks either.
    let Ok(channel) = BroadcastChannel::new(name) else { return };
    let listener = Closure::<dyn Fn()>::new(asked);
    channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
}

/// Settles once it is known whether this tab has the lock.
async fn request(name: &str, options: &Object) -> Result<bool, JsValue> {
    let locks = Reflect::get(&window().navigator(), &"locks".into())?;
    let request = Reflect::get(&locks, &"request".into())?.dyn_into::<Function>()?;
    let refused = Rc::new(Cell::new(Ok(())));
    let told = Rc::clone(&refused);
    let known = Promise::new(&mut |resolve, reject| {
        let own = name.to_owned();
        let granted = Closure::once_into_js(move |lock: JsValue| {
            // As above.
            let _ = resolve.call1(&JsValue::NULL, &lock.is_object().into());
            if !lock.is_object() {
                return lock;
            }
            // A promise that is not settled holds the lock.
            Promise::new(&mut |release, _| {
                HELD.with_borrow_mut(|held| held.insert(own.clone(), release));
            })
            .into()
        });
        // Waited too long, or the page may not: the promise of the request says so.
        let failed: JsValue = Closure::<dyn Fn(JsValue)>::new(move |error: JsValue| {
            // As above.
            let _ = reject.call1(&JsValue::NULL, &error);
        })
        .into_js_value();
        let asked = request.call3(&locks, &name.into(), options, &granted);
        told.set(asked.and_then(|asked| {
            let then = Reflect::get(&asked, &"catch".into())?.dyn_into::<Function>()?;
            then.call1(&asked, &failed).map(drop)
        }));
    });
    refused.replace(Ok(()))?;
    Ok(JsFuture::from(known).await?.is_truthy())
}
