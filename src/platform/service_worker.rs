//! Working without a connection: the service worker keeps the whole app, and a newer app waits
//! until the person says so.

use super::page::{reload, window};
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, ServiceWorkerContainer, ServiceWorkerRegistration};

/// What a page is told about its service worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offline {
    /// Everything is kept: the app works without a connection.
    Ready,
    /// A newer app is kept and waits.
    NewVersion,
}

fn container() -> Option<ServiceWorkerContainer> {
    // Absent on an insecure address and in some private windows: the app then needs a connection.
    let navigator = window().navigator();
    let there = Reflect::get(&navigator, &"serviceWorker".into()).ok()?.is_object();
    there.then(|| navigator.service_worker())
}

/// Starts keeping the app, and tells `changed` when it is kept and when a newer one waits.
/// `flush` is run to its end before the page is loaded anew with a newer app.
pub fn keep<F: Future<Output = ()> + 'static>(
    changed: impl Fn(Offline) + Clone + 'static,
    flush: impl Fn() -> F + 'static,
) {
    let Some(container) = container() else { return };
    reload_when_replaced(&container, flush);
    spawn_local(async move {
        let Ok(registration) = JsFuture::from(container.register("sw.js")).await else { return };
        let registration = registration.unchecked_into::<ServiceWorkerRegistration>();
        watch(&registration, changed.clone());
        if let Ok(ready) = container.ready()
            && JsFuture::from(ready).await.is_ok()
            // Else it was told already that a newer app waits, which must stay.
            && registration.waiting().is_none()
        {
            changed(Offline::Ready);
        }
    });
}

/// Lets the newer app that waits take over; every open page then flushes and loads anew.
pub fn take_new_version() {
    let Some(container) = container() else { return };
    spawn_local(async move {
        let Ok(registration) = JsFuture::from(container.get_registration()).await else { return };
        let waiting =
            registration.dyn_into::<ServiceWorkerRegistration>().ok().and_then(|r| r.waiting());
        if let Some(waiting) = waiting {
            let message = Object::new();
            // Setting a field of a new plain object, and posting it, cannot fail.
            let _ = Reflect::set(&message, &"type".into(), &"SKIP_WAITING".into());
            let _ = waiting.post_message(&message);
        }
    });
}

fn reload_when_replaced<F: Future<Output = ()> + 'static>(
    container: &ServiceWorkerContainer,
    flush: impl Fn() -> F + 'static,
) {
    // The first worker that takes a new page replaces nothing.
    if container.controller().is_none() {
        return;
    }
    let listener = Closure::<dyn Fn()>::new(move || {
        let flushed = flush();
        spawn_local(async move {
            flushed.await;
            reload();
        });
    });
    container.set_oncontrollerchange(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
}

fn watch(registration: &ServiceWorkerRegistration, changed: impl Fn(Offline) + 'static) {
    let watched = registration.clone();
    let tell = move || {
        // While it is first installed a worker waits too, for a moment, and replaces nothing.
        let replaces = container().is_some_and(|container| container.controller().is_some());
        if replaces && watched.waiting().is_some() {
            changed(Offline::NewVersion);
        }
    };
    tell();
    let found = registration.clone();
    let tell = std::rc::Rc::new(tell);
    let listener = Closure::<dyn Fn(Event)>::new(move |_| {
        let Some(installing) = found.installing() else { return };
        let tell = tell.clone();
        let state: JsValue = Closure::<dyn Fn()>::new(move || tell()).into_js_value();
        installing.set_onstatechange(Some(state.unchecked_ref()));
    });
    registration.set_onupdatefound(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
}
