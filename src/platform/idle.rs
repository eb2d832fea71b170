//! Noticing that nobody is there: no touch and no key for a while, or the page out of sight.

use super::page::{document, window};
use js_sys::{Date, Promise};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

/// How often is looked.
const LOOK: i32 = 1000;

/// A point in time by two clocks: one that cannot be set back, and one that goes on while the device
/// sleeps.
#[derive(Clone, Copy)]
struct Instant {
    steady: f64,
    date: f64,
}

impl Instant {
    fn now() -> Self {
        Self { steady: window().performance().map_or(0.0, |p| p.now()), date: Date::now() }
    }

    /// Milliseconds since then, by the clock that says most.
    fn elapsed(self) -> f64 {
        let now = Self::now();
        (now.steady - self.steady).max(now.date - self.date)
    }
}

/// Runs `gone` once nobody touched anything for `idle` seconds, or the page was out of sight for
/// `hidden` seconds. For as long as the page lives; `gone` may be run again.
pub fn watch(idle: u32, hidden: u32, gone: impl Fn() + 'static) {
    let (idle, hidden) = (f64::from(idle) * 1000.0, f64::from(hidden) * 1000.0);
    let touched = Rc::new(Cell::new(Instant::now()));
    let out_of_sight = Rc::new(Cell::new(None::<Instant>));
    let (at_touch, at_look, at_sight) = (touched.clone(), touched, out_of_sight.clone());
    on(&["pointerdown", "keydown", "input", "wheel"], move || at_touch.set(Instant::now()));
    let look = Rc::new(move || {
        let hidden_too_long = out_of_sight.get().is_some_and(|since| since.elapsed() >= hidden);
        if hidden_too_long || at_look.get().elapsed() >= idle {
            gone();
        }
    });
    let look_now = look.clone();
    on(&["visibilitychange"], move || {
        if document().hidden() {
            at_sight.set(Some(Instant::now()));
        } else {
            look_now();
            at_sight.set(None);
        }
    });
    let tick: JsValue = Closure::<dyn Fn()>::new(move || look()).into_js_value();
    // Only a page that is going away refuses.
    let _ =
        window().set_interval_with_callback_and_timeout_and_arguments_0(tick.unchecked_ref(), LOOK);
}

/// Runs this whenever the page goes out of sight, which may be the last that it hears: a phone ends such
/// pages when it needs room.
pub fn on_hidden(run: impl Fn() + 'static) {
    on(&["visibilitychange"], move || {
        if document().hidden() {
            run();
        }
    });
}

pub(super) fn on(events: &[&str], run: impl Fn() + 'static) {
    let listener: JsValue = Closure::<dyn Fn()>::new(run).into_js_value();
    for event in events {
        // Heard in the capture phase, so that no element can keep it to itself.
        let _ = document().add_event_listener_with_callback_and_bool(
            event,
            listener.unchecked_ref(),
            true,
        );
    }
}

/// Returns after this many milliseconds.
pub async fn sleep(milliseconds: u32) {
    let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
    let slept = Promise::new(&mut |resolve, _| {
        // As above: then it is no matter when it returns.
        let _ =
            window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    // A promise that is never rejected.
    let _ = JsFuture::from(slept).await;
}
